package gongkai.platform.register;

import gongkai.platform.organ.Organ;
import gongkai.platform.organ.OrganKind;
import gongkai.platform.organ.OrganTree;
import gongkai.platform.organ.Organs;
import gongkai.platform.web.ListQuery;
import gongkai.platform.web.ListShape;
import gongkai.platform.web.Listing;
import java.text.Collator;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The list of organs with its filters and orders, answered from memory. */
@Component
class OrganList {
    /** The words that stand for SQL here name orders of the list in memory. */
    static final ListShape SHAPE = ListShape.at("/office/organs", "code")
            .sortable("code", "code")
            .sortable("name", "name")
            .sortable("kind", "kind")
            .sortable("parent", "parent")
            .sortable("since", "since")
            .filters("q", "below")
            .choice("kind", OrganKind.values())
            .choice("state", Set.of("gone", "all"));

    private final Organs organs;

    OrganList(Organs organs) {
        this.organs = organs;
    }

    /** The organs asked for: those of today unless gone ones are asked for too. */
    Listing<OrganLine> page(ListQuery query) {
        var all = all(query).toList();
        var rows = all.stream().skip(query.offset()).limit(query.size()).toList();
        return new Listing<>(query, rows, all.size());
    }

    /** All organs asked for, in the order asked for. */
    Stream<OrganLine> all(ListQuery query) {
        var tree = organs.tree();
        var today = organs.today();
        return candidates(tree, query, today)
                .filter(line -> query.filter("kind").isEmpty()
                        || line.organ().kind().name().equals(query.text("kind")))
                .filter(line -> matches(line, query.text("q").toLowerCase(Locale.ROOT)))
                .sorted(order(query));
    }

    private static Stream<OrganLine> candidates(OrganTree tree, ListQuery query, LocalDate today) {
        var within = query.filter("below").flatMap(tree::id);
        var state = query.text("state");
        return tree.ids()
                .map(id -> Objects.requireNonNull(tree.lastKnown(id, today)))
                .filter(organ -> switch (state) {
                    case "gone" -> !organ.on(today);
                    case "all" -> true;
                    default -> organ.on(today);
                })
                .filter(organ -> query.filter("below").isEmpty()
                        || within.isPresent() && tree.isBelow(organ.id(), within.get(), today))
                .map(organ -> new OrganLine(
                        organ,
                        tree.parent(organ, today).orElse(null),
                        organ.on(today),
                        tree.history(organ.id()).getFirst().since()));
    }

    private static boolean matches(OrganLine line, String words) {
        var organ = line.organ();
        return words.isEmpty()
                || organ.name().contains(words)
                || organ.shortName().contains(words)
                || organ.code().contains(words)
                || organ.creditCode() != null
                        && organ.creditCode().code().toLowerCase(Locale.ROOT).startsWith(words)
                || organ.region() != null && organ.region().code().startsWith(words);
    }

    private static Comparator<OrganLine> order(ListQuery query) {
        var pinyin = Collator.getInstance(Locale.CHINA);
        Comparator<OrganLine> order = switch (query.sort()) {
            case "name" -> Comparator.comparing(line -> line.organ().name(), pinyin::compare);
            case "kind" -> Comparator.comparing(line -> line.organ().kind());
            case "parent" -> Comparator.comparing(OrganLine::parentName, pinyin::compare);
            case "since" -> Comparator.comparing(OrganLine::founded);
            default -> Comparator.comparing(line -> line.organ().code());
        };
        var whole = order.thenComparing(line -> line.organ().code());
        return query.descending() ? whole.reversed() : whole;
    }

    static List<gongkai.platform.web.Option> kinds() {
        return Stream.of(OrganKind.values())
                .map(kind -> new gongkai.platform.web.Option(kind.name(), kind.chinese()))
                .toList();
    }

    /** One below which others may be asked for. */
    static String label(Organ organ) {
        return organ.name() + "（" + organ.code() + "）";
    }
}
