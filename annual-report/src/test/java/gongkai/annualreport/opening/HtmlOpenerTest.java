package gongkai.annualreport.opening;

import static gongkai.annualreport.opening.Parts.shown;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gongkai.annualreport.UnreadableFileException;
import gongkai.annualreport.document.Document;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlOpenerTest {
    private static Document open(String page) throws UnreadableFileException {
        return HtmlOpener.open(page);
    }

    @Test
    void partsBlocksAndBreaksIntoParagraphs() throws Exception {
        assertThat(shown(open("<div>前<p>一、 总体\n情况</p>后<br>再<b>来</b>&nbsp;2021\n年</div>")))
                .containsExactly("前", "一、 总体情况", "后", "再来\u00A02021 年");
        assertThat(shown(open("<pre>a\tb\n\nc</pre>"))).containsExactly("a\tb", "c");
    }

    @Test
    void leavesOutWhatBrowsersHide() throws Exception {
        assertThat(
                        shown(
                                open(
                                        "<html><head><title>题</title><style>x</style></head><body><script>var a='<p>1</p>'</script>"
                                                + "<!--[if gte mso 9]><xml>9</xml><![endif]--><p style='color:red; DISPLAY : none'>隐</p><p hidden>藏</p>"
                                                + "<p><![if !supportLists]>1.<![endif]>见<o:p></o:p><span style='mso-hide:all'>不见</span></p></body></html>")))
                .containsExactly("1.见");
    }

    @Test
    void followsSpansAsBrowsersDo() throws Exception {
        assertThat(shown(open("""
                <table><caption>表三</caption><thead><tr><th rowspan=2 colspan=2>勾稽</th><th colspan=2>申请人</th></tr>
                <tr><th>自然人</th><th>总计</th></tr></thead>
                <tbody><tr><td rowspan=0>三</td><td>（一）</td><td>1</td><td>&nbsp;</td></tr>
                <tr><td>（二）</td><td></td><td>２</td></tr></tbody></table>"""))).containsExactly("表三", """
                        | 勾稽 2x2 | 申请人 2x1 |
                        |@2 自然人 | 总计 |
                        | 三 1x2 | （一） | 1 | \u00A0 |
                        |@1 （二） |  | ２ |""");
    }

    @Test
    void survivesBadSpans() throws Exception {
        assertThat(
                        shown(
                                open(
                                        "<table><tr><td colspan=99>第二十条</td></tr><tr><td colspan=x>a</td><td rowspan=50 colspan=-1>b</td></tr></table>")))
                .containsExactly("| 第二十条 2x1 |\n| a | b |");
        assertThat(shown(
                                open(
                                        "<table><tr><td>a</td></tr><tr></tr><tr><td>b</td><td colspan=999999999>c</td></tr></table>"))
                        .getFirst())
                .startsWith("~| a |\n| b | c 1000x1 |");
    }

    @Test
    void tellsTheContentOfALayoutTableInOrder() throws Exception {
        var data = "<table><tr><td>规章</td><td>0</td></tr><tr><td>行政规范性文件</td><td>1</td></tr></table>";
        assertThat(shown(open("<table><tr><td>首页</td><td>导航</td></tr><tr><td>左</td><td><h1>标题</h1><p>一、总体情况</p>" + data
                        + "<p>后</p></td></tr></table>")))
                .containsExactly("| 首页 | 导航 |", "左", "标题", "一、总体情况", "| 规章 | 0 |\n| 行政规范性文件 | 1 |", "后");
        assertThat(shown(
                        open("<table><tr><td><p>一、总体情况</p><p>" + "长".repeat(300) + "</p></td><td>右</td></tr></table>")))
                .containsExactly("一、总体情况", "长".repeat(300), "右");
    }

    @Test
    void readsTablesMadeByStyle() throws Exception {
        assertThat(
                        shown(
                                open(
                                        "<div style='display:table'><div style='display:table-row'><div style='display: table-cell'>a</div>"
                                                + "<div style='display:table-cell'>b</div></div></div><table><tr><td>x<div style='display:table-cell'>y</div></td><td>z</td></tr></table>")))
                .containsExactly("| a | b |", "| x⏎y | z |");
    }

    @Test
    void numbersOrderedListsOnce() throws Exception {
        assertThat(
                        shown(
                                open(
                                        "<ol><li>甲<li>2. 乙</ol><ol start=3 type=a><li><p>丙</p></ol><ul><li>丁</ul><ol style='list-style:none'><li>戊</ol>")))
                .containsExactly("1.甲", "2. 乙", "c.丙", "丁", "戊");
    }

    @Test
    void readsTitleAndDateBesideTheText() throws Exception {
        var page = open(
                "<html><head><title> 某局2021年报_某市 </title><meta name='PubDate' content='2022-01-20 10:00'></head><p>文</html>");
        assertThat(page.pageTitle()).isEqualTo("某局2021年报_某市");
        assertThat(page.published()).isEqualTo("2022-01-20 10:00");
        page = open(
                "<meta name=ArticleTitle content='某局2021年报'><title>站</title><p><time datetime='2022-01-21'>昨天</time>");
        assertThat(page.pageTitle()).isEqualTo("某局2021年报");
        assertThat(page.published()).isEqualTo("2022-01-21");
        assertThat(shown(page)).containsExactly("昨天");
    }

    @Test
    void knowsLargePicturesFromSmallOnes() throws Exception {
        assertThat(shown(open(
                        "<p>表<img src=t.png width=554 height=300><img src=u.png><img src=x/icon_doc.png><img src=a.gif>"
                                + "<img src=b.jpg width=16><img src=c.jpg style='width:415pt;height:200pt'></p>")))
                .containsExactly("表", "[picture]", "[picture]", "[picture]");
    }

    @Test
    void saysTheLine() throws Exception {
        var blocks = open("<html>\n<body>\n<p>一</p>\n<table>\n<tr><td>a</td>\n<td>b</td></tr></table>")
                .blocks();
        assertThat(blocks.get(0).place().line()).isEqualTo(3);
        assertThat(blocks.get(1).place().line()).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030", "GBK", "UTF-16LE", "UTF-16BE"})
    @DisplayName("网页编码以内容为准，声明常常是错的")
    void findsTheEncodingWhateverThePageDeclares(String encoding) throws Exception {
        var page =
                "<html><head><meta charset=\"iso-8859-1\"><title>年报</title></head><body><p>洛阳市司法局2021年政府信息公开工作年度报告</p></body></html>";
        assertThat(shown(Documents.open(page.getBytes(Charset.forName(encoding)))))
                .containsExactly("洛阳市司法局2021年政府信息公开工作年度报告");
    }

    @Test
    void tellsTheLineInTheSourceOfSoundAndOfBrokenPages() throws UnreadableFileException {
        for (var end : List.of("", "</p>")) {
            var page = "<html>\n<!-- <p>\n --><script>'<p>'</script><div hidden><p>隐</p></div>\n<P\nclass=x>甲</P>" + end
                    + "\n<table>\n<tr><td>乙</td><td>\n丙</td></tr></table>\n<p>丁</p>";
            assertThat(open(page).blocks().stream()
                            .map(block -> block.place().line())
                            .distinct())
                    .as(end)
                    .contains(4, 6, 9);
        }
    }

    @Test
    void standsHostilePages() {
        for (var page : List.of(
                "<div>".repeat(45_000) + "<p>x</p>",
                "<table><tr><td>".repeat(30_000),
                "<a href=x>".repeat(45_000),
                "<math><mi><table>".repeat(15_000),
                "<b><p>".repeat(22_500),
                "<table>".repeat(50_000) + "x",
                "<ul><li>".repeat(22_500),
                "<p " + "a=b ".repeat(50_000) + ">x</p>",
                "<p>" + "&amp;".repeat(250_000) + "</p>",
                "<td colspan=1000 rowspan=60000>".repeat(25_000),
                "<table>" + "<tr><td colspan=1000 rowspan=60000>".repeat(20_000),
                "<!--".repeat(100_000))) {
            Assertions.assertTimeout(
                    Duration.ofSeconds(10),
                    () -> {
                        try {
                            Documents.open(("<html>" + page).getBytes(StandardCharsets.UTF_8));
                        } catch (UnreadableFileException e) {
                            assertThat(e.getMessage()).matches(".*[\\u4e00-\\u9fff].*");
                        }
                    },
                    page.substring(0, 10));
        }
        assertThatThrownBy(() -> open("<p>".repeat(200_000)))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining("内容过多");
    }
}
