package gongkai.platform.files;

import java.util.Set;

/** The kinds of files that are taken. Whatever is none of them is refused. */
public enum FileKind {
    PDF("PDF", "application/pdf", Set.of("pdf")),
    OFD("OFD", "application/ofd", Set.of("ofd")),
    DOCX("Word 文档", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", Set.of("docx", "wps")),
    XLSX("Excel 表格", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Set.of("xlsx", "et")),
    PPTX(
            "PowerPoint 演示文稿",
            "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            Set.of("pptx", "dps")),
    DOC("Word 97–2003 文档", "application/msword", Set.of("doc", "wps")),
    XLS("Excel 97–2003 表格", "application/vnd.ms-excel", Set.of("xls", "et")),
    PPT("PowerPoint 97–2003 演示文稿", "application/vnd.ms-powerpoint", Set.of("ppt", "dps")),
    JPG("JPG 图片", "image/jpeg", Set.of("jpg", "jpeg")),
    PNG("PNG 图片", "image/png", Set.of("png")),
    TIF("TIF 图片", "image/tiff", Set.of("tif", "tiff")),
    BMP("BMP 图片", "image/bmp", Set.of("bmp")),
    WEBP("WebP 图片", "image/webp", Set.of("webp")),
    TXT("文本", "text/plain", Set.of("txt")),
    CSV("CSV 表格", "text/csv", Set.of("csv")),
    /** Taken as a yearly report only; handed out as a file, never shown as a page of ours. */
    HTML("网页", "text/html", Set.of("html", "htm")),
    JSON("JSON", "application/json", Set.of("json"));

    private final String chinese;
    private final String contentType;
    private final Set<String> extensions;

    FileKind(String chinese, String contentType, Set<String> extensions) {
        this.chinese = chinese;
        this.contentType = contentType;
        this.extensions = extensions;
    }

    /** Its name on screens. */
    public String chinese() {
        return chinese;
    }

    /** What a download says it is. */
    public String contentType() {
        return contentType;
    }

    /** The endings a file of this kind may have, in lower case without the dot. */
    public Set<String> extensions() {
        return extensions;
    }
}
