package gongkai.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Takes out of what was typed what no keyboard types: control characters, halves of characters, marks of byte order. The database and the documents we
 * write cannot hold them. A line ends with a line feed, whatever the browser sends.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class CleanParameters extends OncePerRequestFilter {
    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(new Cleaned(request), response);
    }

    static String clean(String text) {
        if (text.chars().noneMatch(CleanParameters::unwanted)) {
            return text;
        }
        var clean = new StringBuilder(text.length());
        int[] points = text.codePoints().toArray();
        for (int i = 0; i < points.length; i++) {
            int point = points[i];
            if (point == '\r') {
                if (i + 1 == points.length || points[i + 1] != '\n') {
                    clean.append('\n');
                }
            } else if (point == '\t' || point == '\n' || !stray(point)) {
                clean.appendCodePoint(point);
            }
        }
        return clean.toString();
    }

    private static boolean unwanted(int unit) {
        return Character.isISOControl(unit) || Character.isSurrogate((char) unit) || unit == 0xFEFF || unit >= 0xFFFE;
    }

    private static boolean stray(int point) {
        return Character.isISOControl(point)
                || Character.getType(point) == Character.SURROGATE
                || point == 0xFEFF
                || (point & 0xFFFE) == 0xFFFE;
    }

    private static final class Cleaned extends HttpServletRequestWrapper {
        private @Nullable Map<String, String[]> all;

        Cleaned(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable String getParameter(String name) {
            var values = getParameterMap().get(name);
            return values == null || values.length == 0 ? null : values[0];
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            var values = getParameterMap().get(name);
            return values == null ? null : values.clone();
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            var known = all;
            if (known == null) {
                var cleaned = new LinkedHashMap<String, String[]>();
                super.getParameterMap().forEach((name, values) -> {
                    var texts = new String[values.length];
                    for (int i = 0; i < values.length; i++) {
                        texts[i] = clean(values[i]);
                    }
                    cleaned.put(name, texts);
                });
                known = java.util.Collections.unmodifiableMap(cleaned);
                all = known;
            }
            return known;
        }
    }
}
