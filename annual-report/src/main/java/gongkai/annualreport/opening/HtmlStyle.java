package gongkai.annualreport.opening;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** Styles and sizes of page elements. */
final class HtmlStyle {
    private static final Pattern DECORATION = Pattern.compile(
            "icon|logo|ewm|qrcode|qr_|banner|spacer|blank|arrow|dot|weixin|wechat|share|print|btn|button|beian|jiucuo|/dzjg|\\.gif",
            Pattern.CASE_INSENSITIVE);
    private static final long EMU_PER_PIXEL = 9_525;

    private HtmlStyle() {}

    /** The value of a property in a lower-case style, empty when it is not there. */
    static String value(String style, String property) {
        for (var declaration : style.split(";", 100)) {
            var colon = declaration.indexOf(':');
            if (colon > 0 && declaration.substring(0, colon).strip().equals(property)) {
                return declaration
                        .substring(colon + 1)
                        .replace("!important", "")
                        .strip();
            }
        }
        return "";
    }

    /** A picture as large as text needs; one of unknown size unless its name says what it decorates. */
    static boolean mayHoldText(Element image) {
        var style = image.attr("style").toLowerCase(Locale.ROOT);
        var width = size(image.attr("width"), style, "width");
        var height = size(image.attr("height"), style, "height");
        if (width > 0 && width < 220 * EMU_PER_PIXEL || height > 0 && height < 70 * EMU_PER_PIXEL) {
            return false;
        }
        var source = image.attr("src");
        if (source.startsWith("data:")) {
            return source.length() > 4000;
        }
        return width > 0 && height > 0
                || !source.isEmpty() && !DECORATION.matcher(source).find();
    }

    private static long size(String attribute, String style, String property) {
        var pixels = integer(attribute.replace("px", ""), 0);
        return pixels > 0 ? pixels * EMU_PER_PIXEL : Symbols.emu(style, property);
    }

    static int integer(String text, int otherwise) {
        var value = text.strip();
        if (value.isEmpty() || value.length() > 9) {
            return otherwise;
        }
        for (var i = 0; i < value.length(); i++) {
            if (value.charAt(i) < '0' || value.charAt(i) > '9') {
                return otherwise;
            }
        }
        return Integer.parseInt(value);
    }
}
