package gongkai.annualreport.opening;

import gongkai.annualreport.UnreadableFileException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** How a workbook shows stored numbers, and which cells it rules. */
final class XlsxStyles {
    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.|_.|\\*.");
    private static final Pattern DECIMALS = Pattern.compile("\\.(0+)");
    /** Binary fractions carry 15 digits; what stands behind them (0.37000000000000005) nobody typed. */
    private static final MathContext DIGITS = new MathContext(15, RoundingMode.HALF_EVEN);

    private record Style(int format, int border) {}

    private final Map<Integer, String> formats = new HashMap<>();
    private final List<Boolean> borders = new ArrayList<>();
    private final List<Style> styles = new ArrayList<>();

    static XlsxStyles read(Zip zip, String folder) throws XMLStreamException, UnreadableFileException {
        var styles = new XlsxStyles();
        var part = zip.find(folder + "styles.xml");
        if (part.isPresent()) {
            styles.read(Xml.open(part.get()));
        }
        return styles;
    }

    boolean isBordered(int style) {
        if (style >= styles.size()) {
            return false;
        }
        var border = styles.get(style).border();
        return border < borders.size() && borders.get(border);
    }

    /** A stored number as it is shown; never rounded to fewer digits than were entered, for the figure must not change. */
    String show(String stored, int style) {
        BigDecimal number;
        try {
            number = new BigDecimal(stored);
        } catch (NumberFormatException e) {
            return stored;
        }
        if (Math.abs((long) number.precision() - number.scale()) > 40 || number.scale() > 400) {
            return stored;
        }
        number = number.round(DIGITS).stripTrailingZeros();
        var id = style < styles.size() ? styles.get(style).format() : 0;
        var format = QUOTED.matcher(formats.getOrDefault(id, builtIn(id)).split(";", 2)[0])
                .replaceAll("");
        if (isDate(id, format)) {
            var date = date(number, formats.getOrDefault(id, "").contains("年"));
            return date.isEmpty() ? plain(number, 0) : date;
        }
        var decimals = DECIMALS.matcher(format);
        var places = decimals.find() ? decimals.group(1).length() : 0;
        if (format.contains("%")) {
            return plain(number.movePointRight(2).stripTrailingZeros(), places) + "%";
        }
        return plain(number, places);
    }

    /** A whole number has no decimals whatever the format; a fraction has at least those of the format. */
    private static String plain(BigDecimal number, int places) {
        if (number.scale() <= 0) {
            return number.setScale(0).toPlainString();
        }
        return number.setScale(Math.max(number.scale(), Math.min(places, 20))).toPlainString();
    }

    private static boolean isDate(int id, String format) {
        return id >= 14 && id <= 17
                || id == 22
                || id >= 27 && id <= 31
                || id == 36
                || id >= 50 && id <= 54
                || id == 57
                || id == 58
                || (format.contains("y") || format.contains("d"))
                        && format.indexOf('0') < 0
                        && !format.contains("General");
    }

    private static String date(BigDecimal serial, boolean chinese) {
        var day = serial.longValue();
        if (day < 61 || day > 100_000) {
            return "";
        }
        var date = LocalDate.of(1899, 12, 30).plusDays(day);
        return chinese
                ? date.getYear() + "年" + date.getMonthValue() + "月" + date.getDayOfMonth() + "日"
                : date.toString();
    }

    private static String builtIn(int id) {
        return switch (id) {
            case 2, 4, 39, 40, 43, 44 -> "0.00";
            case 9 -> "0%";
            case 10 -> "0.00%";
            default -> "General";
        };
    }

    private void read(XMLStreamReader xml) throws XMLStreamException {
        var inCellFormats = false;
        var inBorders = false;
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    switch (xml.getLocalName()) {
                        case "numFmt" ->
                            formats.put(integer(xml, "numFmtId"), String.valueOf(Xml.attribute(xml, "formatCode")));
                        case "borders" -> inBorders = true;
                        case "border" -> {
                            if (inBorders) {
                                borders.add(false);
                            }
                        }
                        case "left", "right", "top", "bottom", "start", "end" -> {
                            var line = Xml.attribute(xml, "style");
                            if (inBorders && line != null && !line.equals("none") && !borders.isEmpty()) {
                                borders.set(borders.size() - 1, true);
                            }
                        }
                        case "cellXfs" -> inCellFormats = true;
                        case "xf" -> {
                            if (inCellFormats) {
                                styles.add(new Style(integer(xml, "numFmtId"), integer(xml, "borderId")));
                            }
                        }
                        default -> {}
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    switch (xml.getLocalName()) {
                        case "cellXfs" -> inCellFormats = false;
                        case "borders" -> inBorders = false;
                        default -> {}
                    }
                }
                default -> {}
            }
        }
    }

    private static int integer(XMLStreamReader xml, String attribute) {
        return HtmlStyle.integer(String.valueOf(Xml.attribute(xml, attribute)), 0);
    }
}
