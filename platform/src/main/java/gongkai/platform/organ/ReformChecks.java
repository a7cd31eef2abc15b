package gongkai.platform.organ;

import gongkai.platform.organ.Ruling.Objection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What speaks against a change, by the law or by what is known of the organs. Pure. */
final class ReformChecks {
    private static final String CODE = "[a-z0-9][a-z0-9-]{0,62}";
    /** No organ of the People's Republic is older. */
    private static final LocalDate EARLIEST = LocalDate.of(1949, 10, 1);
    /** A reform is not planned longer ahead. */
    private static final int YEARS_AHEAD = 100;

    private ReformChecks() {}

    static List<Objection> establish(OrganTree tree, String code, OrganFacts facts, Basis basis) {
        var found = new ArrayList<Objection>();
        if (!code.matches(CODE)) {
            found.add(new Objection("code", "机构代码用小写字母、数字和连字符，以字母或数字开头，最长 63 位，例如 demo-d01"));
        } else if (tree.id(code).isPresent()) {
            found.add(new Objection("code", "机构代码“" + code + "”已被使用，代码不能重复，撤销的机构也不让出代码"));
        }
        day(basis.on(), found);
        facts(tree, null, facts, basis.on(), found);
        return found;
    }

    static List<Objection> change(OrganTree tree, OrganId id, OrganFacts facts, Basis basis) {
        var found = new ArrayList<Objection>();
        day(basis.on(), found);
        var last = tree.history(id).getLast();
        alive(last, basis.on(), found);
        if (basis.on().isBefore(last.since())) {
            found.add(later(last));
        }
        if (found.isEmpty()) {
            facts(tree, last, facts, basis.on(), found);
        }
        return found;
    }

    static List<Objection> correct(OrganTree tree, OrganId id, OrganFacts facts) {
        var found = new ArrayList<Objection>();
        var last = tree.history(id).getLast();
        facts(tree, last, facts, last.since(), found);
        return found;
    }

    static List<Objection> merge(OrganTree tree, Set<OrganId> parts, OrganId into, Basis basis) {
        var found = new ArrayList<Objection>();
        day(basis.on(), found);
        if (parts.stream().allMatch(into::equals)) {
            found.add(new Objection("parts", "请选择要并入的机构"));
        }
        var target = tree.find(into, basis.on());
        if (target.isEmpty()) {
            found.add(new Objection("into", "承接的机构在 " + basis.on() + " 并不存在，请先新增它"));
            return found;
        }
        for (var part : parts) {
            if (!part.equals(into)) {
                ends(tree, part, basis.on(), found);
                if (tree.isBelow(into, part, basis.on())) {
                    found.add(new Objection(
                            "into",
                            "“" + target.get().name() + "”设在“" + name(tree, part, basis.on()) + "”之下，请先调整它的隶属关系"));
                }
                children(tree, part, target.get(), basis.on(), found);
            }
        }
        return found;
    }

    static List<Objection> split(OrganTree tree, OrganId id, Set<OrganId> into, boolean stays, Basis basis) {
        var found = new ArrayList<Objection>();
        day(basis.on(), found);
        if (into.isEmpty() || into.contains(id)) {
            found.add(new Objection("into", "请选择分设出的机构，不能是它自己"));
            return found;
        }
        for (var part : into) {
            if (tree.find(part, basis.on()).isEmpty()) {
                found.add(new Objection("into", "“" + name(tree, part, basis.on()) + "”在 " + basis.on() + " 并不存在"));
            } else if (!stays && tree.isBelow(part, id, basis.on())) {
                found.add(new Objection("into", "“" + name(tree, part, basis.on()) + "”设在被分设的机构之下，请先调整它的隶属关系"));
            }
        }
        if (tree.find(id, basis.on()).isEmpty()) {
            found.add(new Objection("on", "该机构在 " + basis.on() + " 并不存在"));
        }
        if (!stays) {
            ends(tree, id, basis.on(), found);
            tree.find(into.iterator().next(), basis.on())
                    .ifPresent(first -> children(tree, id, first, basis.on(), found));
        }
        return found;
    }

    static List<Objection> abolish(OrganTree tree, OrganId id, @Nullable OrganId successor, Basis basis) {
        var found = new ArrayList<Objection>();
        day(basis.on(), found);
        ends(tree, id, basis.on(), found);
        var below = tree.children(id, basis.on());
        if (!below.isEmpty()) {
            found.add(Objection.of("其下还有 " + below.size() + " 个机构（"
                    + below.stream().limit(3).map(Organ::name).collect(Collectors.joining("、"))
                    + (below.size() > 3 ? "等" : "") + "），请先调整它们的隶属关系或者改用“合并”"));
        }
        if (id.equals(successor)) {
            found.add(new Objection("successor", "承接职权的机构不能是它自己"));
        } else if (successor != null && tree.find(successor, basis.on()).isEmpty()) {
            found.add(new Objection("successor", "承接职权的机构在 " + basis.on() + " 并不存在"));
        }
        return found;
    }

