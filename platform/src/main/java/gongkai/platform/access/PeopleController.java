package gongkai.platform.access;

import gongkai.platform.audit.AuditEntry;
import gongkai.platform.audit.AuditLog;
import gongkai.platform.web.Column;
import gongkai.platform.web.Export;
import gongkai.platform.web.Form;
import gongkai.platform.web.ListQuery;
import gongkai.platform.web.ListShape;
import gongkai.platform.web.Page;
import gongkai.platform.web.Redirect;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Accounts as the system administrator keeps them (人员). */
@Controller
@RequestMapping("/office/people")
@Needs(Action.EDIT_PEOPLE)
class PeopleController {
    private static final ListShape SHAPE = ListShape.at("/office/people", "p.id")
            .sortable("login", "p.login")
            .sortable("name", "p.name")
            .filters("q", "organ")
            .choice("role", Role.values())
            .choice("state", Set.of("active", "waiting", "locked", "disabled"));
    private static final List<Column<PeoplePages.Line>> COLUMNS = List.of(
            Column.of("登录名", PeoplePages.Line::login),
            Column.of("姓名", PeoplePages.Line::name),
            Column.of("联系电话", PeoplePages.Line::phone),
            Column.of("角色", PeoplePages.Line::roles),
            Column.of("单位", PeoplePages.Line::organs),
            Column.of("状态", PeoplePages.Line::state));

    static final int LONGEST_TITLE = 60;
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_CLAIM = 200;

    private final PeopleList people;
    private final Accounts accounts;
    private final OrganField organField;
    private final Access access;
    private final Policy policy;
    private final AuditLog log;

    PeopleController(
            PeopleList people, Accounts accounts, OrganField organField, Access access, Policy policy, AuditLog log) {
        this.people = people;
        this.accounts = accounts;
        this.organField = organField;
        this.access = access;
        this.policy = policy;
        this.log = log;
    }

    @GetMapping
    @Needs(Action.SEE_PEOPLE)
    View list(@RequestParam Map<String, String> parameters) {
        var query = ListQuery.of(SHAPE, parameters);
        var export = parameters.get("export");
        if (export != null) {
            var rows = people.all(query);
            var file = Export.of(export, "人员", COLUMNS, rows.stream());
            log.write(AuditEntry.of("导出人员", "人员", "列表").with(rows.size() + " 人"));
            return file;
        }
        return Page.of(
                "access/people",
                new PeoplePages.People(people.page(query), policy.allows(access.required(), Action.EDIT_PEOPLE, null)));
    }

    @GetMapping("/new")
    View blank() {
        return Page.of("access/person-edit", new PeoplePages.Edit(null, "", Form.EMPTY));
    }

    @PostMapping
    View open(@RequestParam Map<String, String> typed) {
        var login = Login.normal(typed.getOrDefault("login", ""));
        var form = checked(Form.of(typed), typed);
        if (!Login.wellFormed(login)) {
            form = form.wrong("login", "登录名只能用字母、数字和 . _ @ -，2 到 64 位，以字母或数字开头");
        }
        var organ = organField.find(typed.getOrDefault("organ", ""));
        if (organ.organ().isEmpty()) {
            form = form.wrong("organ", organ.problem());
        }
        if (!form.rejected() && organ.organ().isPresent()) {
            try {
                long person =
                        accounts.open(login, facts(typed), organ.organ().get().id(), word(typed, "title"));
                return Redirect.to("/office/people/" + person).saying("已开立账号，请安全保密管理员授予角色并启用");
            } catch (DuplicateKeyException e) {
                form = taken(form, e);
            }
        }
        return Page.rejected("access/person-edit", new PeoplePages.Edit(null, "", form));
    }

    @GetMapping("/{id}/edit")
    View edit(@PathVariable long id) {
        var person = people.person(id);
        return Page.of(
                "access/person-edit",
                new PeoplePages.Edit(
                        id,
                        person.login(),
                        Form.of(Map.of(
                                "name",
                                person.name(),
                                "phone",
                                person.phone(),
                                "email",
                                person.email(),
                                "outside",
                                person.outside(),
                                "version",
                                String.valueOf(person.version())))));
    }

    @PostMapping("/{id}/edit")
    View change(@PathVariable long id, @RequestParam Map<String, String> typed) {
        var form = checked(Form.of(typed), typed);
        if (!form.rejected()) {
            try {
                accounts.change(id, number(typed.get("version")), facts(typed));
                return Redirect.to("/office/people/" + id).saying("已保存");
            } catch (DuplicateKeyException e) {
                form = taken(form, e);
            }
        }
        return Page.rejected(
                "access/person-edit", new PeoplePages.Edit(id, people.person(id).login(), form));
    }

    @PostMapping("/{id}/disable")
    View disable(@PathVariable long id) {
        accounts.disable(id);
        return Redirect.to("/office/people/" + id).saying("已停用，其登录会话和访问令牌都已结束");
    }

    @PostMapping("/{id}/enable")
    View enable(@PathVariable long id) {
        accounts.enable(id);
        return Redirect.to("/office/people/" + id).saying("已恢复，请安全保密管理员启用");
    }

    @PostMapping("/{id}/reset")
    View reset(@PathVariable long id) {
        accounts.reset(id);
        return Redirect.to("/office/people/" + id).saying("已重置，原口令不能再用，请安全保密管理员启用");
    }

    private static Form checked(Form form, Map<String, String> typed) {
        var checked = form;
        if (word(typed, "name").isEmpty() || word(typed, "name").length() > LONGEST_NAME) {
            checked = checked.wrong("name", "请填写姓名，不超过 " + LONGEST_NAME + " 个字");
        }
        if (word(typed, "outside").length() > LONGEST_CLAIM) {
            checked = checked.wrong("outside", "统一身份认证标识不超过 " + LONGEST_CLAIM + " 个字");
        }
        if (word(typed, "title").length() > LONGEST_TITLE) {
            checked = checked.wrong("title", "职务不超过 " + LONGEST_TITLE + " 个字");
        }
        if (!Phone.wellFormed(word(typed, "phone"))) {
            checked = checked.wrong("phone", Phone.HINT);
        }
        var email = word(typed, "email");
        if (!email.isEmpty() && !MailAddress.wellFormed(email)) {
            checked = checked.wrong("email", MailAddress.HINT);
        }
        return checked;
    }

    private static Form taken(Form form, DuplicateKeyException e) {
        return String.valueOf(e.getMessage()).contains("outside_identity")
                ? form.wrong("outside", "这个统一身份已经对应另一个账号")
                : form.wrong("login", "这个登录名已经有人使用");
    }

    private static Accounts.Facts facts(Map<String, String> typed) {
        return new Accounts.Facts(
                word(typed, "name"), word(typed, "phone"), word(typed, "email"), word(typed, "outside"));
    }

    private static String word(Map<String, String> typed, String name) {
        return typed.getOrDefault(name, "").strip();
    }

    private static int number(@org.jspecify.annotations.Nullable String text) {
        return text != null && text.matches("\\d{1,9}") ? Integer.parseInt(text) : -1;
    }
}
