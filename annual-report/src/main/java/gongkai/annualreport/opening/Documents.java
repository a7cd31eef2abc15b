package gongkai.annualreport.opening;

import gongkai.annualreport.FileKind;
import gongkai.annualreport.UnreadableFileException;
import gongkai.annualreport.document.Block;
import gongkai.annualreport.document.Document;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** The front door: opens files of every kind, and says in one sentence why a file cannot be opened. */
public final class Documents {
    private static final long MAX_SIZE = 200L << 20;
    /** What a scan may carry beside its pictures: page numbers, the stamp of a scanner. The shortest title of a report has more. */
    private static final int FEWEST_LETTERS = 12;

    private Documents() {}

    /** The bytes of a regular file; pipes, devices and links to them are refused before anything waits for them. */
    public static byte[] read(Path file) throws UnreadableFileException {
        try {
            if (Files.isDirectory(file)) {
                throw new UnreadableFileException("这是文件夹，不是文件");
            }
            if (!Files.exists(file)) {
                throw new UnreadableFileException(
                        Files.exists(file, LinkOption.NOFOLLOW_LINKS) ? "链接指向的文件不存在" : "文件不存在，可能已被移走或删除");
            }
            if (!Files.isRegularFile(file)) {
                throw new UnreadableFileException("不是普通文件（管道或设备），已拒绝读取");
            }
            if (!Files.isReadable(file)) {
                throw new UnreadableFileException("没有读取这个文件的权限");
            }
            if (Files.size(file) > MAX_SIZE) {
                throw new UnreadableFileException("文件超过 200 MB，不像一份年度报告，已拒绝读取");
            }
            return Files.readAllBytes(file);
        } catch (IOException | SecurityException e) {
            throw new UnreadableFileException(Files.exists(file) ? "文件读取失败，请检查磁盘或网络后再试" : "文件不存在，可能已被移走或删除", e);
        } catch (OutOfMemoryError e) {
            throw new UnreadableFileException("文件过大，内存不足，无法读取", e);
        }
    }

    /** Opens the file at a path; its kind is found from its content. */
    public static Document open(Path file) throws UnreadableFileException {
        return open(read(file));
    }

    /** What a file is, judged from its content alone. */
    public static FileKind kind(byte[] content) throws UnreadableFileException {
        return guarded(() -> Content.of(content).kind());
    }

    /** Whether it is worth asking for the {@link #kind}, which costs as much as opening some files. */
    public static boolean mayBeJson(byte[] content) {
        for (int i = 0; i < content.length; i++) {
            boolean letter = content[i] > ' ' && content[i] != '{';
            if (content[i] == '{' || letter || i > 1000) {
                return content[i] == '{';
            }
        }
        return false;
    }

    /** Opens a file; its kind is found from its content. {@link FileKind#JSON} is not a document and refused. */
    public static Document open(byte[] content) throws UnreadableFileException {
        return guarded(() -> {
            var found = Content.of(content);
            var document = switch (found.kind()) {
                case DOCX -> DocxOpener.open(content);
                case DOC -> DocOpener.open(content);
                case PDF -> PdfOpener.open(content);
                case OFD -> OfdOpener.open(content);
                case HTML -> HtmlOpener.open(found.text());
                case TXT -> TxtOpener.open(found.text());
                case XLSX -> XlsxOpener.open(content);
                case JSON -> throw new UnreadableFileException("这是 JSON 数据，不是文档");
            };
            requireText(document);
            return document;
        });
    }

    /** A scan is not a report without sections and tables: nothing of it can be judged, and its reader must hear so. */
    private static void requireText(Document document) throws UnreadableFileException {
        var letters = 0L;
        var pictures = false;
        for (var block : document.blocks()) {
            switch (block) {
                case Block.Paragraph paragraph -> letters += letters(paragraph.text());
                case Block.Grid grid -> {
                    for (var row : grid.rows()) {
                        for (var cell : row.cells()) {
                            letters += letters(cell.text());
                        }
                    }
                }
                case Block.Picture picture -> pictures = true;
            }
            if (letters >= FEWEST_LETTERS) {
                return;
            }
        }
        if (pictures) {
            throw new UnreadableFileException("文件里只有图片（扫描件），没有可以读取的文字，请提供可以选中文字的文件");
        }
        if (letters == 0 && document.blocks().stream().allMatch(Documents::isBlank)) {
            throw new UnreadableFileException("文件里没有任何文字");
        }
    }

    private static long letters(String text) {
        var letters = 0L;
        for (var i = 0; i < text.length(); ) {
            var letter = text.codePointAt(i);
            letters += Character.isLetter(letter) ? 1 : 0;
            i += Character.charCount(letter);
        }
        return letters;
    }

    private static boolean isBlank(Block block) {
        return switch (block) {
            case Block.Paragraph paragraph -> paragraph.text().isBlank();
            case Block.Grid grid ->
                grid.rows().stream()
                        .flatMap(row -> row.cells().stream())
                        .allMatch(cell -> cell.text().isBlank());
            case Block.Picture picture -> false;
        };
    }

    private interface Attempt<T> {
        T make() throws UnreadableFileException;
    }

    /** Last resort: whatever a broken file makes a library do, only a sentence leaves. */
    private static <T> T guarded(Attempt<T> attempt) throws UnreadableFileException {
        try {
            return attempt.make();
        } catch (StackOverflowError e) {
            throw new UnreadableFileException("文件结构嵌套过深，疑似恶意文件，已拒绝读取", e);
        } catch (OutOfMemoryError e) {
            throw new UnreadableFileException("文件内容过多，内存不足，无法读取", e);
        } catch (RuntimeException e) {
            throw new UnreadableFileException("文件已损坏，请重新获取原文件后再试", e);
        }
    }
}
