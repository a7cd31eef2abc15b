package gongkai.platform.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gongkai.platform.audit.AuditLog;
import gongkai.platform.organ.DisclosureOffices;
import gongkai.platform.organ.Organ;
import gongkai.platform.organ.OrganDatabase;
import gongkai.platform.organ.OrganFacts;
import gongkai.platform.organ.OrganKind;
import gongkai.platform.organ.Organs;
import gongkai.platform.organ.Region;
import gongkai.platform.register.ImportOutcome.Fate;
import gongkai.platform.register.ImportOutcome.Flaw;
import gongkai.platform.register.ImportOutcome.Line;
import gongkai.platform.register.OrganTable.Unreadable;
import gongkai.platform.web.Export;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("机构表格导入")
class OrganImportTest {
    private static final LocalDate SINCE = LocalDate.of(2020, 1, 1);
    private static final String GOOD = """
        机构代码,统一社会信用代码,全称,类型,上级机构,行政区划代码,司法行政部门,法定权限,生效日期,公开工作机构,办公地址,办公时间,联系电话,受理渠道
        c1-sfj,,示例县司法局,政府工作部门,示例县人民政府,,是,行政许可、行政处罚,2020年5月1日,示例县司法局办公室,示例路1号,工作日,0000-1234567,
        c1-gov,,示例县人民政府,人民政府,demo-gov,990121,,,,,,,,
        ,91350100M000100Y43,示例县事务中心,二级机构,c1-sfj,,,,2020/5/1,,,,,
        """;

    private OrganDatabase database;
    private Organs organs;
    private OrganImport organImport;

