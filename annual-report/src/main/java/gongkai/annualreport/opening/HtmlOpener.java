package gongkai.annualreport.opening;

import gongkai.annualreport.FileKind;
import gongkai.annualreport.UnreadableFileException;
import gongkai.annualreport.document.Document;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** Opens html files, among them what word processors save as web pages. */
final class HtmlOpener {
    private static final int MAX_DEPTH = 300;

    private HtmlOpener() {}

    static Document open(byte[] content) throws UnreadableFileException {
        return open(PlainText.decode(content));
    }

    static Document open(String page) throws UnreadableFileException {
        var tags = HtmlTags.of(page);
        var body = read(page, tags);
        if (!tags.fit()) {
            body = read(page, null);
        }
        return new Document(FileKind.HTML, body.head().title(), body.head().published(), body.blocks());
    }

    /** @param tags where the elements' lines stand, null to have the parser tell them */
    private static HtmlBody read(String page, @Nullable HtmlTags tags) throws UnreadableFileException {
        var parser = Parser.htmlParser().setTrackPosition(tags == null).setMaxDepth(MAX_DEPTH);
        var body = new HtmlBody(tags);
        body.read(Jsoup.parse(page, parser));
        return body;
    }
}
