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
    View me(@RequestParam(defaultValue = "") String phone) {
        var typed = phone.strip();
        if (!Phone.wellFormed(typed)) {
            return Page.rejected(
                    "access/me", page(Form.of(Map.of("phone", typed)).wrong("phone", Phone.HINT)));
        }
        people.setPhone(access.required().person(), typed);
        return Redirect.to("/office/me").saying("已保存联系电话");
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
        var phone = people.phone(actor.person());
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
                Phone.masked(phone),
                roles,
                form == null ? Form.of(Map.of("phone", phone)) : form);
    }
}
