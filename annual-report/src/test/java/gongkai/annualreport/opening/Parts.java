package gongkai.annualreport.opening;

import gongkai.annualreport.document.Block;
import gongkai.annualreport.document.Block.Grid;
import gongkai.annualreport.document.Block.Paragraph;
import gongkai.annualreport.document.Block.Picture;
import gongkai.annualreport.document.Document;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Office files made by hand from their parts, and documents shown as short lines to compare with. */
final class Parts {
    private static final String WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    private Parts() {}

    /** A zip of names and contents in turn. */
    static byte[] zip(String... namesAndContents) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var i = 0; i < namesAndContents.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndContents[i]));
                zip.write(namesAndContents[i + 1].getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static String wordDocument(String body) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document xmlns:w=\"" + WORD
                + "\" xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\""
                + " xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\""
                + " xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\""
                + " xmlns:v=\"urn:schemas-microsoft-com:vml\"><w:body>" + body + "</w:body></w:document>";
    }

    static byte[] docx(String body) {
        return zip("word/document.xml", wordDocument(body));
    }

    static String wordPart(String root, String content) {
        return "<w:" + root + " xmlns:w=\"" + WORD + "\">" + content + "</w:" + root + ">";
    }

    /**
     * One line a block. A grid row reads {@code | a | b |}; a cell that does not begin where the one before ended has its column in
     * front ({@code @2}), spans follow ({@code 2x1}); an unaligned grid begins with {@code ~}.
     */
    static List<String> shown(Document document) {
        return document.blocks().stream().map(Parts::shown).toList();
    }

    private static String shown(Block block) {
        return switch (block) {
            case Paragraph paragraph -> paragraph.text();
            case Picture ignored -> "[picture]";
            case Grid grid ->
                (grid.aligned() ? "" : "~")
                        + grid.rows().stream().map(Parts::shown).collect(Collectors.joining("\n"));
        };
    }

    private static String shown(Block.GridRow row) {
        var text = new StringBuilder("|");
        var column = 0;
        for (var cell : row.cells()) {
            text.append(cell.column() == column ? "" : "@" + cell.column())
                    .append(' ')
                    .append(cell.text().replace("\n", "⏎"));
            if (cell.columnSpan() > 1 || cell.rowSpan() > 1) {
                text.append(' ').append(cell.columnSpan()).append('x').append(cell.rowSpan());
            }
            text.append(" |");
            column = cell.column() + cell.columnSpan();
        }
        return text.toString();
    }
}
