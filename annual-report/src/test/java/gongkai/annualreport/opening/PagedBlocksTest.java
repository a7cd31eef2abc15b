package gongkai.annualreport.opening;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.annualreport.document.Block;
import gongkai.annualreport.document.Block.Grid;
import gongkai.annualreport.document.Block.Paragraph;
import gongkai.annualreport.document.Block.Picture;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("版面文件：由文字位置和线条还原段落与表格")
class PagedBlocksTest {
    private static final String FULL = "本机关全年通过政府网站主动公开各类政府信息其中政策文件若干工作动态若干";

    @Nested
    @DisplayName("段落")
    class Paragraphs {
        @Test
        void joinsTheLinesOfAParagraph() {
            var page = new PageSheet(1)
                    .text(104, 100, FULL.substring(0, 33) + "共1")
                    .text(80, 120, "2件。以上均已办结，没有逾期未办的情形，也没有因此被申请复议的。此外还有")
                    .text(80, 140, "其他事项。")
                    .text(104, 160, "二、主动公开政府信息情况");
            assertThat(shown(page))
                    .containsExactly(
                            FULL.substring(0, 33) + "共12件。以上均已办结，没有逾期未办的情形，也没有因此被申请复议的。此外还有其他事项。", "二、主动公开政府信息情况");
        }

        @Test
        void goesOnAfterALineLeftShortByWhatMayNotBeBroken() {
            var page = new PageSheet(1)
                    .text(104, 100, FULL.substring(0, 34))
                    .text(80, 120, "信息三百余条，统计期限为 2023 年 1 月 1 日起到年底为止，至此" + "   ")
                    .text(80, 140, "至 2023 年 12 月 31 日止。")
                    .text(104, 160, FULL.substring(0, 34))
                    .text(80, 180, "完。")
                    .text(104, 200, FULL.substring(0, 34))
                    .text(80, 220, "完。")
                    .text(104, 240, "三、收到的申请");
            assertThat(shown(page))
                    .startsWith(FULL.substring(0, 34) + "信息三百余条，统计期限为 2023 年 1 月 1 日起到年底为止，至此至 2023 年 12 月 31 日止。");
        }

        @Test
        void beginsAParagraphAtAnIndentAfterAFullLine() {
            var page = new PageSheet(1)
                    .text(104, 100, FULL.substring(0, 34))
                    .text(80, 120, FULL)
                    .text(104, 140, FULL.substring(0, 34))
                    .text(80, 160, "完。");
            assertThat(shown(page)).containsExactly(FULL.substring(0, 34) + FULL, FULL.substring(0, 34) + "完。");
        }

        @Test
        void keepsAHeadingApartAfterAFullLine() {
            var page = new PageSheet(1)
                    .text(80, 100, FULL + "。")
                    .text(80, 120, "（二）依申请公开情况")
                    .text(80, 140, FULL + "。");
            assertThat(shown(page)).containsExactly(FULL + "。", "（二）依申请公开情况", FULL + "。");
        }

        @Test
        void goesOnOverTheEndOfAPage() {
            var first = new PageSheet(1)
                    .text(104, 700, FULL.substring(0, 34))
                    .text(80, 720, FULL + "收")
                    .text(280, 800, "— 1 —");
            var second = new PageSheet(2)
                    .text(80, 80, "到申请3件。")
                    .text(104, 100, "次段。")
                    .text(280, 800, "— 2 —");
            assertThat(shown(first, second)).containsExactly(FULL.substring(0, 34) + FULL + "收到申请3件。", "次段。");
        }

        @Test
        void dropsRunningTitlesAndCountedPageNumbers() {
            var pages = new PageSheet[3];
            for (int i = 0; i < 3; i++) {
                pages[i] = new PageSheet(i + 1)
                        .text(200, 40, 9, "某局政府信息公开工作年度报告")
                        .text(80, 300, "第" + (i + 1) + "页的正文。")
                        .text(290, 810, 9, String.valueOf(i + 1));
            }
            assertThat(shown(pages)).containsExactly("第1页的正文。", "第2页的正文。", "第3页的正文。");
        }

        @Test
        void keepsAFigureAtTheFootThatIsNoPageNumber() {
            assertThat(shown(new PageSheet(1).text(80, 760, "规章").text(80, 790, "5")))
                    .containsExactly("规章", "5");
        }

        @Test
        void keepsTheGapsOfATableWithoutLines() {
            var page = new PageSheet(1)
                    .text(80, 100, "信息内容")
                    .text(200, 100, "本年制发件数")
                    .text(320, 100, "本年废止件数")
                    .text(80, 120, "规章")
                    .text(230, 120, "0")
                    .text(350, 120, "12");
            assertThat(shown(page)).containsExactly("信息内容\t本年制发件数\t本年废止件数", "规章\t0\t12");
        }

        @Test
        void readsTextDrawnTwiceOnce() {
            var page = new PageSheet(1).text(80, 100, "总计11件").text(80.4f, 100, "总计11件");
            assertThat(shown(page)).containsExactly("总计11件");
        }

        @Test
        void joinsATitleTooLongForItsLine() {
            var page = new PageSheet(1)
                    .text(81f, 100, 22, "内蒙古自治区呼伦贝尔市鄂温克族自治旗人")
                    .text(235f, 130, 22, "司法局年报")
                    .text(104, 200, FULL.substring(0, 34))
                    .text(80, 220, FULL)
                    .text(80, 240, FULL)
                    .text(80, 260, "完。");
            assertThat(shown(page)).first().isEqualTo("内蒙古自治区呼伦贝尔市鄂温克族自治旗人司法局年报");
        }

