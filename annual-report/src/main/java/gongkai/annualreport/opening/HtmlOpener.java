package gongkai.annualreport.opening;

import gongkai.annualreport.FileKind;
import gongkai.annualreport.UnreadableFileException;
import gongkai.annualreport.document.Document;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;

/** Opens html files, among them what word processors save as web pages. */
final class HtmlOpener {
    /** Tags cost the parser memory, and time that grows faster than they do; Word's most verbose page has a tenth of these. */
    private static final int MAX_TAGS = 100_000;

    private static final int MAX_DEPTH = 300;
    /** Tables and formulas left open inside each other are what the parser is slowest at. */
    private static final int MAX_OPEN = 200;

    private HtmlOpener() {}

    static Document open(byte[] content) throws UnreadableFileException {
        return open(PlainText.decode(content));
    }

    static Document open(String page) throws UnreadableFileException {
        var tags = 0;
        var open = 0;
        for (var at = page.indexOf('<'); at >= 0; at = page.indexOf('<', at + 1)) {
            open += opens(page, at + 1) ? 1 : page.startsWith("/", at + 1) && opens(page, at + 2) ? -1 : 0;
            if (++tags > MAX_TAGS || open > MAX_OPEN) {
                throw new UnreadableFileException("网页内容过多或嵌套过深，不像一份年度报告，已拒绝读取");
            }
        }
        var parser = Parser.htmlParser().setTrackPosition(true).setMaxDepth(MAX_DEPTH);
        var body = new HtmlBody();
        body.read(Jsoup.parse(page, parser));
        return new Document(FileKind.HTML, body.title(), body.published(), body.blocks());
    }

    private static boolean opens(String page, int at) {
        return page.regionMatches(true, at, "table", 0, 5) || page.regionMatches(true, at, "math", 0, 4);
    }
}
