package gongkai.annualreport.reading;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.annualreport.Cell;
import gongkai.annualreport.CellKey;
import gongkai.annualreport.FileKind;
import gongkai.annualreport.Place;
import gongkai.annualreport.SectionKey;
import gongkai.annualreport.document.Block;
import gongkai.annualreport.document.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ReportReaderTest {
    private static Reading read(String text) {
        var blocks = new ArrayList<Block>();
        var lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            blocks.add(new Block.Paragraph(lines[i], Place.line(i + 1)));
        }
        return ReportReader.read(new Document(FileKind.TXT, null, null, blocks));
    }

    private static Cell cell(Reading reading, String key) {
        return Objects.requireNonNull(reading.report().cell(CellKey.of(key)));
    }

    @Test
    void anEmptyDocumentHoldsNoReport() {
        var report = read("").report();
        assertThat(report.format()).isNull();
        assertThat(report.cells()).isEmpty();
        assertThat(report.sections()).isEmpty();
    }

    @Test
    void theWordsOfTheTablesInASiteMenuAreNoTable() {
        var report = read("首页\n规章\n行政规范性文件\n行政许可\n行政处罚\n政府信息公开年报\n本页没有报告。").report();
        assertThat(report.cells()).isEmpty();
    }

    @Test
    void tellsAHeadingFromTheTableOfContentsAndFromSubheadings() {
        var report = read("""
                示例市司法局2023年政府信息公开工作年度报告
                目录
                一、总体情况
                二、主动公开政府信息情况
                三、收到和处理政府信息公开申请情况
                四、政府信息公开行政复议、行政诉讼情况
                五、存在的主要问题及改进情况
                六、其他需要报告的事项
                一、总体情况
                全年工作平稳。
                （一）主动公开政府信息情况
                公开信息三十条。
                二、主动公开政府信息情况
                三、收到和处理政府信息公开申请情况
                未收到申请。
                四、政府信息公开行政复议、行政诉讼情况
                五、存在的主要问题及改进情况
                尚有不足。
                六、其他需要报告的事项
                无。
                示例市司法局
                2024年1月20日
                """).report();
        assertThat(report.sections()).extracting(section -> section.key()).containsExactly(SectionKey.values());
        assertThat(report.section(SectionKey.OVERVIEW).orElseThrow().text())
                .isEqualTo("全年工作平稳。\n（一）主动公开政府信息情况\n公开信息三十条。");
        assertThat(report.section(SectionKey.OTHER).orElseThrow().text()).isEqualTo("无。");
        assertThat(report.closing()).isEqualTo("示例市司法局\n2024年1月20日");
        assertThat(report.organ()).isEqualTo("示例市司法局");
        assertThat(report.year()).isEqualTo(2023);
    }

    @Test
    void aRowWithTooFewFiguresIsDoubtedNotGuessed() {
        var reading = read("""
                三、收到和处理政府信息公开申请情况
                申请人情况\t自然人\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t总计
                一、本年新收政府信息公开申请数量\t1\t2\t3\t4\t5\t6\t21
                二、上年结转政府信息公开申请数量\t1\t2\t3\t4\t5\t15
                """);
        assertThat(cell(reading, "t3.new_received.total")).isEqualTo(Cell.of(21));
        assertThat(cell(reading, "t3.carried_in.natural")).isEqualTo(Cell.MISSING);
        assertThat(reading.trace().oddRows()).singleElement().satisfies(row -> {
            assertThat(row.row()).isEqualTo("carried_in");
            assertThat(row.found()).isEqualTo(6);
            assertThat(row.expected()).isEqualTo(7);
        });
    }

    @Test
    void aLostColumnIsMissingAndALostColumnLabelIsNot() {
        var lostColumn = read("""
                申请人情况\t自然人\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t总计
                一、本年新收政府信息公开申请数量\t1\t2\t3\t4\t5\t15
                二、上年结转政府信息公开申请数量\t0\t0\t0\t0\t0\t0
                """);
        assertThat(cell(lostColumn, "t3.new_received.legal")).isEqualTo(Cell.of(5));
        assertThat(cell(lostColumn, "t3.new_received.other")).isEqualTo(Cell.MISSING);
        assertThat(cell(lostColumn, "t3.new_received.total")).isEqualTo(Cell.of(15));
        var lostLabel = read("""
                申请人情况\t自然人\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t总计
                一、本年新收政府信息公开申请数量\t1\t2\t3\t4\t5\t6\t21
                二、上年结转政府信息公开申请数量\t0\t0\t0\t0\t0\t0\t0
                """);
        assertThat(cell(lostLabel, "t3.new_received.other")).isEqualTo(Cell.of(6));
        assertThat(lostLabel.notes()).extracting(note -> note.rule()).contains("READ-COLUMN-LABEL");
    }

    @Test
    void aPictureInPlaceOfATableIsSaidAndNeverReadAsZeros() {
        var reading = ReportReader.read(new Document(
                FileKind.HTML,
                null,
                null,
                List.of(new Block.Paragraph("二、主动公开政府信息情况", Place.NONE), new Block.Picture(Place.paragraph(2)))));
        assertThat(reading.report().cells()).isEmpty();
        assertThat(reading.trace().pictureTables()).isTrue();
        assertThat(reading.notes()).extracting(note -> note.rule()).containsExactly("READ-PICTURE");
    }
}
