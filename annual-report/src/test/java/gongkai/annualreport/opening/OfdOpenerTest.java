package gongkai.annualreport.opening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gongkai.annualreport.UnreadableFileException;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ofdrw.layout.OFDDoc;
import org.ofdrw.layout.VirtualPage;
import org.ofdrw.layout.element.canvas.Canvas;

@DisplayName("打开 ofd")
class OfdOpenerTest {
    private static final String ROOT =
            "<OFD xmlns=\"http://www.ofdspec.org/2016\"><DocBody><DocRoot>/Doc_0/Document.xml</DocRoot></DocBody></OFD>";
    private static final String DOCUMENT = "<Document xmlns=\"http://www.ofdspec.org/2016\"><CommonData>"
            + "<PageArea><PhysicalBox>0 0 210 297</PhysicalBox></PageArea><PublicRes>PublicRes.xml</PublicRes>"
            + "<TemplatePage ID=\"7\" BaseLoc=\"Tpls/T.xml\"/></CommonData>"
            + "<Pages><Page ID=\"1\" BaseLoc=\"Pages/P.xml\"/></Pages></Document>";

    private static byte[] page(String content) {
        return Parts.zip(
                "OFD.xml",
                ROOT,
                "Doc_0/Document.xml",
                DOCUMENT,
                "Doc_0/PublicRes.xml",
                "<Res><CompositeGraphicUnits><CompositeGraphicUnit ID=\"5\" Width=\"50\" Height=\"10\"><Content>"
                        + text(0, 5, "", "印") + "</Content></CompositeGraphicUnit></CompositeGraphicUnits></Res>",
                "Doc_0/Tpls/T.xml",
                "<Page><Content><Layer>" + text(20, 40, "", "模板") + "</Layer></Content></Page>",
                "Doc_0/Pages/P.xml",
                "<Page><Content><Layer>" + content + "</Layer></Content></Page>");
    }

    private static String text(int x, int y, String deltas, String text) {
        return "<TextObject Boundary=\"%d %d 100 10\" Size=\"4\"><TextCode X=\"0\" Y=\"4\" %s>%s</TextCode></TextObject>"
                .formatted(x, y, deltas, text);
    }

    @Test
    void readsWhatOfdrwDraws() throws Exception {
        var bytes = new ByteArrayOutputStream();
        try (var document = new OFDDoc(bytes)) {
            var table = new Canvas(30d, 60d, 160d, 60d);
            table.setDrawer(pen -> {
                for (double y : new double[] {0, 15, 30}) {
                    pen.beginPath();
                    pen.moveTo(0, y);
                    pen.lineTo(80, y);
                    pen.stroke();
                }
                for (double x : new double[] {0, 40, 80}) {
                    pen.beginPath();
                    pen.moveTo(x, 0);
                    pen.lineTo(x, 30);
                    pen.stroke();
                }
                pen.setDefaultFont(5d);
                pen.fillText("规章", 5, 10);
                pen.fillText("13810", 45, 10);
                pen.fillText("收费金额", 5, 25);
                pen.fillText("0.37", 45, 25);
            });
            var page = new VirtualPage(210d, 297d);
            page.add(table);
            document.addVPage(page);
        }
        assertThat(Parts.shown(OfdOpener.open(bytes.toByteArray())).toString())
                .contains("规章", "13810", "收费金额", "0.37")
                .doesNotContain("13 8");
    }

    @Test
    void readsTemplatesAndDrawingsOfTheResources() throws Exception {
        var document = OfdOpener.open(page("<Template TemplateID=\"7\"/>" + text(20, 80, "", "正文")
                + "<CompositeObject Boundary=\"20 120 50 10\" ResourceID=\"5\"/>"));
        assertThat(Parts.shown(document)).containsExactly("模板", "正文", "印");
    }

    @Test
    void readsRepeatedDistances() throws Exception {
        var document = OfdOpener.open(
                page(text(20, 80, "DeltaX=\"g 2 4 2.5 2.5\"", "总计：12") + text(20, 100, "DeltaX=\"g 3 2.8\"", "2021")));
        assertThat(Parts.shown(document)).containsExactly("总计：12", "2021");
    }

    @Test
    void letsNothingButASentenceOutOfBrokenFiles() {
        var whole = page(text(20, 80, "DeltaX=\"g 2 4\"", "总计1"));
        for (int seed = 0; seed < 300; seed++) {
            var lot = new Random(seed);
            var mutant = seed % 2 == 0 ? Arrays.copyOf(whole, lot.nextInt(whole.length)) : whole.clone();
            for (int i = 0; i < 3 && mutant.length > 0; i++) {
                mutant[lot.nextInt(mutant.length)] = (byte) lot.nextInt(256);
            }
            try {
                OfdOpener.open(mutant);
            } catch (UnreadableFileException e) {
                assertThat(e).message().isNotBlank();
            }
        }
        assertThatThrownBy(() -> OfdOpener.open(Parts.zip("OFD.xml", "<!DOCTYPE x [<!ENTITY a \"b\">]><OFD>&a;</OFD>")))
                .isInstanceOf(UnreadableFileException.class);
    }
}
