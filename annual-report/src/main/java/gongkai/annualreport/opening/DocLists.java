package gongkai.annualreport.opening;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.poi.hwpf.usermodel.HWPFList;
import org.apache.poi.hwpf.usermodel.Paragraph;

/** The numbers Word puts before paragraphs by itself (一、 （一） 1.), counted as it counts them. */
final class DocLists {
    private static final int LEVELS = 9;
    private static final int BULLET = 23;
    private static final int NOTHING = 255;

    private static final class Counts {
        final int[] count = new int[LEVELS];
        final boolean[] begun = new boolean[LEVELS];
    }

    private final Map<Integer, Counts> byList = new HashMap<>();
    private final Set<String> overridden = new HashSet<>();

    /** What stands before the paragraph's text, often nothing. A broken list costs the number, not the paragraph. */
    String label(Paragraph paragraph) {
        try {
            return paragraph.isInList() ? next(paragraph.getList(), paragraph.getIlfo(), paragraph.getIlvl()) : "";
        } catch (RuntimeException e) {
            return "";
        }
    }

    private String next(HWPFList list, int override, int at) {
        if (at < 0 || at >= LEVELS) {
            return "";
        }
        var counts = byList.computeIfAbsent(list.getLsid(), id -> new Counts());
        if (list.isStartAtOverridden((char) at) && overridden.add(override + ":" + at) || !counts.begun[at]) {
            counts.count[at] = list.getStartAt((char) at);
            counts.begun[at] = true;
        } else {
            counts.count[at]++;
        }
        for (int deeper = at + 1; deeper < LEVELS; deeper++) {
            counts.begun[deeper] = false;
        }
        int format = list.getNumberFormat((char) at);
        var pattern = list.getNumberText((char) at);
        if (pattern == null || format == BULLET || format == NOTHING) {
            return "";
        }
        var label = new StringBuilder();
        for (char c : pattern.toCharArray()) {
            if (c < LEVELS) {
                int count = counts.begun[c] ? counts.count[c] : list.getStartAt(c);
                label.append(Numerals.write(count, name(list.getNumberFormat(c))));
            } else {
                label.append(c);
            }
        }
        if (!label.isEmpty() && Character.isLetterOrDigit(label.charAt(label.length() - 1))) {
            // The gap the reader sees, lest 1 before 2021年 become 12021年
            label.append(' ');
        }
        return label.toString();
    }

    /** The name that docx gives to a number format of doc. */
    private static String name(int format) {
        return switch (format) {
            case 1 -> "upperRoman";
            case 2 -> "lowerRoman";
            case 3 -> "upperLetter";
            case 4 -> "lowerLetter";
            case 10 -> "ideographDigital";
            case 11 -> "japaneseCounting";
            case 14 -> "decimalFullWidth";
            case 16 -> "japaneseLegal";
            case 17 -> "japaneseDigitalTenThousand";
            case 18, 28 -> "decimalEnclosedCircle";
            case 19 -> "decimalFullWidth2";
            case 22 -> "decimalZero";
            case 26 -> "decimalEnclosedFullstop";
            case 27 -> "decimalEnclosedParen";
            case 29 -> "ideographEnclosedCircle";
            case 30 -> "ideographTraditional";
            case 31 -> "ideographZodiac";
            case 33 -> "taiwaneseCounting";
            case 34 -> "ideographLegalTraditional";
            case 35 -> "taiwaneseCountingThousand";
            case 36 -> "taiwaneseDigital";
            case 37 -> "chineseCounting";
            case 38 -> "chineseLegalSimplified";
            case 39 -> "chineseCountingThousand";
            case NOTHING -> "none";
            default -> "decimal";
        };
    }
}
