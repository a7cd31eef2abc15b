package gongkai.platform.organ;

import gongkai.platform.organ.Reconsideration.Found;
import gongkai.platform.organ.Reconsideration.Unknown;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The jurisdiction of reconsideration organs by the Administrative Reconsideration Law (行政复议法) as revised in 2023. Pure. */
final class ReconsiderationLaw {
    /** Before that day the law read otherwise: a superior department could be chosen too. */
    private static final LocalDate IN_FORCE_FROM = LocalDate.of(2024, 1, 1);

    private static final String LAW = "行政复议法";

    private final OrganTree tree;
    private final LocalDate on;

    private ReconsiderationLaw(OrganTree tree, LocalDate on) {
        this.tree = tree;
        this.on = on;
    }

    static Reconsideration of(OrganTree tree, OrganId id, LocalDate on) {
        if (on.isBefore(IN_FORCE_FROM)) {
            return new Unknown("2024年1月1日以前的行政行为适用修订前的行政复议法，请人工确定复议机关");
        }
        var organ = tree.lastKnown(id, on);
        return organ == null ? new Unknown("没有这个机构") : new ReconsiderationLaw(tree, on).of(organ);
    }

    private Reconsideration of(Organ organ) {
        return switch (organ.kind()) {
            case STATE_COUNCIL -> new Unknown("对国务院的行为不适用行政复议");
            case STATE_DEPARTMENT -> found(organ, "第二十五条");
            case GOVERNMENT -> ofGovernment(organ);
            case TOWNSHIP -> above(organ, "第二十四条第一款第二项", "上一级人民政府");
            case DISPATCHED_OFFICE, SUBDISTRICT -> above(organ, "第二十四条第一款第三项", "设立它的人民政府");
            case DEPARTMENT -> organ.justice() ? ofJusticeDepartment(organ) : above(organ, "第二十四条第一款第一项", "本级人民政府");
            case DISPATCHED_UNIT -> ofDispatchedUnit(organ);
            case AUTHORIZED_ORG -> ofAuthorizedOrg(organ);
            case AFFILIATED_UNIT -> ofAffiliatedUnit(organ);
            case VERTICAL_ORGAN -> above(organ, "第二十七条", "上一级主管部门");
        };
    }

    private Reconsideration ofGovernment(Organ organ) {
        var region = organ.region();
        return region != null && region.level() == Region.Level.PROVINCE
                ? found(organ, "第二十四条第二款", "对复议决定不服的，可以提起诉讼，也可以向国务院申请裁决（第二十六条）")
                : above(organ, "第二十四条第一款第二项", "上一级人民政府");
    }

    private Reconsideration ofJusticeDepartment(Organ organ) {
        var government = tree.parent(organ, on);
        if (government.isEmpty()) {
            return missing(organ, "本级人民政府");
        }
        var superior = superiorJustice(government.get());
        return superior.<Reconsideration>map(
                        justice -> new Found(List.of(government.get(), justice), LAW + "第二十八条", "两个机关由申请人任选"))
                .orElseGet(() -> new Found(List.of(government.get()), LAW + "第二十八条", "也可以向上一级司法行政部门申请，但系统中还没有录入它，请补录"));
    }

    /** The justice department of the nearest government above that has one; above the province, the ministry. */
    private Optional<Organ> superiorJustice(Organ government) {
        for (var above = tree.parent(government, on); above.isPresent(); above = tree.parent(above.get(), on)) {
            var justice = tree.children(above.get().id(), on).stream()
                    .filter(Organ::justice)
                    .findFirst();
            if (justice.isPresent()) {
                return justice;
            }
        }
        return Optional.empty();
    }

    private Reconsideration ofDispatchedUnit(Organ unit) {
        var department = tree.parent(unit, on);
        if (department.isEmpty()) {
            return missing(unit, "设立它的部门");
        }
        return switch (department.get().kind()) {
            case STATE_DEPARTMENT -> found(department.get(), "第二十五条");
            case VERTICAL_ORGAN -> found(department.get(), "第二十七条");
            case DEPARTMENT -> ofUnitOf(department.get(), unit);
            default ->
                new Unknown("“" + unit.name() + "”是派出机构，但设在“"
                        + department.get().kind().chinese() + "”之下，请核对机构资料");
        };
    }

    private Reconsideration ofUnitOf(Organ department, Organ unit) {
        var government = tree.parent(department, on);
        if (government.isEmpty()) {
            return missing(department, "本级人民政府");
        }
        var organs = new ArrayList<Organ>();
        organs.add(government.get());
        localGovernment(government.get(), unit).ifPresent(organs::add);
        return new Found(
                organs, LAW + "第二十四条第四款", organs.size() == 1 ? "以部门名义作出的，按该部门确定" : "该派出机构按照行政区划设立，也可以向其所在地的人民政府申请");
    }

    /** The government of the division a unit was set up for, when its department belongs to a municipality or a city with districts. */
    private Optional<Organ> localGovernment(Organ government, Organ unit) {
        var wide = government.region();
        var own = unit.region();
        if (wide == null || own == null || own.level().compareTo(Region.Level.COUNTY) < 0) {
            return Optional.empty();
        }
        boolean divided =
                wide.level() == Region.Level.CITY || wide.level() == Region.Level.PROVINCE && wide.inMunicipality();
        return divided
                ? tree.subtree(government.id(), on).stream()
                        .filter(organ -> organ.kind() == OrganKind.GOVERNMENT
                                && own.county().equals(organ.region()))
                        .findFirst()
                : Optional.empty();
    }

    private Reconsideration ofAuthorizedOrg(Organ organ) {
        var above = tree.parent(organ, on);
        if (above.isEmpty()) {
            return missing(organ, "管理它的机关");
        }
        return switch (above.get().kind()) {
            case STATE_DEPARTMENT -> found(above.get(), "第二十五条");
            case VERTICAL_ORGAN -> found(above.get(), "第二十七条");
            case DEPARTMENT ->
                tree.parent(above.get(), on)
                        .map(government -> found(government, "第二十四条第一款第四项"))
                        .orElseGet(() -> missing(above.get(), "本级人民政府"));
            default -> found(above.get(), "第二十四条第一款第四项");
        };
    }

    /** A unit without authority of its own acts in the name of the organ it belongs to. */
    private Reconsideration ofAffiliatedUnit(Organ unit) {
        var owner = tree.parent(unit, on);
        if (owner.isEmpty()) {
            return missing(unit, "所属机关");
        }
        return switch (of(owner.get())) {
            case Found found ->
                new Found(
                        found.organs(),
                        found.article(),
                        "二级机构以所属机关“" + owner.get().name() + "”的名义作出；有法律、法规、规章授权的，请把类型改为法律法规授权组织"
                                + (found.note().isEmpty() ? "" : "。" + found.note()));
            case Unknown unknown -> unknown;
        };
    }

    private Reconsideration above(Organ organ, String article, String what) {
        return tree.parent(organ, on).map(superior -> found(superior, article)).orElseGet(() -> missing(organ, what));
    }

    private static Reconsideration found(Organ organ, String article) {
        return found(organ, article, "");
    }

    private static Reconsideration found(Organ organ, String article, String note) {
        return new Found(List.of(organ), LAW + article, note);
    }

    private static Reconsideration missing(Organ organ, String what) {
        return new Unknown("系统中没有“" + organ.name() + "”的" + what + "，请先录入");
    }
}
