package gongkai.platform.web;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What is said where an address is so wrong that the server turns it away before our pages are reached. */
final class LastWord extends ErrorReportValve {
    private static final String PAGE = """
            <!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">\
            <title>请求无法识别</title></head><body><h1>请求无法识别</h1><p>地址或提交的内容有误。请返回上一页检查，或从<a href="/">首页</a>重新进入。</p>\
            </body></html>
            """;

    private static final String PROBLEM =
            "{\"type\":\"about:blank\",\"title\":\"请求无法识别\",\"status\":%d,\"detail\":\"地址或提交的内容有误\"}";

    /** The page, for where not even the frame of a page can be made. */
    static String page() {
        return PAGE;
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable reason) {
        if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        response.setHeader("Content-Security-Policy", PageHeaders.CONTENT_POLICY);
        response.setHeader("X-Content-Type-Options", "nosniff");
        boolean call = String.valueOf(request.getRequestURI()).startsWith("/api/");
        response.setContentType(call ? "application/problem+json" : "text/html");
        response.setCharacterEncoding("UTF-8");
        try {
            var writer = response.getReporter();
            if (writer != null) {
                writer.write(call ? PROBLEM.formatted(response.getStatus()) : PAGE);
                response.finishResponse();
            }
        } catch (IOException e) {
            // Whoever asked has gone.
            return;
        }
    }

    /** Comes after the framework's own, so it is the first to speak. */
    @Component
    @Order(Ordered.LOWEST_PRECEDENCE)
    static final class Installed implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
        @Override
        public void customize(TomcatServletWebServerFactory factory) {
            factory.addContextCustomizers(
                    context -> context.getParent().getPipeline().addValve(new LastWord()));
        }
    }
}
