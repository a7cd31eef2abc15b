package gongkai.platform.letter.docx;

import static gongkai.platform.letter.docx.Looks.pt;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** The sheet a Word document is printed on, as its last section says: size, margins and the number of the page below. */
final class Sheet {
    private static final double TWIPS = 20;
    private static final String NUMBER =
            "@bottom-center{content:\"— \" counter(page) \" —\";font:14pt Song;padding-top:4mm;vertical-align:top}";

    private Sheet() {}

    /** The rule for pages. Lengths are A4 and the margins of a new document where the section tells none. */
    static String style(WordFile file, Element body) {
        var sections = Xml.all(body, "sectPr");
        var section = sections.isEmpty() ? null : sections.getLast();
        var size = Xml.child(section, "pgSz");
        var margin = Xml.child(section, "pgMar");
        return "@page{size:" + length(size, "w", 11906) + " " + length(size, "h", 16838) + ";margin:"
                + length(margin, "top", 1440) + " " + length(margin, "right", 1800) + " "
                + length(margin, "bottom", 1440) + " " + length(margin, "left", 1800) + ";"
                + (section != null && countsPages(file, section) ? NUMBER : "") + "}";
    }

    /** A margin below zero lets the text run into the header: it is as wide. */
    private static String length(@Nullable Element of, String name, int otherwise) {
        return pt(Math.abs(Xml.number(of, name, otherwise)) / TWIPS);
    }

    /** Whether a footer counts pages, wherever Word sets it. */
    private static boolean countsPages(WordFile file, Element section) {
        var relations = file.relations(WordFile.DOCUMENT);
        return Xml.children(section, "footerReference").stream()
                .map(reference -> relations.get(Xml.attribute(reference, "id")))
                .anyMatch(part -> part != null
                        && file.part(part)
                                .filter(bytes -> new String(bytes, StandardCharsets.UTF_8).contains("PAGE"))
                                .isPresent());
    }
}
