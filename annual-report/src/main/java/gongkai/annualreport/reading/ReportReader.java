package gongkai.annualreport.reading;

import gongkai.annualreport.document.Document;

/** Recognises the report in a document. */
public final class ReportReader {
    private ReportReader() {}

    /** What the document holds. Never fails: a document without a report gives a report without cells and sections. */
    public static Reading read(Document document) {
        throw new UnsupportedOperationException();
    }
}
