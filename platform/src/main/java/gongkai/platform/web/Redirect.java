package gongkai.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.View;

/**
 * After something was done: on to another page (303), which says so at its top once.
 *
 * @param path where to, on this site
 * @param notice what was done, or why nothing was
 */
public record Redirect(String path, Notice notice) implements View {
    /** On to that page without a word. */
    public static Redirect to(String path) {
        return new Redirect(path, Notice.NONE);
    }

    /** The same, with a word about what was done. */
    public Redirect saying(String notice) {
        return new Redirect(path, new Notice(notice, Tone.DONE));
    }

    /** The same, with a word about why nothing was done, and what to do first. */
    public Redirect warning(String notice) {
        return new Redirect(path, new Notice(notice, Tone.WARNING));
    }

    @Override
    public void render(@Nullable Map<String, ?> ignored, HttpServletRequest request, HttpServletResponse response) {
        if (!notice.text().isEmpty()) {
            FlashNotice.set(notice, request, response);
        }
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", path);
    }
}
