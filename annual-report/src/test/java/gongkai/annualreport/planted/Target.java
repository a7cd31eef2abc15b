package gongkai.annualreport.planted;

import gongkai.annualreport.FileKind;
import org.jspecify.annotations.Nullable;

/**
 * A kind of file and the way it is drawn.
 *
 * @param shape how tables become text; null where they stay tables
 * @param keepsEmptyCells whether an empty cell can be told from a lost one
 */
public record Target(FileKind kind, String style, @Nullable TextShape shape, boolean keepsEmptyCells, Drawer drawer) {
    /** Draws a draft as a file. */
    @FunctionalInterface
    public interface Drawer {
        byte[] draw(Draft draft) throws Exception;
    }

    public String name() {
        return kind.name().toLowerCase(java.util.Locale.ROOT) + "/" + style;
    }

    boolean hasTables() {
        return shape == null;
    }
}
