package gongkai.platform.organ;

import java.util.Set;

/**
 * A division code (行政区划代码): 6 digits down to the county, 9 to the township, 12 to the village or neighbourhood.
 *
 * @param code the digits
 */
public record Region(String code) {
    private static final int COUNTY_DIGITS = 6;
    private static final int TOWNSHIP_DIGITS = 9;
    /** The first two digits in GB/T 2260; 99 belongs to nobody and stands for invented places. */
    private static final Set<String> PROVINCES = Set.of(
            "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37", "41", "42", "43",
            "44", "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64", "65", "71", "81", "82", "99");
    /** Beijing, Tianjin, Shanghai, Chongqing. */
    private static final Set<String> MUNICIPALITIES = Set.of("11", "12", "31", "50");

    /** How far down a code reaches. */
    public enum Level {
        PROVINCE("省级"),
        CITY("设区的市级"),
        COUNTY("县级"),
        TOWNSHIP("乡级"),
        VILLAGE("村级");

        private final String chinese;

        Level(String chinese) {
            this.chinese = chinese;
        }

        public String chinese() {
            return chinese;
        }
    }

    /** @throws IllegalArgumentException with a Chinese reason when it is not such a code */
    public Region {
        var wrong = wrong(code);
        if (!wrong.isEmpty()) {
            throw new IllegalArgumentException(wrong);
        }
    }

    /** Why that is not a division code, in Chinese with what to do; empty when it is one. */
    public static String wrong(String code) {
        if (!code.matches("\\d{6}|\\d{9}|\\d{12}")) {
            return "行政区划代码应为 6 位、9 位或 12 位数字，现为“" + code + "”";
        }
        if (!PROVINCES.contains(code.substring(0, 2))) {
            return "行政区划代码的前两位“" + code.substring(0, 2) + "”不是省级代码，请核对";
        }
        if (code.startsWith("00", 2) && !code.startsWith("0000", 2)) {
            return "行政区划代码“" + code + "”有县级而没有市级，请核对";
        }
        if (code.length() > COUNTY_DIGITS && code.startsWith("00", 4)) {
            return "行政区划代码“" + code + "”有乡级而没有县级，请核对";
        }
        if (code.length() > TOWNSHIP_DIGITS && code.startsWith("000", COUNTY_DIGITS) && !code.endsWith("000")) {
            return "行政区划代码“" + code + "”有村级而没有乡级，请核对";
        }
        return "";
    }

    /** Its level. */
    public Level level() {
        if (code.length() > TOWNSHIP_DIGITS && !code.endsWith("000")) {
            return Level.VILLAGE;
        }
        if (code.length() > COUNTY_DIGITS && !code.startsWith("000", COUNTY_DIGITS)) {
            return Level.TOWNSHIP;
        }
        if (!code.startsWith("00", 4)) {
            return Level.COUNTY;
        }
        return code.startsWith("00", 2) ? Level.PROVINCE : Level.CITY;
    }

    /** Whether it lies in a municipality directly under the central government (直辖市). */
    public boolean inMunicipality() {
        return MUNICIPALITIES.contains(code.substring(0, 2));
    }

    /** The code of the county-level division it lies in, or itself when it is above one. */
    public Region county() {
        return code.length() == COUNTY_DIGITS ? this : new Region(code.substring(0, COUNTY_DIGITS));
    }

    /** Whether it lies in that division, or is it, going by the digits. */
    public boolean within(Region wider) {
        var prefix = switch (wider.level()) {
            case PROVINCE -> wider.code.substring(0, 2);
            case CITY -> wider.code.substring(0, 4);
            case COUNTY -> wider.code.substring(0, COUNTY_DIGITS);
            case TOWNSHIP -> wider.code.substring(0, TOWNSHIP_DIGITS);
            case VILLAGE -> wider.code;
        };
        return code.startsWith(prefix);
    }
}
