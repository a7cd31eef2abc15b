package gongkai.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;

/** A form that was sent and accepted needs its draft no longer. */
@Component
class SentDrafts implements HandlerInterceptor {
    private final ObjectProvider<Drafts> drafts;

    SentDrafts(ObjectProvider<Drafts> drafts) {
        this.drafts = drafts;
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception exception) {
        if (request.getMethod().equals("POST") && response.getStatus() == HttpServletResponse.SC_SEE_OTHER) {
            var page = FormDraft.page(request.getParameter(FormDraft.FIELD));
            if (!page.isEmpty()) {
                drafts.ifAvailable(kept -> kept.remove(page));
            }
        }
    }
}
