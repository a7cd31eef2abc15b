package gongkai.platform.organ;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What differs between two states of an organ, in words for the history, the preview and the log. */
final class Differences {
    private Differences() {}

    static List<String> between(OrganFacts before, OrganFacts after, OrganTree tree, LocalDate on) {
        var found = new ArrayList<String>();
        add(found, "全称", before.name(), after.name());
        add(found, "简称", before.shortName(), after.shortName());
        add(found, "类型", before.kind().chinese(), after.kind().chinese());
        add(found, "上级机构", name(tree, before.parent(), on), name(tree, after.parent(), on));
        add(found, "行政区划代码", code(before.region()), code(after.region()));
        add(found, "统一社会信用代码", code(before.creditCode()), code(after.creditCode()));
        add(found, "司法行政部门", before.justice() ? "是" : "否", after.justice() ? "是" : "否");
        add(found, "法定权限", capacities(before), capacities(after));
        add(found, "公开工作主管部门", name(tree, before.supervisor(), on), name(tree, after.supervisor(), on));
        if (before.place() != after.place()) {
            found.add("排序由 " + before.place() + " 改为 " + after.place());
        }
        return found;
    }

    private static void add(List<String> found, String what, String before, String after) {
        if (!Objects.equals(before, after)) {
            found.add(what + "由“" + before + "”改为“" + after + "”");
        }
    }

    private static String capacities(OrganFacts facts) {
        var words = facts.capacities().stream().sorted().map(Capacity::chinese).collect(Collectors.joining("、"));
        return words.isEmpty() ? "无" : words;
    }

    private static String name(OrganTree tree, @Nullable OrganId id, LocalDate on) {
        var organ = id == null ? null : tree.lastKnown(id, on);
        return organ == null ? "无" : organ.name();
    }

    private static String code(@Nullable Region region) {
        return region == null ? "无" : region.code();
    }

    private static String code(@Nullable CreditCode creditCode) {
        return creditCode == null ? "无" : creditCode.code();
    }
}
