package gongkai.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Serves {@link Assets}. An address with an old version gets the present file, but not for long. */
@Controller
@Open
class AssetController {
    private static final String FOR_EVER = "max-age=31536000, public, immutable";

    @GetMapping("/assets/{version}/{name}")
    void asset(
            @PathVariable String version,
            @PathVariable String name,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var asset = Assets.named(name).orElseThrow(() -> Refusal.notFound("没有这个文件"));
        var accepted = request.getHeader(HttpHeaders.ACCEPT_ENCODING);
        boolean packed = accepted != null && accepted.contains("gzip");
        response.setContentType(asset.type());
        response.setHeader(HttpHeaders.CACHE_CONTROL, version.equals(asset.version()) ? FOR_EVER : "no-cache");
        response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        if (packed) {
            response.setHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        var bytes = packed ? asset.packed() : asset.plain();
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}