    @BeforeEach
    void open() {
        database = new OrganDatabase();
        organs = database.organs();
        organImport = new OrganImport(
                organs, database.reforms(), database.get(DisclosureOffices.class), database.get(AuditLog.class));
        database.establish(
                "demo-gov", OrganFacts.of("示例市人民政府", OrganKind.GOVERNMENT, null).in(new Region("990100")));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void showsWhatWouldComeAndStoresNothing() throws Unreadable {
        var outcome = organImport.preview(table(GOOD), SINCE);
        assertThat(outcome.of(Fate.BAD)).isEmpty();
        assertThat(outcome.lines()).extracting(Line::fate).containsOnly(Fate.ADDED);
        assertThat(organs.all()).extracting(Organ::code).containsExactly("demo-gov");
    }

    @Test
    void takesSuperiorsFromTheSameFileWhateverTheOrder() throws Unreadable {
        carryOut(GOOD);
        var justice = organs.byCode("c1-sfj").orElseThrow();
        assertThat(organs.path(justice.id())).extracting(Organ::code).containsExactly("demo-gov", "c1-gov", "c1-sfj");
        assertThat(justice.justice()).isTrue();
        assertThat(justice.since()).isEqualTo(LocalDate.of(2020, 5, 1));
        assertThat(organs.byCode("91350100m000100y43")).get().returns("示例县事务中心", Organ::name);
        assertThat(database.get(DisclosureOffices.class).of(justice.id())).isPresent();
    }

    @Test
    void readingTheSameFileAgainChangesNothing() throws Unreadable {
        carryOut(GOOD);
        var again = carryOut(GOOD);
        assertThat(again.lines()).extracting(Line::fate).containsOnly(Fate.SAME);
        assertThat(organs.all()).hasSize(4);
    }

    @Test
    void readsItsOwnExportWithoutAChange() throws Exception {
        carryOut(GOOD);
        var list = new OrganList(organs);
        var columns = new OrganColumns(organs, database.get(DisclosureOffices.class)).all();
        var query = gongkai.platform.web.ListQuery.of(OrganList.SHAPE, java.util.Map.of());
        for (var kind : new String[] {"csv", "xlsx"}) {
            var response = new org.springframework.mock.web.MockHttpServletResponse();
            Export.of(kind, "机构", columns, list.all(query))
                    .render(null, new org.springframework.mock.web.MockHttpServletRequest(), response);
            var again = organImport.carryOut(
                    "机构." + kind, OrganTableReader.read(response.getContentAsByteArray()), SINCE, row -> {});
            assertThat(again.lines()).as(kind).hasSize(4).extracting(Line::fate).containsOnly(Fate.SAME);
        }
    }

    @Test
    void changesWhatIsThereByCodeOrCreditCodeAndLeavesEmptyCellsAlone() throws Unreadable {
        carryOut(GOOD);
        var outcome = carryOut("""
            统一社会信用代码,全称,简称,法定权限
            91350100M000100Y43,示例县公共法律服务中心,,
            """);
        assertThat(outcome.lines()).extracting(Line::fate).containsExactly(Fate.CHANGED);
        assertThat(outcome.lines().getFirst().what()).contains("全称由“示例县事务中心”改为“示例县公共法律服务中心”");
        var changed = organs.byCode("91350100m000100y43").orElseThrow();
        assertThat(changed.parent())
                .isEqualTo(organs.byCode("c1-sfj").orElseThrow().id());
        assertThat(changed.since()).isEqualTo(OrganDatabase.TODAY);
    }

    @Test
    void namesRowColumnReasonAndRemedyOfWhatIsWrongAndTakesTheRest() throws Unreadable {
        var outcome = carryOut("""
            机构代码,全称,类型,上级机构,行政区划代码,统一社会信用代码,生效日期,法定权限
            a-gov,甲县人民政府,人民政府,demo-gov,990121,,,
            b-gov,乙县人民政府,县政府,demo-gov,990122,,,
            a-sfj,甲县司法局,政府工作部门,a-gov,,91350100M000100Y44,2020-02-30,规章制定权
            b-sfj,乙县司法局,政府工作部门,b-gov,,,,

            ,丙县司法局,政府工作部门,a-gov,,,,
            a-gov,甲县人民政府,人民政府,demo-gov,990121,,,
            c-sfj,,政府工作部门,,,,,
            """);
        assertThat(outcome.count(Fate.ADDED)).isEqualTo(1);
        assertThat(flaw(outcome, 3, "类型")).contains("没有“县政府”这种类型，可以填：").contains("人民政府");
        assertThat(flaw(outcome, 4, "统一社会信用代码")).contains("第 18 位应为“3”");
        assertThat(flaw(outcome, 4, "生效日期")).contains("2026-03-02 的样子");
        assertThat(flaw(outcome, 5, "上级机构")).contains("没有代码或名称为“b-gov”的机构", "先改正那一行");
        assertThat(flaw(outcome, 7, "机构代码")).contains("请填写机构代码");
        assertThat(flaw(outcome, 8, "机构代码")).contains("与第 2 行是同一个机构");
        assertThat(flaw(outcome, 9, "全称")).contains("请填写机构全称");
        assertThat(organs.all()).extracting(Organ::code).containsExactly("a-gov", "demo-gov");
    }

    @Test
    void holdsEachRowAgainstTheLaw() throws Unreadable {
        var outcome = carryOut("""
            机构代码,全称,类型,上级机构,法定权限
            a,示例市甲局,政府工作部门,demo-gov,规章制定权
            b,示例市乙局,政府工作部门,,
            c,示例市丙所,派出机构,demo-gov,
            """);
        assertThat(flaw(outcome, 2, "法定权限")).contains("立法法");
        assertThat(flaw(outcome, 3, "上级机构")).contains("须有上级机构");
        assertThat(flaw(outcome, 4, "上级机构")).contains("“派出机构”不能设在“人民政府”");
    }

    @Test
    void readsWhatSpreadsheetsWriteInGb18030() throws Unreadable {
        var table = OrganTableReader.read(GOOD.getBytes(Charset.forName("GB18030")));
        assertThat(table.rows()).hasSize(3);
        assertThat(table.rows().getFirst().cell(OrganColumns.NAME)).isEqualTo("示例县司法局");
    }

    @Test
    void readsNumbersAndDaysOfASpreadsheetAsTheyLook() throws Exception {
        var out = new ByteArrayOutputStream();
        try (var book = new Workbook(out, "test", "1.0")) {
            var sheet = book.newWorksheet("机构");
            sheet.value(0, 0, "全称");
            sheet.value(0, 1, "行政区划代码");
            sheet.value(0, 2, "生效日期");
            sheet.value(0, 3, "备注");
            sheet.value(1, 0, "示例县人民政府");
            sheet.value(1, 1, 990121);
            sheet.value(1, 2, LocalDate.of(2020, 5, 1));
            sheet.style(1, 2).format("yyyy-mm-dd").set();
        }
        var table = OrganTableReader.read(out.toByteArray());
        assertThat(table.unknown()).containsExactly("备注");
        assertThat(table.rows().getFirst().cells())
                .containsEntry("行政区划代码", "990121")
                .containsEntry("生效日期", "2020-05-01");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "甲,乙\n1,2", "全称\n", "全称,全称\n甲,乙", "全称\n\"甲", "\u0000\u0001"})
    void saysWhyAFileCannotBeReadAtAll(String content) {
        assertThatThrownBy(() -> table(content)).isInstanceOf(Unreadable.class).hasMessageContaining("请");
    }

    @Test
    void refusesABrokenSpreadsheet() {
        var broken = new byte[] {'P', 'K', 3, 4, 9, 9, 9, 9, 9};
        assertThatThrownBy(() -> OrganTableReader.read(broken))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining("另存");
    }

    private ImportOutcome carryOut(String text) throws Unreadable {
        var table = table(text);
        return database.together(() -> organImport.carryOut("机构.csv", table, SINCE, row -> {}));
    }

    private static OrganTable table(String text) throws Unreadable {
        return OrganTableReader.read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String flaw(ImportOutcome outcome, int row, String column) {
        return outcome.lines().stream()
                .filter(line -> line.row() == row)
                .flatMap(line -> line.flaws().stream())
                .filter(flaw -> flaw.column().equals(column))
                .map(Flaw::reason)
                .findFirst()
                .orElse("none");
    }
}
