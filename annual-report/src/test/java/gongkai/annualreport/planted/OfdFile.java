package gongkai.annualreport.planted;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.ofdrw.font.FontName;
import org.ofdrw.layout.OFDDoc;
import org.ofdrw.layout.PageLayout;
import org.ofdrw.layout.VirtualPage;
import org.ofdrw.layout.element.Position;
import org.ofdrw.layout.element.canvas.Canvas;
import org.ofdrw.layout.element.canvas.FontSetting;

/** Draws OFD files: text objects and path objects at places, as converters leave them. */
final class OfdFile {
    private OfdFile() {}

    static byte[] draw(List<Piece> pieces) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var document = new OFDDoc(out)) {
            var layout = new PageLayout(PageDrawing.WIDTH, PageDrawing.HEIGHT);
            layout.setMargin(0d);
            document.setDefaultPageLayout(layout);
            for (var page : PageDrawing.of(pieces)) {
                var canvas = new Canvas(0, 0, PageDrawing.WIDTH, PageDrawing.HEIGHT);
                canvas.setPosition(Position.Absolute);
                canvas.setDrawer(context -> {
                    context.setLineWidth(0.2);
                    for (var rule : page.rules()) {
                        context.beginPath()
                                .moveTo(rule.x1(), rule.y1())
                                .lineTo(rule.x2(), rule.y2())
                                .stroke();
                    }
                    for (var text : page.texts()) {
                        context.setFont(fitting(text));
                        context.fillText(text.text(), text.x(), text.baseline());
                    }
                });
                var virtual = new VirtualPage(layout);
                virtual.add(canvas);
                document.addVPage(virtual);
            }
        }
        return out.toByteArray();
    }

    /** The font, smaller where the library's stand-in for it is wider than the page drawing reckons with. */
    private static FontSetting fitting(PageDrawing.Text text) {
        var font = new FontSetting(text.size(), FontName.SimSun.font());
        double width =
                text.text().chars().mapToDouble(c -> font.charWidth((char) c)).sum();
        double room = PageDrawing.width(text.text()) * text.size();
        return width > room ? new FontSetting(text.size() * room / width, FontName.SimSun.font()) : font;
    }
}
