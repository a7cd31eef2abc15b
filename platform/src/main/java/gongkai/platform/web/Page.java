package gongkai.platform.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.TemplateOutput;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.View;

/**
 * A whole page: a template and the one record it shows. The template's parameters are {@code frame} and {@code page}.
 *
 * @param template its path below {@code src/main/jte}, without ending, for example {@code organ/list}
 */
public record Page(String template, Object model, HttpStatus status) implements View {
    private static final TemplateEngine ENGINE =
            TemplateEngine.createPrecompiled(null, ContentType.Html, null, "gongkai.platform.pages");

    /** The page with status 200. */
    public static Page of(String template, Object model) {
        return new Page(template, model, HttpStatus.OK);
    }

    /** The page of a form that was not accepted: status 422, and what was typed stays. */
    public static Page rejected(String template, Object model) {
        return new Page(template, model, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @Override
    public String getContentType() {
        return "text/html;charset=UTF-8";
    }

    @Override
    public void render(@Nullable Map<String, ?> ignored, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var out = new Utf8ByteOutput();
        draw(template, Frames.of(request, response), model, out);
        response.setStatus(status.value());
        response.setContentType(MediaType.TEXT_HTML_VALUE + ";charset=UTF-8");
        response.setContentLength(out.getContentLength());
        out.writeTo(response.getOutputStream());
    }

    /** Draws a template with what it shows. */
    static void draw(String template, Frame frame, Object model, TemplateOutput out) {
        ENGINE.render(template + ".jte", Map.of("frame", frame, "page", model), out);
    }
}
