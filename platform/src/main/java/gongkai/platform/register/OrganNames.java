package gongkai.platform.register;

import gongkai.platform.organ.CreditCode;
import gongkai.platform.organ.Organ;
import gongkai.platform.organ.OrganId;
import gongkai.platform.organ.OrganTree;
import java.time.LocalDate;
import java.util.Locale;
import java.util.stream.Collectors;

/** Finds the organ somebody means by a word. */
final class OrganNames {
    private OrganNames() {}

    sealed interface Found {}

    record One(OrganId organ) implements Found {}

    record None(String reason) implements Found {}

    /** The organ with that code, credit code, full or short name. */
    static Found find(OrganTree tree, String word, LocalDate today) {
        var code = tree.id(word.toLowerCase(Locale.ROOT));
        if (code.isPresent()) {
            return new One(code.get());
        }
        var cleaned = CreditCode.cleaned(word);
        if (CreditCode.wrong(cleaned).isEmpty()) {
            return tree.byCreditCode(new CreditCode(cleaned))
                    .<Found>map(organ -> new One(organ.id()))
                    .orElseGet(() -> new None("没有统一社会信用代码为“" + cleaned + "”的机构"));
        }
        var named = tree.on(today)
                .filter(organ -> organ.name().equals(word) || organ.shortName().equals(word))
                .toList();
        if (named.size() == 1) {
            return new One(named.getFirst().id());
        }
        return new None(
                named.isEmpty()
                        ? "没有代码或名称为“" + word + "”的机构，请先新增它，或在机构树中查找它的代码"
                        : "叫“" + word + "”的机构有 " + named.size() + " 个，请改填机构代码："
                                + named.stream().limit(5).map(Organ::code).collect(Collectors.joining("、")));
    }
}
