package gongkai.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ListQueryTest {
    private static final ListShape PEOPLE = ListShape.at("/office/people", "p.id")
            .sortable("login", "p.login")
            .sortable("name", "p.name")
            .filters("q", "role");

    @Test
    void isSortedByTheFirstColumnWhenNothingIsSaid() {
        var query = ListQuery.of(PEOPLE, Map.of());
        assertThat(query.orderBy()).isEqualTo("p.login nulls last, p.id");
        assertThat(query.page()).isEqualTo(1);
        assertThat(query.filtered()).isFalse();
        assertThat(query.link()).isEqualTo("/office/people");
    }

    @Test
    void turnsTheOrderRoundWhenTheSameColumnIsAskedAgain() {
        var query = ListQuery.of(PEOPLE, Map.of("sort", "name", "direction", "asc"));
        assertThat(query.sorting("name")).isEqualTo("ascending");
        assertThat(query.linkToSort("name")).isEqualTo("/office/people?sort=name&direction=desc");
        assertThat(ListQuery.of(PEOPLE, Map.of("sort", "name", "direction", "desc"))
                        .orderBy())
                .isEqualTo("p.name desc nulls last, p.id desc");
    }

    @Test
    void keepsFiltersInEveryLink() {
        var query = ListQuery.of(PEOPLE, Map.of("q", "张 三&100%", "role", "HANDLER", "page", "2"));
        assertThat(query.linkToPage(3))
                .isEqualTo("/office/people?q=%E5%BC%A0%20%E4%B8%89%26100%25&role=HANDLER&page=3");
        assertThat(query.linkToExport("csv")).endsWith("&role=HANDLER&export=csv");
        assertThat(query.like("q")).isEqualTo("%张 三&100\\%%");
    }

    @Test
    void keepsAFilterThatLooksLikeAPlaceholder() {
        assertThat(ListQuery.of(PEOPLE, Map.of("q", "{role}")).link()).isEqualTo("/office/people?q=%7Brole%7D");
    }

    @Test
    void newestFirstIsUndoneByAskingForTheColumn() {
        var shape = ListShape.at("/office/log", "id").newestFirst("at", "at");
        assertThat(ListQuery.of(shape, Map.of()).orderBy()).isEqualTo("at desc nulls last, id desc");
        assertThat(ListQuery.of(shape, Map.of()).linkToSort("at")).isEqualTo("/office/log?sort=at&direction=asc");
        assertThat(ListQuery.of(shape, Map.of("sort", "at", "direction", "asc")).orderBy())
                .isEqualTo("at nulls last, id");
    }

    @Property
    void nothingOfTheRequestReachesTheSql(
            @ForAll String sort, @ForAll String direction, @ForAll String page, @ForAll String size) {
        var query = ListQuery.of(
                PEOPLE, Map.of("sort", sort, "direction", direction, "page", page, "size", size, "q", sort));
        assertThat(query.orderBy())
                .isIn(
                        "p.login nulls last, p.id",
                        "p.login desc nulls last, p.id desc",
                        "p.name nulls last, p.id",
                        "p.name desc nulls last, p.id desc");
        assertThat(query.page()).isBetween(1, 100_000);
        assertThat(query.size()).isBetween(1, 200);
        assertThat(query.offset()).isNotNegative();
    }

    @Test
    void saysWhatItCannotReadAndKeepsIt() {
        var shape = ListShape.at("/office/log", "id")
                .filters("q")
                .days("from", "to")
                .year("year")
                .choice("state", Set.of("open"));
        var query = ListQuery.of(
                shape, Map.of("q", "水", "from", "2026-02-30", "to", "2026-03-01", "year", "去年", "state", "maybe"));
        assertThat(query.problems())
                .containsExactly(
                        "“2026-02-30”不是有效的日期（写成 2026-11-06 这样），没有按它筛选", "“去年”不是年份，没有按它筛选", "“maybe”不在可选的范围里，没有按它筛选");
        assertThat(query.day("from")).isEmpty();
        assertThat(query.day("to")).contains(LocalDate.of(2026, 3, 1));
        assertThat(query.form().value("from")).isEqualTo("2026-02-30");
        assertThat(query.filters()).containsOnlyKeys("q", "to");
        assertThat(query.link()).doesNotContain("from");
        var plain = ListQuery.of(shape, Map.of("year", "2026", "state", "open", "to", " "));
        assertThat(plain.problems()).isEmpty();
        assertThat(plain.filters()).containsOnlyKeys("year", "state");
    }

    @Test
    void countsPages() {
        var query = ListQuery.of(PEOPLE, Map.of("page", "3"));
        var listing = new Listing<>(query, List.of("a", "b"), 82);
        assertThat(listing.pages()).isEqualTo(3);
        assertThat(listing.first()).isEqualTo(81);
        assertThat(listing.last()).isEqualTo(82);
        assertThat(new Listing<>(query, List.of(), 0).pages()).isEqualTo(1);
    }
}
