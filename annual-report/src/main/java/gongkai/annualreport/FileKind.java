package gongkai.annualreport;

import java.util.Locale;
import java.util.Optional;

/** The kinds of file a report is read from. {@link #DOC} is read only, all others are written too. */
public enum FileKind {
    DOCX,
    DOC,
    PDF,
    OFD,
    HTML,
    TXT,
    XLSX,
    JSON;

    /** The kind a file name's ending asks for, for writing. What a file is when read is found from its content. */
    public static Optional<FileKind> ofName(String fileName) {
        var ending = fileName.substring(fileName.lastIndexOf('.') + 1).toUpperCase(Locale.ROOT);
        return switch (ending) {
            case "HTM" -> Optional.of(HTML);
            case "DOCX", "DOC", "PDF", "OFD", "HTML", "TXT", "XLSX", "JSON" -> Optional.of(valueOf(ending));
            default -> Optional.empty();
        };
    }
}
