package gongkai.platform.organ;

import static gongkai.platform.organ.OrganKind.AUTHORIZED_ORG;
import static gongkai.platform.organ.OrganKind.DEPARTMENT;
import static gongkai.platform.organ.OrganKind.DISPATCHED_OFFICE;
import static gongkai.platform.organ.OrganKind.GOVERNMENT;
import static gongkai.platform.organ.OrganKind.STATE_COUNCIL;
import static gongkai.platform.organ.OrganKind.STATE_DEPARTMENT;
import static gongkai.platform.organ.OrganKind.SUBDISTRICT;
import static gongkai.platform.organ.OrganKind.TOWNSHIP;
import static gongkai.platform.organ.OrganKind.VERTICAL_ORGAN;

import gongkai.platform.organ.Ruling.Objection;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the law says of a single organ and the one above it. Pure. */
final class OrganLaw {
    private static final int LONGEST_NAME = 100;

    private OrganLaw() {}

    /** What speaks against these facts, given the organ above. */
    static List<Objection> objections(OrganFacts facts, @Nullable Organ parent) {
        var found = new ArrayList<Objection>();
        name(facts, found);
        place(facts, parent, found);
        region(facts, parent, found);
        if (facts.justice() && facts.kind() != DEPARTMENT && facts.kind() != STATE_DEPARTMENT) {
            found.add(new Objection("justice", "只有政府工作部门（司法局、司法厅）和国务院部门（司法部）可以标为司法行政部门"));
        }
        if (facts.capacities().contains(Capacity.RULE_MAKING) && !makesRules(facts)) {
            found.add(new Objection(
                    "capacities", "规章由国务院部门、省级人民政府和设区的市、自治州人民政府制定（立法法第九十一条、第九十三条），“" + facts.name() + "”没有规章制定权"));
        }
        return found;
    }

    private static void name(OrganFacts facts, List<Objection> found) {
        if (facts.name().isBlank()) {
            found.add(new Objection("name", "请填写机构全称"));
        } else if (facts.name().length() > LONGEST_NAME) {
            found.add(new Objection("name", "机构全称不超过 " + LONGEST_NAME + " 个字"));
        }
        if (facts.shortName().isBlank()) {
            found.add(new Objection("shortName", "请填写规范简称；没有简称的填全称"));
        } else if (facts.shortName().length() > LONGEST_NAME) {
            found.add(new Objection("shortName", "规范简称不超过 " + LONGEST_NAME + " 个字"));
        }
    }

    private static void place(OrganFacts facts, @Nullable Organ parent, List<Objection> found) {
        if (parent == null) {
            if (!mayStandAlone(facts.kind())) {
                found.add(new Objection("parent", "“" + facts.kind().chinese() + "”须有上级机构：" + allowed(facts.kind())));
            }
        } else if (!parents(facts.kind()).contains(parent.kind())) {
            found.add(new Objection(
                    "parent",
                    facts.kind() == STATE_COUNCIL
                            ? "国务院没有上级机构"
                            : "“" + facts.kind().chinese() + "”不能设在“"
                                    + parent.kind().chinese() + "”（" + parent.name() + "）之下，上级机构应为"
                                    + allowed(facts.kind())));
        }
    }

    private static void region(OrganFacts facts, @Nullable Organ parent, List<Objection> found) {
        var region = facts.region();
        if (facts.kind() != GOVERNMENT) {
            return;
        }
        if (region == null) {
            found.add(new Objection("region", "人民政府须有行政区划代码"));
        } else if (region.level().compareTo(Region.Level.COUNTY) > 0) {
            found.add(new Objection("region", "县级以上人民政府用 6 位行政区划代码；乡、镇的类型请选“乡镇人民政府”"));
        } else if (parent != null
                && parent.kind() == GOVERNMENT
                && parent.region() != null
                && parent.region().level().compareTo(region.level()) >= 0) {
            found.add(new Objection(
                    "parent",
                    "上一级人民政府的级别应更高：“" + parent.name() + "”也是"
                            + parent.region().level().chinese()));
        }
    }

    private static boolean makesRules(OrganFacts facts) {
        return facts.kind() == STATE_DEPARTMENT
                || facts.kind() == GOVERNMENT
                        && facts.region() != null
                        && facts.region().level().compareTo(Region.Level.CITY) <= 0;
    }

    private static boolean mayStandAlone(OrganKind kind) {
        return switch (kind) {
            case STATE_COUNCIL, STATE_DEPARTMENT, GOVERNMENT, VERTICAL_ORGAN -> true;
            case TOWNSHIP,
                    DEPARTMENT,
                    DISPATCHED_OFFICE,
                    SUBDISTRICT,
                    DISPATCHED_UNIT,
                    AFFILIATED_UNIT,
                    AUTHORIZED_ORG -> false;
        };
    }

    /** What an organ of that kind may stand below. */
    static Set<OrganKind> parents(OrganKind kind) {
        return switch (kind) {
            case STATE_COUNCIL -> EnumSet.noneOf(OrganKind.class);
            case STATE_DEPARTMENT -> EnumSet.of(STATE_COUNCIL);
            case GOVERNMENT -> EnumSet.of(STATE_COUNCIL, GOVERNMENT, DISPATCHED_OFFICE);
            case TOWNSHIP, DEPARTMENT -> EnumSet.of(GOVERNMENT, DISPATCHED_OFFICE);
            case DISPATCHED_OFFICE, SUBDISTRICT -> EnumSet.of(GOVERNMENT);
            case DISPATCHED_UNIT -> EnumSet.of(DEPARTMENT, STATE_DEPARTMENT, VERTICAL_ORGAN);
            case AFFILIATED_UNIT ->
                EnumSet.of(
                        STATE_COUNCIL,
                        STATE_DEPARTMENT,
                        GOVERNMENT,
                        TOWNSHIP,
                        DEPARTMENT,
                        DISPATCHED_OFFICE,
                        SUBDISTRICT,
                        AUTHORIZED_ORG,
                        VERTICAL_ORGAN);
            case AUTHORIZED_ORG ->
                EnumSet.of(STATE_DEPARTMENT, GOVERNMENT, TOWNSHIP, DEPARTMENT, DISPATCHED_OFFICE, VERTICAL_ORGAN);
            case VERTICAL_ORGAN -> EnumSet.of(STATE_DEPARTMENT, VERTICAL_ORGAN);
        };
    }

    private static String allowed(OrganKind kind) {
        return parents(kind).stream().map(OrganKind::chinese).collect(Collectors.joining("、"));
    }
}
