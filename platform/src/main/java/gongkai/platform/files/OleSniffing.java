package gongkai.platform.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.poi.poifs.filesystem.DirectoryEntry;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Tells the office documents of the 1997–2003 form, and those of WPS, by the streams in them. */
final class OleSniffing {
    private static final int DEEPEST = 8;

    private OleSniffing() {}

    static Sniffed sniff(Path file) {
        try (var system = new POIFSFileSystem(file.toFile(), true)) {
            var root = system.getRoot();
            if (hasMacros(root, 0)) {
                return new Sniffed.Refused("文件带有宏，不能接收。请另存为不带宏的文件");
            }
            if (root.hasEntryCaseInsensitive("EncryptedPackage")) {
                return new Sniffed.Refused("文件设有打开密码，不能接收。请去掉密码后再传");
            }
            if (root.hasEntryCaseInsensitive("WordDocument")) {
                return new Sniffed.Found(FileKind.DOC);
            }
            if (root.hasEntryCaseInsensitive("Workbook") || root.hasEntryCaseInsensitive("Book")) {
                return new Sniffed.Found(FileKind.XLS);
            }
            if (root.hasEntryCaseInsensitive("PowerPoint Document")) {
                return new Sniffed.Found(FileKind.PPT);
            }
            return new Sniffed.Refused("认不出这是什么文件，或这种文件不在接收范围内");
        } catch (IOException | RuntimeException e) {
            return new Sniffed.Refused("文件不完整或已损坏");
        }
    }

    private static boolean hasMacros(DirectoryEntry directory, int depth) {
        for (var entry : directory) {
            var name = entry.getName().toLowerCase(Locale.ROOT);
            if (name.equals("vba")
                    || name.equals("_vba_project_cur")
                    || name.equals("_vba_project")
                    || name.equals("macros")) {
                return true;
            }
            if (depth < DEEPEST && entry instanceof DirectoryEntry below && hasMacros(below, depth + 1)) {
                return true;
            }
        }
        return false;
    }
}
