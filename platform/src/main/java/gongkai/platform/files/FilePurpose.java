package gongkai.platform.files;

import static gongkai.platform.files.FileKind.BMP;
import static gongkai.platform.files.FileKind.CSV;
import static gongkai.platform.files.FileKind.JPG;
import static gongkai.platform.files.FileKind.OFD;
import static gongkai.platform.files.FileKind.PDF;
import static gongkai.platform.files.FileKind.PNG;
import static gongkai.platform.files.FileKind.TIF;
import static gongkai.platform.files.FileKind.TXT;
import static gongkai.platform.files.FileKind.WEBP;
import static gongkai.platform.files.FileKind.XLSX;

import java.util.EnumSet;
import java.util.Set;

/** What a file is kept for: decides which kinds are taken, how large it may be, and whether it is encrypted. */
public enum FilePurpose {
    /** A copy of an identity paper or credit code certificate. If it leaked, that would be the worst case: encrypted, its name too. */
    IDENTITY_PAPER("身份证明", true, 10, EnumSet.of(PDF, OFD, JPG, PNG, TIF, BMP, WEBP)),
    REQUEST_ATTACHMENT("申请附件", false, 20, Kinds.DOCUMENTS),
    CASE_MATERIAL("办理材料", false, 50, Kinds.DOCUMENTS),
    LETTER("文书", false, 20, EnumSet.of(PDF, OFD, FileKind.DOCX, FileKind.DOC, JPG, PNG, TIF)),
    PUBLICATION("公开信息附件", false, 100, Kinds.DOCUMENTS),
    ANNUAL_REPORT("年度报告文件", false, 50, EnumSet.allOf(FileKind.class)),
    IMPORT("导入文件", false, 20, EnumSet.of(XLSX, CSV, TXT));

    /** Pages with markup are taken for one purpose only. */
    private static final class Kinds {
        static final Set<FileKind> DOCUMENTS = EnumSet.complementOf(EnumSet.of(FileKind.HTML, FileKind.JSON));
    }

    private final String chinese;
    private final boolean encrypted;
    private final int megabytes;
    private final Set<FileKind> kinds;

    FilePurpose(String chinese, boolean encrypted, int megabytes, Set<FileKind> kinds) {
        this.chinese = chinese;
        this.encrypted = encrypted;
        this.megabytes = megabytes;
        this.kinds = Set.copyOf(kinds);
    }

    /** Its name on screens. */
    public String chinese() {
        return chinese;
    }

    /** Whether content and name are encrypted, and opening one asks for a reason. */
    public boolean encrypted() {
        return encrypted;
    }

    /** The kinds that are taken. */
    public Set<FileKind> kinds() {
        return kinds;
    }

    /** The largest size in megabytes unless the settings say otherwise. */
    public int usualMegabytes() {
        return megabytes;
    }
}
