package gongkai.annualreport.checking;

import gongkai.annualreport.OrganLevel;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an organ's name tells about it.
 *
 * @param name without white space
 * @param regions the regions its name begins with, the widest first
 * @param local whether it is certainly an organ of a region, not of the State Council
 */
public record Organ(String name, List<Region> regions, Kind kind, boolean local) {
    private static final Set<String> STATE_COUNCIL = Set.copyOf(Regions.lines("state-council-organs.txt"));
    private static final List<String> NATIONAL_STARTS = List.of("国务院", "国家", "中国", "中华", "中央", "中共", "最高人民");
    private static final List<String> DEPARTMENT_ENDS = List.of(
            "局", "厅", "委员会", "委", "办公室", "办", "管委会", "分局", "院", "中心", "队", "所", "站", "处", "署", "社", "馆", "会", "公司", "部",
            "行", "室");

    private static final Pattern ZONE =
            Pattern.compile("(?:开发|高新|新|园|示范|保税|度假|风景|风景名胜|景|合作|试验|实验|工业|产业|集聚|物流|港|管理)区|园管");

    /** What it is in the words of Articles 49 and 50 of the Regulation. */
    public enum Kind {
        /** A people's government of county level or above. */
        GOVERNMENT,
        /** A people's government of a town or township. */
        TOWNSHIP_GOVERNMENT,
        /** A subdistrict office (街道办事处): an agency of a government, not a government. */
        SUBDISTRICT_OFFICE,
        /** A department of a government, or anything else that is not itself a government. */
        DEPARTMENT,
        /** The name does not tell. */
        UNKNOWN
    }

    public Organ {
        regions = List.copyOf(regions);
    }

    /** What the name tells; null knows nothing. */
    public static Organ named(@Nullable String organ) {
        var name = organ == null ? "" : withoutSpace(organ);
        boolean national = NATIONAL_STARTS.stream().anyMatch(name::startsWith);
        var branch = STATE_COUNCIL.stream()
                .filter(central -> name.length() > central.length() && name.startsWith(central))
                .findFirst();
        var regional = name.substring(branch.map(String::length).orElse(0));
        var regions = Regions.leading(regional);
        var rest = regional.substring(
                regions.stream().mapToInt(region -> region.name().length()).sum());
        boolean bareLevel = regions.isEmpty() && !rest.isEmpty() && "省市州县区旗镇乡".indexOf(rest.charAt(0)) >= 0;
        if (bareLevel) {
            rest = rest.substring(1);
        }
        var kind = name.isEmpty() ? Kind.UNKNOWN : kind(rest, regions, bareLevel ? regional.charAt(0) : ' ');
        boolean local = !regions.isEmpty()
                || bareLevel
                || !national
                        && !STATE_COUNCIL.contains(name)
                        && (kind == Kind.SUBDISTRICT_OFFICE || rest.endsWith("局") || rest.endsWith("厅"));
        return new Organ(name, regions, kind, local);
    }

    private static Kind kind(String rest, List<Region> regions, char bareLevel) {
        var last = regions.isEmpty() ? null : regions.getLast().kind();
        if (last == Region.Kind.SUBDISTRICT || rest.endsWith("街道办事处") || rest.endsWith("街道办") || rest.endsWith("街道")) {
            return Kind.SUBDISTRICT_OFFICE;
        }
        boolean government = rest.equals("人民政府") || rest.equals("政府");
        if (last == Region.Kind.TOWN || government && (bareLevel == '镇' || bareLevel == '乡')) {
            return rest.isEmpty() || government ? Kind.TOWNSHIP_GOVERNMENT : Kind.DEPARTMENT;
        }
        if (last == Region.Kind.ZONE && rest.isEmpty()) {
            return Kind.UNKNOWN;
        }
        if (government || rest.equals("行政公署") || rest.equals("行署") || rest.isEmpty() && last != null) {
            return Kind.GOVERNMENT;
        }
        if (rest.endsWith("镇人民政府") || rest.endsWith("乡人民政府")) {
            return Kind.TOWNSHIP_GOVERNMENT;
        }
        return DEPARTMENT_ENDS.stream().anyMatch(rest::endsWith) ? Kind.DEPARTMENT : Kind.UNKNOWN;
    }

    /** The level of its region; null where the name does not tell, as with a city that may be of prefecture or county level. */
    public @Nullable OrganLevel level() {
        if (kind == Kind.TOWNSHIP_GOVERNMENT || kind == Kind.SUBDISTRICT_OFFICE) {
            return OrganLevel.TOWNSHIP;
        }
        if (!regions.isEmpty()) {
            return regions.getLast().kind().level();
        }
        if (!local) {
            return null;
        }
        return switch (name.charAt(0)) {
            case '省' -> OrganLevel.PROVINCE;
            case '州' -> OrganLevel.CITY;
            case '县', '区', '旗' -> OrganLevel.COUNTY;
            default -> null;
        };
    }

    /** Whether the name says of which region the organ is, so that nobody takes it for another. */
    boolean isFullName() {
        if (!regions.isEmpty()) {
            return switch (regions.getFirst().kind()) {
                case DISTRICT, TOWN, SUBDISTRICT -> false;
                default -> true;
            };
        }
        return STATE_COUNCIL.contains(name)
                || NATIONAL_STARTS.stream().anyMatch(name::startsWith)
                || Regions.beginsWithShortName(name);
    }

    /** The office that publishes its government's report too: 杭州市人民政府办公厅. */
    boolean isGovernmentOffice() {
        return name.endsWith("政府办公室") || name.endsWith("政府办公厅") || name.endsWith("政府办");
    }

    /** Whether it is the committee of a development zone, neither a government nor one's department. */
    boolean governsZone() {
        return (name.endsWith("管委会") || name.endsWith("管理委员会"))
                && ZONE.matcher(name).find();
    }

    /**
     * Whether it may make regulations (规章; 立法法 Articles 91 and 93): organs of the State Council, governments of provinces, cities
     * divided into districts and autonomous prefectures. Null where that is uncertain.
     *
     * @param stated the level of its region as the caller states it
     */
    @Nullable
    Boolean mayMakeRegulations(@Nullable OrganLevel stated) {
        if (STATE_COUNCIL.contains(name)) {
            return true;
        }
        var level = stated != null ? stated : level();
        if (level == OrganLevel.COUNTY || level == OrganLevel.TOWNSHIP) {
            return false;
        }
        return switch (kind) {
            case TOWNSHIP_GOVERNMENT, SUBDISTRICT_OFFICE -> false;
            case DEPARTMENT -> local || stated != null ? Boolean.FALSE : null;
            case GOVERNMENT ->
                level == null ? null : regions.isEmpty() || regions.getLast().kind() != Region.Kind.LEAGUE;
            case UNKNOWN -> null;
        };
    }

    private static String withoutSpace(String text) {
        var kept = new StringBuilder(text.length());
        text.chars()
                .filter(c -> !Character.isWhitespace(c) && !Character.isSpaceChar(c))
                .forEach(c -> kept.append((char) c));
        return kept.toString();
    }
}
