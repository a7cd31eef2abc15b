package gongkai.platform.files;

import java.util.Set;

/** Says who may open the files of some purposes. The feature that keeps them has one bean of this kind; without one nobody may. */
public interface FileRights {
    /** The purposes it speaks for. */
    Set<FilePurpose> purposes();

    /** What whoever sends this request may do with that file. Asked before every download. */
    Decision decide(StoredFile file);

    /** An answer. */
    enum Decision {
        /** No; the file is as if it were not there. */
        REFUSED,
        /** Yes, and it is logged. */
        ALLOWED,
        /** Everyone may, and it is not logged. */
        PUBLIC
    }
}
