package gongkai.annualreport.opening;

import gongkai.annualreport.FileKind;
import gongkai.annualreport.UnreadableFileException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/**
 * What a file's bytes are, whatever its name says.
 *
 * @param text the decoded text of a kind that is text, else empty
 */
record Content(FileKind kind, String text) {
    /** Tens of times what the longest report takes; beyond it a page is a trap, not a report. */
    private static final int MAX_TEXT = 48 << 20;
    /** How many characters at most tell what a text is. */
    private static final int START = 4096;

    private static final Pattern JSON_OBJECT = Pattern.compile("\\{\\s*[\"}]");
    private static final Pattern JSON_ARRAY = Pattern.compile("\\[\\s*(?:\\{\\s*\"|\\[\\s*[\\[{])");
    private static final Pattern OPENING_TAG = Pattern.compile(
            "(?is)<(?:!doctype\\s+html|(?:html|head|body|meta|title|style|script|table|div|p|span|h[1-6]|center|font|article|section|ul|ol"
                    + "|br|b|strong|a|img|tbody|tr|link|form|main|header)\\b[^<>]*>)");
    private static final Pattern PAGE_TAG =
            Pattern.compile("(?i)<(?:!doctype\\s+html|html\\b|body\\b|/html>|/body>|/table>)");
    private static final Pattern CLOSING_TAG = Pattern.compile("(?i)</(?:p|td|tr|div|span|h[1-6]|table|li)>");
    private static final Pattern BEFORE_FIRST_TAG =
            Pattern.compile("\\A(?:\\s|<!--.*?-->|<\\?xml[^>]*>)*+", Pattern.DOTALL);

    static Content of(byte[] content) throws UnreadableFileException {
        if (content.length == 0) {
            throw new UnreadableFileException("文件是空的，没有任何内容");
        }
        if (Zip.looksLikeOne(content)) {
            return new Content(archive(content), "");
        }
        if (starts(content, 0, "\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1")) {
            return new Content(compound(content), "");
        }
        var foreign = Foreign.sentence(content);
        if (foreign.isPresent()) {
            throw new UnreadableFileException(foreign.get());
        }
        if (isPdf(content)) {
            return new Content(FileKind.PDF, "");
        }
        if (content.length > MAX_TEXT) {
            throw new UnreadableFileException("文本内容过大，不像一份年度报告，已拒绝读取");
        }
        var text = PlainText.decode(content);
        if (text.isBlank()) {
            throw new UnreadableFileException("文件里没有任何文字");
        }
        return new Content(textKind(text), text);
    }

    private static FileKind textKind(String text) throws UnreadableFileException {
        var trimmed = text.stripLeading();
        if (trimmed.startsWith("{\\rtf")) {
            throw new UnreadableFileException("这是 RTF 文件，请用办公软件另存为 docx 后再试");
        }
        if (JSON_OBJECT.matcher(trimmed).lookingAt()) {
            return FileKind.JSON;
        }
        if (trimmed.startsWith("MIME-Version:")
                && start(trimmed).toLowerCase(Locale.ROOT).contains("multipart/related")) {
            throw new UnreadableFileException("这是网页归档文件（mht），请另存为 docx 或 html 后再试");
        }
        if (trimmed.startsWith("<?xml") && isOfficeXml(start(trimmed))) {
            throw new UnreadableFileException("这是 Office 的 XML 文件，请用办公软件另存为 docx 或 xlsx 后再试");
        }
        if (trimmed.startsWith("<") && trimmed.indexOf("<!ENTITY", 0, Math.min(trimmed.length(), START)) >= 0) {
            throw new UnreadableFileException("文件含有不安全的 XML 定义，已拒绝读取");
        }
        if (JSON_ARRAY.matcher(trimmed).lookingAt()) {
            throw new UnreadableFileException("JSON 里应当是一份年度报告（一个对象），这里是数组");
        }
        if (isHtml(trimmed)) {
            return FileKind.HTML;
        }
        if (trimmed.startsWith("<?xml")) {
            throw new UnreadableFileException("这是 XML 数据，不是年度报告文档");
        }
        return FileKind.TXT;
    }

    private static String start(String text) {
        return text.substring(0, Math.min(text.length(), START));
    }

    private static boolean isOfficeXml(String start) {
        return (start.contains("schemas.microsoft.com/office") || start.contains(":office:"))
                && !PAGE_TAG.matcher(start).find();
    }

