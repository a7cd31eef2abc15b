package gongkai.platform.access;

import gongkai.platform.audit.AuditEntry;
import gongkai.platform.audit.AuditLog;
import gongkai.platform.organ.OrganId;
import gongkai.platform.web.Form;
import gongkai.platform.web.Page;
import gongkai.platform.web.Redirect;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** A person, and what the security administrator gives and takes (授权). */
@Controller
@RequestMapping("/office/people/{id}")
@Needs(Action.RELEASE_ACCOUNTS)
class GrantsController {
    private final PeopleList list;
    private final People people;
    private final Accounts accounts;
    private final OutsideIdentities outside;
    private final Divisions divisions;
    private final OrganField organField;
    private final Sessions sessions;
    private final AuditLog log;
    private final Access access;
    private final Policy policy;

    GrantsController(
            PeopleList list,
            People people,
            Accounts accounts,
            OutsideIdentities outside,
            Divisions divisions,
            OrganField organField,
            Sessions sessions,
            AuditLog log,
            Access access,
            Policy policy) {
        this.list = list;
        this.people = people;
        this.accounts = accounts;
        this.outside = outside;
        this.divisions = divisions;
        this.organField = organField;
        this.sessions = sessions;
        this.log = log;
        this.access = access;
        this.policy = policy;
    }

    @GetMapping
    @Needs(Action.SEE_PEOPLE)
    View person(@PathVariable long id) {
        return Page.of("access/person", page(id, "", Form.EMPTY));
    }

    @PostMapping("/grants")
    @Needs(Action.GRANT_ROLES)
    View grant(@PathVariable long id, @RequestParam Map<String, String> typed) {
        var form = Form.of(typed);
        var role = Arrays.stream(Role.values())
                .filter(one -> one.name().equals(typed.get("role")))
                .findFirst();
        if (role.isEmpty()) {
            return refused(id, form.wrong("role", "请选择角色"));
        }
        @Nullable OrganId organ = null;
        @Nullable Long division = null;
        if (!role.get().isAdministrator()) {
            var found = organField.find(typed.getOrDefault("organ", ""));
            if (found.organ().isEmpty()) {
                return refused(id, form.wrong("organ", found.problem()));
            }
            organ = found.organ().get().id();
            var name = typed.getOrDefault("division", "").strip();
            if (!name.isEmpty()) {
                var known = divisions.find(organ, name);
                if (known.isEmpty()) {
                    return refused(id, form.wrong("division", "这个单位没有这个科室，请先由系统管理员登记"));
                }
                division = known.get();
            }
        }
        try {
            people.grant(id, role.get(), organ, division, typed.containsKey("subtree") && organ != null);
        } catch (IllegalArgumentException e) {
            return refused(id, form.wrong("role", String.valueOf(e.getMessage())));
        } catch (DataIntegrityViolationException e) {
            return refused(id, form.wrong("role", "已经有这个角色，或与其他管理员同时做的授权冲突，请刷新后再看"));
        }
        return Redirect.to("/office/people/" + id).saying("已授予“" + role.get().chinese() + "”");
    }

    @PostMapping("/grants/{grant}/revoke")
    @Needs(Action.GRANT_ROLES)
    View revoke(@PathVariable long id, @PathVariable long grant) {
        people.revoke(id, grant);
        return Redirect.to("/office/people/" + id).saying("已收回角色");
    }

    /** The one-time password stands on this answer only; it is nowhere else to be read again. */
    @PostMapping("/release")
    View release(@PathVariable long id) {
        var password = accounts.release(id);
        return Page.of("access/person", page(id, password, Form.EMPTY));
    }

    @PostMapping("/unlock")
    View unlock(@PathVariable long id) {
        accounts.unlock(id);
        return Redirect.to("/office/people/" + id).saying("已解锁");
    }

    @PostMapping("/outside")
    View confirmOutside(@PathVariable long id, @RequestParam String claim) {
        outside.confirm(id, claim);
        return Redirect.to("/office/people/" + id).saying("已确认统一身份认证标识");
    }

    @PostMapping("/second-factor-off")
    View removeSecondFactor(@PathVariable long id) {
        accounts.removeSecondFactor(id);
        return Redirect.to("/office/people/" + id).saying("已停用动态口令");
    }

    /** Ends one of their sessions or, where none is named, all. */
    @PostMapping("/sessions")
    View endSessions(@PathVariable long id, @RequestParam(defaultValue = "") String session) {
        var login = list.person(id).login();
        if (session.isEmpty()) {
            sessions.endAll(login, null);
        } else if (!sessions.end(login, session)) {
            return Redirect.to("/office/people/" + id).saying("该会话已经结束");
        }
        log.write(AuditEntry.of(session.isEmpty() ? "结束全部会话" : "结束会话", "账号", login));
        return Redirect.to("/office/people/" + id).saying(session.isEmpty() ? "已结束其全部会话" : "已结束该会话");
    }

    @PostMapping("/places")
    @Needs(Action.EDIT_PEOPLE)
    View place(@PathVariable long id, @RequestParam Map<String, String> typed) {
        var form = Form.of(typed);
        var found = organField.find(typed.getOrDefault("organ", ""));
        if (found.organ().isEmpty()) {
            return refused(id, form.wrong("organ", found.problem()));
        }
        var organ = found.organ().get().id();
        var name = typed.getOrDefault("division", "").strip();
        var division = name.isEmpty() ? java.util.Optional.<Long>empty() : divisions.find(organ, name);
        if (!name.isEmpty() && division.isEmpty()) {
            return refused(id, form.wrong("division", "这个单位没有这个科室，请先登记科室"));
        }
        var title = typed.getOrDefault("title", "").strip();
        if (title.length() > PeopleController.LONGEST_TITLE) {
            return refused(id, form.wrong("title", "职务不超过 " + PeopleController.LONGEST_TITLE + " 个字"));
        }
        accounts.place(id, organ, division.orElse(null), title);
        return Redirect.to("/office/people/" + id).saying("已登记所在单位");
    }

    private View refused(long id, Form form) {
        return Page.rejected("access/person", page(id, "", form));
    }

    private PeoplePages.One page(long id, String password, Form form) {
        var actor = access.required();
        var person = list.person(id);
        boolean mayEnd = policy.allows(actor, Action.RELEASE_ACCOUNTS, null) && actor.person() != id;
        return new PeoplePages.One(
                person,
                policy.allows(actor, Action.EDIT_PEOPLE, null),
                policy.allows(actor, Action.GRANT_ROLES, null),
                actor.person() == id,
                password,
                mayEnd ? sessions.of(person.login(), null) : List.of(),
                form);
    }
}