        @Test
        void sortsByPlaceWhateverTheOrderInTheFile() {
            var page = new PageSheet(1).text(80, 140, "三").text(80, 100, "一").text(80, 120, "二");
            assertThat(shown(page)).containsExactly("一", "二", "三");
        }
    }

    @Nested
    @DisplayName("表格")
    class Tables {
        private final float[] xs = {80, 180, 280, 380};
        private final float[] ys = {100, 130, 160};

        @Test
        void readsARuledTable() {
            var page = new PageSheet(1)
                    .grid(xs, ys)
                    .text(90, 120, "规章")
                    .text(200, 120, "1")
                    .text(300, 120, "23")
                    .text(90, 150, "文件")
                    .text(300, 150, "4");
            assertThat(shown(page)).containsExactly("| 规章 | 1 | 23 |\n| 文件 |  | 4 |");
        }

        @Test
        void takesMissingInnerLinesForMergedCells() {
            var page = new PageSheet(1)
                    .across(100, 80, 380)
                    .across(130, 180, 380)
                    .across(160, 80, 380)
                    .down(80, 100, 160)
                    .down(180, 100, 160)
                    .down(280, 130, 160)
                    .down(380, 100, 160)
                    .text(85, 120, "结果")
                    .text(85, 145, "维持")
                    .text(190, 120, "申请人")
                    .text(190, 150, "0")
                    .text(300, 150, "7");
            assertThat(shown(page)).containsExactly("| 结果/维持 1x2 | 申请人 2x1 |\n| @1 0 | 7 |");
        }

        @Test
        void readsATableOpenAtItsSidesAndCutByThePage() {
            var page = new PageSheet(1)
                    .across(130, 80, 380)
                    .across(160, 80, 380)
                    .down(180, 100, 190)
                    .down(280, 100, 190)
                    .text(90, 120, "甲")
                    .text(200, 120, "1")
                    .text(300, 120, "2")
                    .text(90, 150, "乙")
                    .text(200, 150, "3")
                    .text(300, 150, "4")
                    .text(90, 180, "丙")
                    .text(200, 180, "5")
                    .text(300, 180, "6");
            assertThat(shown(page)).containsExactly("| 甲 | 1 | 2 |\n| 乙 | 3 | 4 |\n| 丙 | 5 | 6 |");
        }

        @Test
        void putsAFigureBrokenByANarrowCellTogether() {
            var page = new PageSheet(1)
                    .grid(new float[] {80, 110, 210}, ys)
                    .text(84, 112, "138")
                    .text(84, 126, "10")
                    .text(150, 120, "5")
                    .text(84, 150, "0")
                    .text(150, 145, "1")
                    .text(150, 157, "2");
            assertThat(shown(page)).containsExactly("| 13810 | 5 |\n| 0 | 1/2 |");
        }

        @Test
        void keepsAFigureThatRunsOverItsCellWhole() {
            var page = new PageSheet(1)
                    .grid(new float[] {80, 100, 120, 140}, ys)
                    .text(76, 120, "13810")
                    .text(107, 120, "2")
                    .text(127, 120, "3")
                    .text(86, 150, "4")
                    .text(107, 150, "5")
                    .text(127, 150, "6");
            assertThat(shown(page)).containsExactly("| 13810 | 2 | 3 |\n| 4 | 5 | 6 |");
        }

        @Test
        void readsStackedCharactersDownwards() {
            var page = new PageSheet(1)
                    .grid(new float[] {80, 110, 210}, new float[] {100, 200, 230})
                    .down(90, 120, "办理结果")
                    .text(150, 150, "0")
                    .text(84, 220, "乙")
                    .text(150, 220, "1");
            assertThat(shown(page)).containsExactly("| 办/理/结/果 | 0 |\n| 乙 | 1 |");
        }

        @Test
        void takesLinesALittleApartForOne() {
            var page = new PageSheet(1)
                    .grid(new float[] {80, 180, 280}, new float[] {100, 130})
                    .grid(new float[] {80, 183.5f, 280}, new float[] {130, 160})
                    .text(90, 120, "甲")
                    .text(200, 120, "1")
                    .text(90, 150, "乙")
                    .text(200, 150, "2");
            assertThat(shown(page)).containsExactly("| 甲 | 1 |\n| 乙 | 2 |");
        }

        @Test
        void readsAFramedTextAsText() {
            var page = new PageSheet(1)
                    .grid(new float[] {50, 545}, new float[] {50, 790})
                    .text(80, 100, "正文。");
            assertThat(shown(page)).containsExactly("正文。");
        }

        @Test
        void tellsOfAPictureOfTheWholePage() {
            var page = new PageSheet(1);
            page.content.picture(new Box(0, 0, 595, 842));
            assertThat(shown(page)).containsExactly("[图]");
        }
    }

    private static List<String> shown(PageSheet... pages) {
        return PagedBlocks.of(Arrays.stream(pages)
                        .map(page -> PageLayout.of(page.content))
                        .toList())
                .stream()
                .map(PagedBlocksTest::shown)
                .toList();
    }

    private static String shown(Block block) {
        return switch (block) {
            case Paragraph paragraph -> paragraph.text();
            case Picture ignored -> "[图]";
            case Grid grid -> grid.rows().stream().map(PagedBlocksTest::row).collect(Collectors.joining("\n"));
        };
    }

    private static String row(Block.GridRow row) {
        var text = new StringBuilder("|");
        int next = 0;
        for (var cell : row.cells()) {
            text.append(' ').append(cell.column() == next ? "" : "@" + cell.column() + " ");
            text.append(cell.text().replace("\n", "/"));
            text.append(cell.columnSpan() * cell.rowSpan() == 1 ? "" : " " + cell.columnSpan() + "x" + cell.rowSpan());
            text.append(" |");
            next = cell.column() + cell.columnSpan();
        }
        return text.toString();
    }
}
