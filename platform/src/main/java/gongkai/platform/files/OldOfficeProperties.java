package gongkai.platform.files;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.poi.hpsf.DocumentSummaryInformation;
import org.apache.poi.hpsf.HPSFException;
import org.apache.poi.hpsf.PropertySetFactory;
import org.apache.poi.hpsf.SummaryInformation;
import org.apache.poi.poifs.filesystem.DirectoryEntry;
import org.apache.poi.poifs.filesystem.EntryUtils;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.jspecify.annotations.Nullable;

/** What the office documents of the 1997–2003 form tell in their summaries. */
final class OldOfficeProperties {
    private OldOfficeProperties() {}

    /** Copies everything but the summaries, of which the title stays. @return what they told */
    static Set<String> strip(byte[] content, ByteArrayOutputStream clean) throws IOException {
        var found = new LinkedHashSet<String>();
        try (var original = new POIFSFileSystem(new ByteArrayInputStream(content));
                var copy = new POIFSFileSystem()) {
            var title = summary(original.getRoot(), found);
            company(original.getRoot(), found);
            copy.getRoot().setStorageClsid(original.getRoot().getStorageClsid());
            for (var entry : original.getRoot()) {
                if (!entry.getName().equals(SummaryInformation.DEFAULT_STREAM_NAME)
                        && !entry.getName().equals(DocumentSummaryInformation.DEFAULT_STREAM_NAME)) {
                    EntryUtils.copyNodeRecursively(entry, copy.getRoot());
                }
            }
            var bare = PropertySetFactory.newSummaryInformation();
            bare.setTitle(title);
            bare.write(copy.getRoot(), SummaryInformation.DEFAULT_STREAM_NAME);
            copy.writeFilesystem(clean);
            return found;
        } catch (HPSFException e) {
            throw new IOException(e);
        }
    }

    /** @return the title */
    private static String summary(DirectoryEntry root, Set<String> found) throws IOException, HPSFException {
        if (!root.hasEntryCaseInsensitive(SummaryInformation.DEFAULT_STREAM_NAME)
                || !(PropertySetFactory.create(root, SummaryInformation.DEFAULT_STREAM_NAME)
                        instanceof SummaryInformation summary)) {
            return "";
        }
        if (said(summary.getAuthor()) || said(summary.getLastAuthor())) {
            found.add("作者");
        }
        if (said(summary.getSubject()) || said(summary.getKeywords()) || said(summary.getComments())) {
            found.add("说明文字");
        }
        return summary.getTitle() == null ? "" : summary.getTitle();
    }

    private static void company(DirectoryEntry root, Set<String> found) throws IOException, HPSFException {
        if (root.hasEntryCaseInsensitive(DocumentSummaryInformation.DEFAULT_STREAM_NAME)
                && PropertySetFactory.create(root, DocumentSummaryInformation.DEFAULT_STREAM_NAME)
                        instanceof DocumentSummaryInformation document) {
            if (said(document.getCompany())) {
                found.add("单位");
            }
            if (said(document.getManager())) {
                found.add("作者");
            }
            if (document.getCustomProperties() != null
                    && !document.getCustomProperties().isEmpty()) {
                found.add("自定义属性");
            }
        }
    }

    private static boolean said(@Nullable String text) {
        return text != null && !text.isBlank();
    }
}
