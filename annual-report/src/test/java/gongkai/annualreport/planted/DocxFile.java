package gongkai.annualreport.planted;

import gongkai.annualreport.planted.Piece.Line;
import gongkai.annualreport.planted.Piece.PageBreak;
import gongkai.annualreport.planted.Piece.Picture;
import gongkai.annualreport.planted.Piece.Position;
import gongkai.annualreport.planted.Piece.Table;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.poi.common.usermodel.PictureType;
import org.apache.poi.util.Units;
import org.apache.poi.xwpf.usermodel.BreakType;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.apache.xmlbeans.XmlException;
import org.apache.xmlbeans.impl.xb.xmlschema.SpaceAttribute;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTP;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge;

/** Draws Word documents. */
final class DocxFile {
    private DocxFile() {}

    enum Style {
        PLAIN,
        /** The tables inside a table of one cell. */
        NESTED,
        /** The title in a text box, one word in many runs. */
        TEXT_BOX
    }

    static byte[] draw(List<Piece> pieces, Style style) throws IOException, XmlException {
        try (var document = new XWPFDocument();
                var out = new ByteArrayOutputStream()) {
            for (var piece : pieces) {
                switch (piece) {
                    case Line line -> line(document, line, style);
                    case Table table -> table(document, table, style);
                    case PageBreak ignored ->
                        document.createParagraph().createRun().addBreak(BreakType.PAGE);
                    case Picture ignored -> picture(document);
                }
            }
            document.write(out);
            return out.toByteArray();
        }
    }

    private static void line(XWPFDocument document, Line line, Style style) throws XmlException {
        var paragraph = document.createParagraph();
        if (style == Style.TEXT_BOX && line.role() == Piece.Role.TITLE) {
            paragraph.getCTP().set(CTP.Factory.parse(textBox(line.text())));
            return;
        }
        text(paragraph, line.text(), style);
    }

    private static void text(XWPFParagraph paragraph, String text, Style style) {
        if (style != Style.TEXT_BOX) {
            var run = paragraph.createRun();
            run.setFontFamily("仿宋");
            run.setText(text);
            return;
        }
        for (int i = 0; i < text.length(); i += 3) {
            var run = paragraph.createRun();
            run.setText(text.substring(i, Math.min(text.length(), i + 3)));
            run.getCTR().getTArray(0).setSpace(SpaceAttribute.Space.PRESERVE);
        }
    }

    private static String textBox(String text) {
        return "<xml-fragment xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:v=\"urn:schemas-microsoft-com:vml\">"
                + "<w:r><w:pict><v:shape style=\"width:400pt;height:40pt\"><v:textbox><w:txbxContent><w:p><w:r><w:t>"
                + text
                + "</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r></xml-fragment>";
    }

    private static void table(XWPFDocument document, Table table, Style style) {
        if (style == Style.NESTED) {
            var outer = document.createTable(1, 1);
            var cell = outer.getRow(0).getCell(0);
            var cursor = cell.getParagraphArray(0).getCTP().newCursor();
            fill(cell.insertNewTbl(cursor), table);
            document.createParagraph();
            return;
        }
        fill(document.createTable(), table);
        document.createParagraph();
    }

    private static void fill(XWPFTable drawn, Table table) {
        while (drawn.getNumberOfRows() > 0) {
            drawn.removeRow(0);
        }
        var positions = Piece.positions(table);
        for (int r = 0; r < positions.size(); r++) {
            var row = drawn.createRow();
            while (!row.getTableCells().isEmpty()) {
                row.removeCell(0);
            }
            for (int c = 0; c < positions.get(r).size(); c++) {
                var at = positions.get(r).get(c);
                if (at != null && at.column() == c) {
                    cell(row, at, r);
                }
            }
        }
    }

    private static void cell(XWPFTableRow row, Position at, int r) {
        XWPFTableCell cell = row.createCell();
        var properties = cell.getCTTc().isSetTcPr()
                ? cell.getCTTc().getTcPr()
                : cell.getCTTc().addNewTcPr();
        if (at.slot().columnSpan() > 1) {
            properties
                    .addNewGridSpan()
                    .setVal(java.math.BigInteger.valueOf(at.slot().columnSpan()));
        }
        if (at.slot().rowSpan() > 1) {
            properties.addNewVMerge().setVal(at.row() == r ? STMerge.RESTART : STMerge.CONTINUE);
        }
        if (at.row() == r) {
            var lines = at.slot().text().split("\n", -1);
            for (int i = 0; i < lines.length; i++) {
                var paragraph =
                        i == 0 && !cell.getParagraphs().isEmpty() ? cell.getParagraphArray(0) : cell.addParagraph();
                paragraph.createRun().setText(lines[i]);
            }
        } else if (cell.getParagraphs().isEmpty()) {
            cell.addParagraph();
        }
    }

    private static void picture(XWPFDocument document) {
        try {
            document.createParagraph()
                    .createRun()
                    .addPicture(
                            new ByteArrayInputStream(png(600, 800)),
                            PictureType.PNG,
                            "table.png",
                            Units.toEMU(400),
                            Units.toEMU(500));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] png(int width, int height) throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY), "png", out);
        return out.toByteArray();
    }
}
