package gongkai.annualreport.opening;

import gongkai.annualreport.FileKind;
import gongkai.annualreport.Place;
import gongkai.annualreport.UnreadableFileException;
import gongkai.annualreport.document.Block;
import gongkai.annualreport.document.Block.Paragraph;
import gongkai.annualreport.document.Document;
import java.util.ArrayList;

/** Opens txt files: each line a paragraph as it stands, empty lines too, for they may part cells. */
final class TxtOpener {
    private static final int MAX_LINES = 400_000;

    private TxtOpener() {}

    static Document open(byte[] content) throws UnreadableFileException {
        return open(PlainText.decode(content));
    }

    static Document open(String text) throws UnreadableFileException {
        var blocks = new ArrayList<Block>();
        var line = 1;
        var place = Place.line(1);
        var from = 0;
        for (var at = 0; at < text.length(); at++) {
            var c = text.charAt(at);
            if (c > '\r' && c != '\u2028' && c != '\u2029') {
                continue;
            }
            switch (c) {
                case '\n', '\r' -> {
                    blocks.add(new Paragraph(text.substring(from, at), place));
                    if (c == '\r' && at + 1 < text.length() && text.charAt(at + 1) == '\n') {
                        at++;
                    }
                    from = at + 1;
                    place = Place.line(++line);
                }
                // A page break, or a forced line break kept by a word processor: a new paragraph on the same counted
                // line
                case '\f', 0x0B, '\u2028', '\u2029' -> {
                    if (at > from) {
                        blocks.add(new Paragraph(text.substring(from, at), place));
                    }
                    from = at + 1;
                }
                default -> {}
            }
            if (blocks.size() > MAX_LINES) {
                throw new UnreadableFileException("文件行数过多，不像一份年度报告");
            }
        }
        var end = text.endsWith("\u001A") ? text.length() - 1 : text.length();
        if (end > from) {
            blocks.add(new Paragraph(text.substring(from, end), place));
        }
        return new Document(FileKind.TXT, null, null, blocks);
    }
}
