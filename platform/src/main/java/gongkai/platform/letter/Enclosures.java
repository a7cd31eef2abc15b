package gongkai.platform.letter;

import gongkai.platform.files.StoredFile;
import gongkai.platform.request.DisclosureRequest;
import java.util.List;

/** Tells what goes out with an answer (附件). Implemented by whoever keeps the drafts of answers. */
public interface Enclosures {
    /** What goes out with the answer that is being signed or was signed last, in order; empty if nothing does. */
    List<StoredFile> of(DisclosureRequest request);

    /** How a letter names a file: without its ending. */
    static String name(StoredFile file) {
        return file.name().replaceFirst("(?<=.)\\.[A-Za-z]{2,5}$", "");
    }
}