    private static void day(LocalDate day, List<Objection> found) {
        if (day.isBefore(EARLIEST) || day.isAfter(EARLIEST.plusYears(2 * YEARS_AHEAD))) {
            found.add(new Objection("on", "生效日期“" + day + "”不合理，请核对年份"));
        }
    }

    private static void alive(Organ last, LocalDate day, List<Objection> found) {
        if (last.until() != null && !day.isBefore(last.until())) {
            found.add(new Objection("on", "“" + last.name() + "”已于 " + last.until() + " 不再存在，不能再变更"));
        }
    }

    private static Objection later(Organ last) {
        return new Objection("on", "该机构自 " + last.since() + " 起的情况已经录入，新的变更不能早于这一天；录错了请用“更正”");
    }

    private static void ends(OrganTree tree, OrganId id, LocalDate day, List<Objection> found) {
        var last = tree.history(id).getLast();
        if (last.until() != null) {
            found.add(new Objection("on", "“" + last.name() + "”已于 " + last.until() + " 不再存在"));
        } else if (!last.since().isBefore(day)) {
            found.add(later(last));
        }
        tree.laterChild(id, day)
                .ifPresent(child -> found.add(new Objection(
                        "on", "“" + child.name() + "”自 " + child.since() + " 起设在“" + last.name() + "”之下，请先更正")));
    }

    private static void children(OrganTree tree, OrganId from, Organ to, LocalDate day, List<Objection> found) {
        for (var child : tree.children(from, day)) {
            if (!child.id().equals(to.id())) {
                OrganLaw.objections(child.facts().under(to.id()), to)
                        .forEach(objection -> found.add(
                                Objection.of("所属的“" + child.name() + "”不能随之转入：" + objection.reason() + "。请先调整它")));
                if (tree.history(child.id()).getLast().since().isAfter(day)) {
                    found.add(Objection.of("所属的“" + child.name() + "”在 " + day + " 之后另有变更，不能随之转入，请先调整它"));
                }
            }
        }
    }

    private static void facts(
            OrganTree tree, @Nullable Organ before, OrganFacts facts, LocalDate day, List<Objection> found) {
        var self = before == null ? null : before.id();
        var parentId = facts.parent();
        var parent = parentId == null ? null : tree.find(parentId, day).orElse(null);
        if (parentId != null && parent == null) {
            found.add(new Objection("parent", "“" + name(tree, parentId, day) + "”在 " + day + " 并不存在，不能作上级机构"));
            return;
        }
        if (parentId != null && self != null && (parentId.equals(self) || tree.everBelow(parentId, self, day))) {
            found.add(new Objection("parent", "上级机构不能是它自己或它的下级"));
            return;
        }
        found.addAll(OrganLaw.objections(facts, parent));
        if (before != null && before.kind() != facts.kind()) {
            belowAfter(tree, before, facts, day, found);
        }
        var code = facts.creditCode();
        if (code != null) {
            tree.byCreditCode(code)
                    .filter(other -> !other.id().equals(self))
                    .ifPresent(other -> found.add(
                            new Objection("creditCode", "统一社会信用代码已登记在“" + other.name() + "”（" + other.code() + "）名下")));
        }
        tree.named(parentId, facts.name(), day)
                .filter(other -> !other.id().equals(self))
                .ifPresent(other ->
                        found.add(new Objection("name", "同一上级之下已有“" + other.name() + "”（" + other.code() + "）")));
    }

    /** Another kind must still be one that those below may stand below. */
    private static void belowAfter(
            OrganTree tree, Organ before, OrganFacts facts, LocalDate day, List<Objection> found) {
        tree.children(before.id(), day).stream()
                .filter(child -> !OrganLaw.parents(child.kind()).contains(facts.kind()))
                .findFirst()
                .ifPresent(child -> found.add(new Objection(
                        "kind",
                        "其下的“" + child.name() + "”是" + child.kind().chinese() + "，不能设在“"
                                + facts.kind().chinese() + "”之下")));
    }

    private static String name(OrganTree tree, OrganId id, LocalDate day) {
        var known = tree.lastKnown(id, day);
        return known == null ? "该机构" : known.name();
    }
}
