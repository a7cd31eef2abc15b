package gongkai.annualreport.opening;

import gongkai.annualreport.UnreadableFileException;
import gongkai.annualreport.document.Document;

/** Opens xlsx files. */
final class XlsxOpener {
    private XlsxOpener() {}

    static Document open(byte[] content) throws UnreadableFileException {
        throw new UnreadableFileException("不认识的文件类型");
    }
}
