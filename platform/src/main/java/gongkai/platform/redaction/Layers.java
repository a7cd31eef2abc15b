package gongkai.platform.redaction;

import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDPropertyList;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentGroup;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentMembershipDictionary;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentProperties;
import org.jspecify.annotations.Nullable;

/** The layers of a document (optional content, ISO 32000-1, 8.11) as they are when it is opened. */
final class Layers {
    private final @Nullable PDOptionalContentProperties switches;

    Layers(PDDocument document) {
        this.switches = document.getDocumentCatalog().getOCProperties();
    }

    /** Whether what belongs to that is not shown. */
    boolean hide(@Nullable PDPropertyList content) {
        if (content instanceof PDOptionalContentGroup group) {
            return off(group);
        }
        return content instanceof PDOptionalContentMembershipDictionary several && hide(several);
    }

    private boolean hide(PDOptionalContentMembershipDictionary several) {
        List<PDPropertyList> groups = several.getOCGs();
        if (groups.isEmpty()) {
            return false;
        }
        return switch (several.getVisibilityPolicy().getName()) {
            case "AllOn" -> groups.stream().anyMatch(this::hide);
            case "AllOff" -> !groups.stream().allMatch(this::hide);
            case "AnyOff" -> groups.stream().noneMatch(this::hide);
            default -> groups.stream().allMatch(this::hide);
        };
    }

    private boolean off(PDOptionalContentGroup group) {
        return switches != null && !switches.isGroupEnabled(group);
    }
}
