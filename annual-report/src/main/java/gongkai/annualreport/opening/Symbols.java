package gongkai.annualreport.opening;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Small notations of word processors. */
final class Symbols {
    private Symbols() {}

    /** The text of a {@code w:sym}: a character of a symbol font, kept by its place in that font. */
    static String text(@Nullable String font, @Nullable String hex) {
        if (hex == null) {
            return "";
        }
        int code;
        try {
            code = Integer.parseInt(hex, 16);
        } catch (NumberFormatException e) {
            return "";
        }
        var inFont = code >= 0xF000 && code <= 0xF0FF ? code - 0xF000 : code;
        var pictorial = font != null && font.toLowerCase(Locale.ROOT).contains("dings");
        if (pictorial) {
            return switch (inFont) {
                case 0xFC, 0x50 -> "√";
                case 0xFB, 0x4F -> "×";
                case 0xFE, 0x52 -> "☑";
                case 0xA8, 0x6F, 0x71 -> "□";
                // ① to ⑩ and ❶ to ❿ of Wingdings
                case 0x81, 0x82, 0x83, 0x84, 0x85, 0x86, 0x87, 0x88, 0x89, 0x8A ->
                    String.valueOf((char) ('①' + inFont - 0x81));
                default -> "";
            };
        }
        return inFont >= ' ' && Character.isValidCodePoint(inFont) ? Character.toString(inFont) : "";
    }

    /** A length of a VML or CSS style in EMU, 0 when it is not there or relative. */
    static long emu(String style, String property) {
        for (var declaration : style.split(";", 50)) {
            var colon = declaration.indexOf(':');
            if (colon > 0 && declaration.substring(0, colon).strip().equalsIgnoreCase(property)) {
                return emu(declaration.substring(colon + 1).strip().toLowerCase(Locale.ROOT));
            }
        }
        return 0;
    }

    private static long emu(String length) {
        var end = 0;
        while (end < length.length() && (Character.isDigit(length.charAt(end)) || length.charAt(end) == '.')) {
            end++;
        }
        double number;
        try {
            number = Double.parseDouble(length.substring(0, end));
        } catch (NumberFormatException e) {
            return 0;
        }
        return switch (length.substring(end).strip()) {
            case "pt" -> (long) (number * 12_700);
            case "in" -> (long) (number * 914_400);
            case "cm" -> (long) (number * 360_000);
            case "mm" -> (long) (number * 36_000);
            case "px", "" -> (long) (number * 9_525);
            default -> 0;
        };
    }
}
