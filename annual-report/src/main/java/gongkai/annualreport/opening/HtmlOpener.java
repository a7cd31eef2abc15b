package gongkai.annualreport.opening;

import gongkai.annualreport.UnreadableFileException;
import gongkai.annualreport.document.Document;

/** Opens html files. */
final class HtmlOpener {
    private HtmlOpener() {}

    static Document open(byte[] content) throws UnreadableFileException {
        return open(PlainText.decode(content));
    }

    static Document open(String page) throws UnreadableFileException {
        throw new UnreadableFileException("不认识的文件类型");
    }
}
