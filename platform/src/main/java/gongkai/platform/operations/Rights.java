package gongkai.platform.operations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;

/** Whether others than the owner may get at a file they should not. */
final class Rights {
    private Rights() {}

    /** @param worldOnly whether the owner's group may read it */
    static Finding of(String subject, Path file, boolean worldOnly) throws IOException {
        var rights = Files.getPosixFilePermissions(file);
        if (rights.contains(PosixFilePermission.OTHERS_WRITE)) {
            return Finding.bad(subject, file + " 任何人都可改写", "chmod o-w " + file);
        }
        if (!worldOnly
                && (rights.contains(PosixFilePermission.OTHERS_READ)
                        || rights.contains(PosixFilePermission.GROUP_READ))) {
            return Finding.bad(subject, file + " 其他用户可读", "chmod 600 " + file);
        }
        return Finding.good(subject, file.toString());
    }
}
