package gongkai.platform.review;

import gongkai.platform.files.FileKind;
import gongkai.platform.files.FilePurpose;
import gongkai.platform.files.Keeping;
import gongkai.platform.files.StoredFile;
import gongkai.platform.files.StoredFiles;
import gongkai.platform.files.Upload;
import gongkai.platform.letter.PrintedDocx;
import gongkai.platform.redaction.Mark;
import gongkai.platform.redaction.PageSize;
import gongkai.platform.redaction.Redaction;
import gongkai.platform.redaction.RedactionException;
import gongkai.platform.request.DisclosureRequest;
import gongkai.platform.web.Refusal;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** The files of a case as pages to be marked, and what is made of them. The originals are never changed. */
@Component
class Originals {
    private static final Set<FileKind> PICTURES = Set.of(FileKind.JPG, FileKind.PNG, FileKind.TIF, FileKind.BMP);

    private final StoredFiles files;

    Originals(StoredFiles files) {
        this.files = files;
    }

    /** Whether its pages can be marked as they are. */
    static boolean markable(StoredFile file) {
        return file.kind() == FileKind.PDF || PICTURES.contains(file.kind());
    }

    /** Whether it has to be made a PDF first. */
    static boolean convertible(StoredFile file) {
        return file.kind() == FileKind.DOCX;
    }

    /** How a file that can neither be marked nor converted here is made one that can, in words; empty for the others. */
    static String mend(FileKind kind) {
        return switch (kind) {
            case PDF, DOCX, JPG, PNG, TIF, BMP -> "";
            case WEBP -> "WebP 图片不能直接遮盖：请用看图软件另存为 PNG 或者 JPG，再上传";
            case OFD -> "OFD 文件不能直接遮盖：请用 OFD 阅读器导出（打印）为 PDF，再上传；原件仍留在卷内";
            case XLSX, XLS, CSV -> "表格不能直接遮盖：请在 Excel 或者 WPS 中先取消隐藏的行、列、工作表并核对，再另存为 PDF 上传";
            case DOC -> "旧版 Word 文档不能直接遮盖：请在 Word 或者 WPS 中另存为 docx 或者 PDF，再上传";
            case PPTX, PPT -> "演示文稿不能直接遮盖：请另存为 PDF（备注页不会带出），再上传";
            case TXT, HTML, JSON -> "文本文件不能直接遮盖：请用 Word 或者 WPS 打开，另存为 docx 或者 PDF，再上传";
        };
    }

    /** The material an address names, if it can be redacted; else how it can be mended. */
    static StoredFile redactable(Optional<StoredFile> material) {
        var found = material.orElseThrow(() -> Refusal.notFound("没有这个文件，或者您无权查看"));
        if (!markable(found) && !convertible(found)) {
            throw new Refusal(HttpStatus.CONFLICT, mend(found.kind()));
        }
        return found;
    }

    byte[] bytes(StoredFile file) {
        try (var in = files.open(file.id())) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<PageSize> sizes(StoredFile file) throws RedactionException {
        return file.kind() == FileKind.PDF ? Redaction.sizes(bytes(file)) : Redaction.pictureSizes(bytes(file));
    }

    /** A page as a picture; from 1. */
    BufferedImage page(StoredFile file, int page) throws RedactionException {
        return file.kind() == FileKind.PDF
                ? Redaction.preview(bytes(file), page)
                : Redaction.picturePreview(bytes(file), page);
    }

    Redaction.Result burnt(StoredFile file, List<Mark> marks) throws RedactionException {
        return file.kind() == FileKind.PDF ? Redaction.pdf(bytes(file), marks) : Redaction.picture(bytes(file), marks);
    }

    byte[] printed(StoredFile file) throws PrintedDocx.UnprintableException {
        return PrintedDocx.pdf(bytes(file), file.name());
    }

    /** Stores a file among the materials of the case. */
    Keeping keep(DisclosureRequest request, String name, InputStream content) {
        return files.keep(new Upload(
                name, content, FilePurpose.CASE_MATERIAL, request.organ().value(), request.number()));
    }

    /** Stores a PDF made of a file beside it, under its name with that word, and with a number if there is one of that name already. */
    Keeping keepBeside(DisclosureRequest request, StoredFile original, String word, byte[] pdf) {
        var name = original.name();
        int dot = name.lastIndexOf('.');
        var bare = dot > 0 ? name.substring(0, dot) : name;
        var taken = files.of(FilePurpose.CASE_MATERIAL, request.number()).stream()
                .map(StoredFile::name)
                .collect(Collectors.toSet());
        var free = Stream.iterate(1, number -> number + 1)
                .map(number -> bare + "（" + word + (number == 1 ? "" : number) + "）.pdf")
                .filter(each -> !taken.contains(each))
                .findFirst()
                .orElseThrow();
        return keep(request, free, new ByteArrayInputStream(pdf));
    }
}
