package gongkai.platform.access;

import gongkai.platform.organ.Organ;
import gongkai.platform.organ.Organs;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** A field in which somebody names an organ by its code or its name. */
@Component
class OrganField {
    private static final int SHOWN = 5;

    private final Organs organs;

    OrganField(Organs organs) {
        this.organs = organs;
    }

    /** @param problem what to do when no single organ was meant */
    record Found(Optional<Organ> organ, String problem) {}

    Found find(String typed) {
        var words = typed.strip();
        var byCode = organs.byCode(words);
        if (byCode.isPresent()) {
            return new Found(byCode, "");
        }
        var found = organs.search(words, SHOWN);
        var exact = found.stream()
                .filter(organ -> organ.name().equals(words) || organ.shortName().equals(words))
                .toList();
        if (exact.size() == 1) {
            return new Found(Optional.of(exact.getFirst()), "");
        }
        if (found.size() == 1) {
            return new Found(Optional.of(found.getFirst()), "");
        }
        return new Found(
                Optional.empty(),
                found.isEmpty()
                        ? "没有找到这个单位，请填写单位代码或全称"
                        : "有几个相近的单位，请写全称或代码："
                                + found.stream()
                                        .map(organ -> organ.name() + "（" + organ.code() + "）")
                                        .collect(Collectors.joining("、")));
    }
}
