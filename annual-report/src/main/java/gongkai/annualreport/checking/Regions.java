package gongkai.annualreport.checking;

import gongkai.annualreport.OrganLevel;
import gongkai.annualreport.checking.Region.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Recognises the regions an organ's name begins with. Provinces, prefectures and county-level cities are on a list; counties, districts
 * and townships are known by their last character. Being careful matters more than being complete: what is doubtful is no region.
 */
final class Regions {
    private static final List<String> PEOPLES = List.of(
            "柯尔克孜", "哈萨克", "土家族", "布依族", "哈尼族", "景颇族", "傈僳族", "朝鲜族", "蒙古族", "藏族", "羌族", "苗族", "彝族", "侗族", "壮族", "傣族",
            "白族", "回族", "蒙古");
    private static final Map<String, Kind> KNOWN = load();
    private static final Set<String> SHORT_NAMES = shortNames();
    private static final int LONGEST =
            KNOWN.keySet().stream().mapToInt(String::length).max().orElseThrow();
    private static final Set<String> ZONES =
            Set.of("新区", "发区", "高新区", "经开区", "示范区", "合作区", "保税区", "试验区", "实验区", "度假区", "管理区", "工业区", "集聚区", "园区");
    private static final Set<String> NO_DISTRICTS = Set.of(
            "社区", "景区", "校区", "库区", "灾区", "片区", "小区", "辖区", "地区", "军区", "牧区", "山区", "老区", "护区", "治区", "特区", "名胜区", "港区",
            "政区", "功能区", "城乡区");
    private static final Set<String> NO_CITIES = Set.of("城市", "上市", "门市", "超市", "集市", "夜市", "股市");
    private static final String ORGAN_WORDS = "局厅委办院处";

    private Regions() {}

    /** The regions at the beginning of the name, the widest first; empty if there are none. */
    static List<Region> leading(String name) {
        var regions = new ArrayList<Region>();
        int from = 0;
        for (var region = at(name, 0, null); region != null; region = at(name, from, region)) {
            regions.add(region);
            from += region.name().length();
        }
        return regions;
    }

    /** Whether the name begins with a listed region's name, with or without its last word: 洛阳 for 洛阳市. */
    static boolean beginsWithShortName(String name) {
        for (int to = Math.min(name.length(), LONGEST); to > 1; to--) {
            if (SHORT_NAMES.contains(name.substring(0, to))) {
                return true;
            }
        }
        return false;
    }

    private static Set<String> shortNames() {
        var names = new HashSet<String>();
        for (var known : KNOWN.keySet()) {
            if (known.length() > 2) {
                names.add(known.substring(0, known.length() - 1));
            }
            if (known.endsWith("自治区")) {
                names.add(known.substring(0, 2));
            }
        }
        return names;
    }

    private static @Nullable Region at(String name, int from, @Nullable Region within) {
        if (within != null && within.kind().ordinal() >= Kind.TOWN.ordinal()) {
            return null;
        }
        boolean withinCounty = within != null && within.kind().level() == OrganLevel.COUNTY;
        if (!withinCounty) {
            for (int to = Math.min(name.length(), from + LONGEST); to > from + 1; to--) {
                var kind = KNOWN.get(name.substring(from, to));
                if (kind != null) {
                    return new Region(name.substring(from, to), kind);
                }
            }
        }
        for (int at = from + 1; at < name.length() && at < from + 15; at++) {
            if (ORGAN_WORDS.indexOf(name.charAt(at)) >= 0) {
                return null;
            }
            var candidate = name.substring(from, at + 1);
            var kind = kind(candidate, name.substring(at + 1), within != null, withinCounty);
            if (kind != null) {
                return new Region(candidate, kind);
            }
        }
        return null;
    }

    private static @Nullable Kind kind(String name, String after, boolean withinRegion, boolean withinCounty) {
        int length = name.length();
        return switch (name.charAt(length - 1)) {
            case '市' ->
                length >= 3 && length <= 6 && !withinCounty && !endsWithOneOf(name, NO_CITIES)
                        ? Kind.UNKNOWN_CITY
                        : null;
            // All provinces there are stand on the list; this is one of an example.
            case '省' -> length == 3 && !withinRegion ? Kind.PROVINCE : null;
            case '县' -> withinCounty ? null : Kind.COUNTY;
            case '旗' -> length >= 3 && !withinCounty ? Kind.COUNTY : null;
            case '区' -> district(name, withinRegion, withinCounty);
            case '镇', '乡' -> after.isEmpty() || after.startsWith("人民政府") || after.startsWith("政府") ? Kind.TOWN : null;
            case '道' ->
                name.endsWith("街道") && (after.isEmpty() || after.startsWith("办") || after.startsWith("党"))
                        ? Kind.SUBDISTRICT
                        : null;
            default -> null;
        };
    }

    private static @Nullable Kind district(String name, boolean withinRegion, boolean withinCounty) {
        switch (name) {
            case "浦东新区", "滨海新区" -> {
                return Kind.DISTRICT;
            }
            case "神农架林区", "六枝特区" -> {
                return Kind.COUNTY;
            }
            default -> {}
        }
        if (endsWithOneOf(name, ZONES)) {
            return name.length() > 3 || withinRegion ? Kind.ZONE : null;
        }
        if (withinCounty || endsWithOneOf(name, NO_DISTRICTS) || name.length() > 9) {
            return null;
        }
        return name.length() > 2 || withinRegion ? Kind.DISTRICT : null;
    }

    private static boolean endsWithOneOf(String name, Set<String> ends) {
        return ends.stream().anyMatch(name::endsWith);
    }

    private static Map<String, Kind> load() {
        var known = new HashMap<String, Kind>();
        for (var line : lines("regions.txt")) {
            var parts = line.split("\\|", -1);
            for (var name : words(parts[0])) {
                known.put(name, Kind.PROVINCE);
            }
            for (var name : words(parts[1])) {
                boolean regulating = name.endsWith("市") || name.endsWith("自治州");
                known.put(name, regulating ? Kind.PREFECTURE : Kind.LEAGUE);
                if (name.endsWith("自治州")) {
                    known.put(shortened(name), Kind.PREFECTURE);
                }
            }
            for (var name : words(parts[2])) {
                known.put(name, Kind.COUNTY_CITY);
            }
        }
        return Map.copyOf(known);
    }

    /** 大理州 for 大理白族自治州. */
    private static String shortened(String prefecture) {
        var name = prefecture.substring(0, prefecture.length() - "自治州".length());
        for (int before = 0; before != name.length(); ) {
            before = name.length();
            for (var people : PEOPLES) {
                if (name.endsWith(people)) {
                    name = name.substring(0, name.length() - people.length());
                }
            }
        }
        return name + "州";
    }

    private static List<String> words(String text) {
        return text.isBlank() ? List.of() : List.of(text.strip().split(" +"));
    }

    /** The lines of a list kept beside this class, without its comments. */
    static List<String> lines(String resource) {
        try (var in = Regions.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("missing resource " + resource);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
