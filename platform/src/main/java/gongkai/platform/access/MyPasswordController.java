package gongkai.platform.access;

import gongkai.platform.audit.AuditEntry;
import gongkai.platform.audit.AuditLog;
import gongkai.platform.web.Form;
import gongkai.platform.web.OpenToSignedIn;
import gongkai.platform.web.Page;
import gongkai.platform.web.Redirect;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Changing one's own password (修改口令). */
@Controller
@OpenToSignedIn
class MyPasswordController {
    private final Access access;
    private final Passwords passwords;
    private final People people;
    private final Attempts attempts;
    private final Sessions sessions;
    private final Rights rights;
    private final Unfinished unfinished;
    private final AuditLog log;
    private final TransactionTemplate transaction;

    MyPasswordController(
            Access access,
            Passwords passwords,
            People people,
            Attempts attempts,
            Sessions sessions,
            Rights rights,
            Unfinished unfinished,
            AuditLog log,
            TransactionTemplate transaction) {
        this.access = access;
        this.passwords = passwords;
        this.people = people;
        this.attempts = attempts;
        this.sessions = sessions;
        this.rights = rights;
        this.unfinished = unfinished;
        this.log = log;
        this.transaction = transaction;
    }

    @GetMapping(Unfinished.PASSWORD)
    View password() {
        return Page.of("access/password", page(Form.EMPTY));
    }

    /** A wrong present password counts like a failed sign-in, so that a desk left open is no place to guess it. */
    @PostMapping(Unfinished.PASSWORD)
    View change(
            @RequestParam(defaultValue = "") String present,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String again,
            HttpServletRequest request) {
        var actor = access.required();
        var form = Form.EMPTY;
        if (attempts.begin(actor.login()).isPresent()) {
            return Page.rejected("access/password", page(form.wrong("present", "尝试次数过多，请稍后再试")));
        }
        if (!passwords.matches(present, people.passwordHash(actor.person()))) {
            return Page.rejected("access/password", page(form.wrong("present", "现在的口令不正确")));
        }
        attempts.forget(actor.login());
        if (!password.equals(again)) {
            form = form.wrong("again", "两次输入的新口令不一致");
        }
        for (var objection : passwords.objections(actor.person(), actor.login(), password)) {
            form = form.wrong("password", objection);
        }
        if (form.rejected()) {
            return Page.rejected("access/password", page(form));
        }
        transaction.executeWithoutResult(status -> {
            passwords.set(actor.person(), password, false);
            rights.changed();
            log.write(AuditEntry.of("修改口令", "账号", actor.login()));
        });
        sessions.endAll(actor.login(), request.getSession().getId());
        return Redirect.to("/office").saying("已修改口令，您在别处的登录已结束");
    }

    private MePages.Password page(Form form) {
        var must = unfinished.first().filter(Unfinished.PASSWORD::equals).isEmpty()
                ? ""
                : rights.account(access.required().person())
                                .filter(Rights.Account::mustChange)
                                .isPresent()
                        ? "这是首次登录，或口令已被重置，请先修改口令。"
                        : "口令已超过 " + passwords.rules().settings().days() + " 天没有更换，请先修改口令。";
        return new MePages.Password(passwords.rules().inWords(), must, form);
    }
}