    /** A text may quote a stray tag; a page begins with one, or is framed by them, or is full of them. */
    private static boolean isHtml(String text) {
        if (text.indexOf('<') < 0) {
            return false;
        }
        var before = BEFORE_FIRST_TAG.matcher(text);
        var from = before.lookingAt() ? before.end() : 0;
        var closing = CLOSING_TAG.matcher(text);
        if (OPENING_TAG.matcher(text).region(from, text.length()).lookingAt()) {
            return PAGE_TAG.matcher(text).find() || closing.find();
        }
        if (PAGE_TAG.matcher(text).find()) {
            return true;
        }
        var closed = 0;
        while (closed < 8 && closing.find()) {
            closed++;
        }
        return closed == 8;
    }

    private static FileKind archive(byte[] content) throws UnreadableFileException {
        var zip = Zip.open(content);
        if (zip.has("OFD.xml")) {
            return FileKind.OFD;
        }
        if (zip.has("word/document.xml")) {
            return FileKind.DOCX;
        }
        if (zip.has("xl/workbook.xml")) {
            return FileKind.XLSX;
        }
        if (zip.has("mimetype") && zip.read("mimetype").length < 200) {
            var type = new String(zip.read("mimetype"), StandardCharsets.US_ASCII).strip();
            if (type.contains("opendocument") || type.contains("epub")) {
                var kind = type.contains("epub")
                        ? "EPUB 电子书"
                        : type.contains("spreadsheet")
                                ? "ODS 表格"
                                : type.contains("presentation") ? "ODP 演示文稿" : "ODT 文档";
                throw new UnreadableFileException("这是 " + kind + "，请用办公软件另存为 docx 或 xlsx 后再试");
            }
        }
        if (zip.has("[Content_Types].xml")) {
            var types = new String(zip.read("[Content_Types].xml"), StandardCharsets.UTF_8);
            if (types.contains("wordprocessingml.document.main+xml")
                    || types.contains("word.document.macroEnabled.main+xml")) {
                return FileKind.DOCX;
            }
            if (types.contains("spreadsheetml.sheet.main+xml") || types.contains("sheet.macroEnabled.main+xml")) {
                return FileKind.XLSX;
            }
            if (types.contains("presentationml")) {
                throw new UnreadableFileException("这是演示文稿（pptx），不是年度报告文档");
            }
            if (types.contains("ms-excel.sheet.binary")) {
                throw new UnreadableFileException("这是二进制工作簿（xlsb），请另存为 xlsx 后再试");
            }
        }
        if (zip.names().isEmpty()) {
            throw new UnreadableFileException("这是空的压缩包，里面没有文件");
        }
        throw new UnreadableFileException("这是压缩包（zip），请解压后再读取其中的文件");
    }

    private static FileKind compound(byte[] content) throws UnreadableFileException {
        try (var container = new POIFSFileSystem(new ByteArrayInputStream(content))) {
            var root = container.getRoot();
            if (root.hasEntryCaseInsensitive("WordDocument")) {
                return FileKind.DOC;
            }
            if (root.hasEntryCaseInsensitive("EncryptedPackage")) {
                throw new UnreadableFileException("文件已加密，请去掉密码后再试");
            }
            if (root.hasEntryCaseInsensitive("Workbook") || root.hasEntryCaseInsensitive("Book")) {
                throw new UnreadableFileException("这是旧版 Excel 表格（xls），请另存为 xlsx 后再试");
            }
            if (root.hasEntryCaseInsensitive("PowerPoint Document")) {
                throw new UnreadableFileException("这是演示文稿（ppt），不是年度报告文档");
            }
            throw new UnreadableFileException("这是复合文档，但不是 Word 文档，请另存为 docx 后再试");
        } catch (IOException | RuntimeException e) {
            throw new UnreadableFileException("文件已损坏或不完整，请重新获取原文件后再试", e);
        }
    }

    /** The mark may stand after a little rubbish, as other readers allow. */
    private static boolean isPdf(byte[] content) {
        for (var at = 0; at < Math.min(1024, content.length - 5); at++) {
            if (content[at] == '%' && starts(content, at, "%PDF-")) {
                return true;
            }
        }
        return false;
    }

    static boolean starts(byte[] content, int from, String bytes) {
        if (content.length < from + bytes.length()) {
            return false;
        }
        for (var i = 0; i < bytes.length(); i++) {
            if ((content[from + i] & 0xff) != bytes.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
