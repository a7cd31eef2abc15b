package gongkai.platform.access;

import gongkai.platform.web.PageGate;
import gongkai.platform.web.Refusal;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/** Somebody who is not signed in sends less at once than an officer, and says how much before it is taken to disk. */
final class StrangersUploads extends OncePerRequestFilter {
    private static final int MOST_MEGABYTES = 64;
    private static final long MOST = MOST_MEGABYTES * 1024L * 1024;

    private final PageGate gate;

    StrangersUploads(PageGate gate) {
        this.gate = gate;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var type = request.getContentType();
        boolean files = type != null && type.regionMatches(true, 0, "multipart/", 0, "multipart/".length());
        long length = request.getContentLengthLong();
        if (files && (length < 0 || length > MOST) && Access.signedIn().isEmpty()) {
            var refusal = length < 0
                    ? new Refusal(HttpStatus.LENGTH_REQUIRED, "上传文件时须说明长度（Content-Length）")
                    : new Refusal(
                            HttpStatus.CONTENT_TOO_LARGE,
                            "一次上传的文件合计不能超过 " + MOST_MEGABYTES + " MB，没有保存。请分几次上传，每次先保存草稿");
            gate.refuse(new Unread(request), response, refusal);
            return;
        }
        chain.doFilter(request, response);
    }

    /** The page that says no must not ask for a field: that would take the body in. */
    private static final class Unread extends HttpServletRequestWrapper {
        Unread(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable String getParameter(String name) {
            return null;
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            return Map.of();
        }
    }
}
