package gongkai.annualreport.opening;

import java.io.IOException;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;

/** Keeps a PDF from unfolding into more than a report can be. */
final class PdfLimits {
    /** Thrown out of a library's call-backs; the opener turns it into its sentence. */
    static final class Exceeded extends RuntimeException {
        Exceeded() {
            super("too large when unfolded", null, false, false);
        }
    }

    static final int MOST_PAGES = 200;
    private static final int MOST_NODES = 20_000;
    private static final int DEEPEST = 60;
    private static final long SMALL = 100_000;
    private static final long LARGEST = 64_000_000;

    private PdfLimits() {}

    /** The pages the tree really leads to, counted up to one more than is allowed; a tree may lie about its size, or run in circles. */
    static int pages(PDDocument document) {
        var root = document.getDocumentCatalog().getCOSObject().getCOSDictionary(COSName.PAGES);
        var walk = new int[2];
        count(root, 0, walk);
        return walk[0];
    }

    private static void count(@Nullable COSDictionary node, int depth, int[] walk) {
        if (node == null || walk[0] > MOST_PAGES) {
            return;
        }
        if (++walk[1] > MOST_NODES || depth > DEEPEST) {
            throw new Exceeded();
        }
        COSArray kids = node.getCOSArray(COSName.KIDS);
        if (kids == null) {
            walk[0]++;
            return;
        }
        for (int i = 0; i < kids.size() && walk[0] <= MOST_PAGES; i++) {
            if (kids.getObject(i) instanceof COSDictionary kid) {
                count(kid, depth + 1, walk);
            }
        }
    }

    /** Unfolds a stream without keeping it, and stops if it grows too large. */
    static void check(COSStream stream) throws IOException {
        if (stream.getLength() < SMALL || stream.getFilters() == null) {
            return;
        }
        var inflater = new Inflater();
        try (var raw = stream.createRawInputStream()) {
            var in = new byte[16_384];
            var out = new byte[65_536];
            long total = 0;
            while (!inflater.finished()) {
                if (inflater.needsInput()) {
                    int read = raw.read(in);
                    if (read <= 0) {
                        return;
                    }
                    inflater.setInput(in, 0, read);
                }
                total += inflater.inflate(out);
                if (total > LARGEST) {
                    throw new Exceeded();
                }
                if (inflater.needsDictionary()) {
                    return;
                }
            }
        } catch (DataFormatException e) {
            // Not packed this way, or broken: the library unfolds what there is.
        } finally {
            inflater.end();
        }
    }
}
