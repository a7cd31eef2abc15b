package gongkai.platform.register;

import gongkai.platform.audit.AuditLog;
import gongkai.platform.organ.DisclosureOffices;
import gongkai.platform.organ.OrganDatabase;
import gongkai.platform.organ.Reconsideration;
import gongkai.platform.web.ListQuery;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Prints how quick the organs are with 5,000 of them: run its {@code main} on the test class path. Not a test: a machine that is busy would fail it.
 */
final class ManyOrgansMeasured {
    private static final int ORGANS = 5000;
    private static final int WARM = 20_000;
    private static final int ROUNDS = 1_000_000;

    private ManyOrgansMeasured() {}

    public static void main(String... words) throws Exception {
        try (var database = new OrganDatabase()) {
            var organs = database.organs();
            var offices = database.get(DisclosureOffices.class);
            var organImport = new OrganImport(organs, database.reforms(), offices, database.get(AuditLog.class));
            var table = OrganTableReader.read(ManyOrgans.csv(ORGANS));
            var since = LocalDate.of(2010, 1, 1);
            print("预览导入 %d 行".formatted(table.rows().size()), 1, () -> organImport.preview(table, since));
            print("导入", 1, () -> database.together(() -> organImport.carryOut("m.csv", table, since, row -> {})));
            print("再次预览（无变化）", 1, () -> organImport.preview(table, since));
            print("从数据库读入全部机构", 1, organs::tree);
            var province = organs.byCode("p").orElseThrow().id();
            var deep = organs.byCode("p-5-5-5").orElseThrow().id();
            Runnable below = () -> organs.isBelow(deep, province);
            repeat(WARM, below);
            print("isBelow", ROUNDS, () -> repeat(ROUNDS, below));
            var list = new OrganList(organs);
            var query = ListQuery.of(OrganList.SHAPE, Map.of("q", "第5局", "sort", "name"));
            Runnable page = () -> list.page(query);
            repeat(50, page);
            print("列表一页（筛选、按名称排序）", 100, () -> repeat(100, page));
            Runnable search = () -> organs.search("第3县第7", 50);
            repeat(50, search);
            print("机构树查找", 100, () -> repeat(100, search));
            Runnable reconsideration = () ->
                    Objects.requireNonNull((Reconsideration) organs.reconsideration(deep, LocalDate.of(2026, 1, 1)));
            repeat(WARM, reconsideration);
            print("复议机关", 100_000, () -> repeat(100_000, reconsideration));
        }
    }

    private static void repeat(int times, Runnable work) {
        for (int i = 0; i < times; i++) {
            work.run();
        }
    }

    private static void print(String what, int times, Runnable work) {
        long start = System.nanoTime();
        work.run();
        double micros = (System.nanoTime() - start) / 1000.0 / times;
        System.out.printf(Locale.ROOT, "%-30s %,14.2f µs%n", what, micros);
    }
}
