package gongkai.annualreport.opening;

import gongkai.annualreport.FileKind;
import gongkai.annualreport.UnreadableFileException;
import gongkai.annualreport.document.Document;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.OldWordFileFormatException;
import org.jspecify.annotations.Nullable;

/** Opens doc files: Word 97 to 2003, and what other office programs write as that. */
final class DocOpener {
    private DocOpener() {}

    static Document open(byte[] content) throws UnreadableFileException {
        try (var word = new HWPFDocument(new ByteArrayInputStream(content))) {
            return new Document(FileKind.DOC, title(word), null, new DocBody(word, new Deadline()).read());
        } catch (EncryptedDocumentException e) {
            throw new UnreadableFileException("文档已加密，需要密码才能打开", e);
        } catch (OldWordFileFormatException e) {
            throw new UnreadableFileException("这是 Word 95 或更早版本的文档，请用办公软件另存为 docx 后再试", e);
        } catch (Deadline.Passed e) {
            throw new UnreadableFileException("文档过于复杂，在规定时间内读不完", e);
        } catch (OutOfMemoryError e) {
            throw new UnreadableFileException("文档展开后过大，不像一份年度报告", e);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            throw new UnreadableFileException("文档已损坏或不完整，无法打开", e);
        }
    }

    /** The title property; a damaged property part is no reason to refuse a document. */
    private static @Nullable String title(HWPFDocument word) {
        try {
            var properties = word.getSummaryInformation();
            return properties == null ? null : FileTitle.of(properties.getTitle());
        } catch (RuntimeException e) {
            return null;
        }
    }
}
