package gongkai.annualreport.document;

import gongkai.annualreport.FileKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A document as a person sees it, whatever kind of file it came from.
 *
 * @param pageTitle the title kept beside the text (the {@code <title>} of a page, the title property of an office file)
 * @param published the publication date kept beside the text, as written there (the {@code PubDate} of a page)
 * @param blocks what stands on the pages, top to bottom
 */
public record Document(
        FileKind kind, @Nullable String pageTitle, @Nullable String published, List<Block> blocks) {
    public Document {
        blocks = List.copyOf(blocks);
    }
}
