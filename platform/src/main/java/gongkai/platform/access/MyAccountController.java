package gongkai.platform.access;

import gongkai.platform.audit.AuditEntry;
import gongkai.platform.audit.AuditLog;
import gongkai.platform.organ.Organ;
import gongkai.platform.organ.Organs;
import gongkai.platform.web.Form;
import gongkai.platform.web.LocalPath;
import gongkai.platform.web.OpenToSignedIn;
import gongkai.platform.web.Page;
import gongkai.platform.web.Redirect;
import gongkai.platform.web.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** My account, where I am signed in, and for which of my organs I act. */
@Controller
@OpenToSignedIn
class MyAccountController {
    private final Access access;
    private final People people;
    private final Sessions sessions;
    private final Organs organs;
    private final AuditLog log;

    MyAccountController(Access access, People people, Sessions sessions, Organs organs, AuditLog log) {
        this.log = log;
        this.access = access;
        this.people = people;
        this.sessions = sessions;
        this.organs = organs;
    }

    @GetMapping("/office/me")
    View me() {
        return Page.of("access/me", page(null));
    }

    @PostMapping("/office/me")
    View me(@RequestParam(defaultValue = "") String phone, @RequestParam(defaultValue = "") String email) {
        var typed = new People.Contact(phone.strip(), email.strip());
        var form = form(typed);
        if (!Phone.wellFormed(typed.phone())) {
            form = form.wrong("phone", Phone.HINT);
        }
        if (!typed.email().isEmpty() && !MailAddress.wellFormed(typed.email())) {
            form = form.wrong("email", MailAddress.HINT);
        }
        if (form.rejected()) {
            return Page.rejected("access/me", page(form));
        }
        people.setContact(access.required().person(), typed);
        return Redirect.to("/office/me").saying("已保存联系方式");
    }

    @GetMapping("/office/me/sessions")
    View sessions(HttpServletRequest request) {
        return Page.of(
                "access/sessions",
                new MePages.SessionList(sessions.of(
                        access.required().login(), request.getSession().getId())));
    }

    @PostMapping("/office/me/sessions")
    View end(@RequestParam String session) {
        var login = access.required().login();
        boolean ended = sessions.end(login, session);
        if (ended) {
            log.write(AuditEntry.of("结束会话", "账号", login));
        }
        return Redirect.to("/office/me/sessions").saying(ended ? "已结束该会话" : "该会话已经结束");
    }

    @PostMapping("/office/organ")
    View choose(
            @RequestParam String organ, @RequestParam(defaultValue = "/office") String to, HttpServletRequest request) {
        var actor = access.required();
        var chosen = organs.byCode(organ)
                .map(Organ::id)
                .filter(actor.organs()::contains)
                .orElseThrow(() -> Refusal.notFound("您在这个单位没有角色"));
        sessions.choose(request, chosen);
        return Redirect.to(LocalPath.of(to));
    }

    private MePages.Me page(@org.jspecify.annotations.Nullable Form form) {
        var actor = access.required();
        var contact = people.contact(actor.person());
        var roles = actor.grants().stream()
                .map(grant -> new MePages.RoleLine(
                        grant.role().chinese(),
                        grant.organ() == null
                                ? "全平台"
                                : organs.byId(grant.organ()).map(Organ::name).orElse(""),
                        grant.division() == null ? "" : people.divisionName(grant.division()),
                        grant.subtree(),
                        grant.insteadOf() == null ? "" : grant.insteadOf().name()))
                .toList();
        return new MePages.Me(
                actor.login(),
                actor.name(),
                Phone.masked(contact.phone()),
                contact.email(),
                roles,
                form == null ? form(contact) : form);
    }

    private static Form form(People.Contact contact) {
        return Form.of(Map.of("phone", contact.phone(), "email", contact.email()));
    }
}
