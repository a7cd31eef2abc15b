package gongkai.platform.access;

import gongkai.platform.web.Day;
import gongkai.platform.web.Form;
import gongkai.platform.web.OpenToSignedIn;
import gongkai.platform.web.Option;
import gongkai.platform.web.Page;
import gongkai.platform.web.Redirect;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.EnumSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Who acts for me while I am away (代理). */
@Controller
@RequestMapping("/office/me/deputies")
@OpenToSignedIn
class DeputiesController {
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2999;

    private final Access access;
    private final Deputies deputies;

    DeputiesController(Access access, Deputies deputies) {
        this.access = access;
        this.deputies = deputies;
    }

    @GetMapping
    View deputies() {
        return Page.of("access/deputies", page(Form.EMPTY));
    }

    @PostMapping
    View appoint(@RequestParam MultiValueMap<String, String> typed) {
        var form = Form.of(typed);
        var first = day(form.value("first"));
        var last = day(form.value("last"));
        if (first == null) {
            form = form.wrong("first", "请填写开始日期");
        }
        if (last == null) {
            form = form.wrong("last", "请填写结束日期");
        }
        if (first == null || last == null) {
            return Page.rejected("access/deputies", page(form));
        }
        var roles = EnumSet.noneOf(Role.class);
        for (var role : Role.values()) {
            if (form.holds("roles", role.name())) {
                roles.add(role);
            }
        }
        try {
            deputies.appoint(access.required(), form.value("deputy"), roles, first, last);
        } catch (Deputies.NotPossibleException e) {
            return Page.rejected("access/deputies", page(form.wrong(e.field(), String.valueOf(e.getMessage()))));
        }
        return Redirect.to("/office/me/deputies").saying("已设置代理");
    }

    @PostMapping("/end")
    View end(@RequestParam long id) {
        deputies.end(access.required(), id);
        return Redirect.to("/office/me/deputies").saying("已结束代理");
    }

    private MePages.Deputies page(Form form) {
        var actor = access.required();
        var roles = Arrays.stream(Role.values())
                .filter(role -> !role.isAdministrator())
                .filter(role ->
                        actor.grants().stream().anyMatch(grant -> grant.role() == role && grant.insteadOf() == null))
                .map(role -> new Option(role.name(), role.chinese()))
                .toList();
        return new MePages.Deputies(deputies.forPerson(actor.person()), deputies.by(actor.person()), roles, form);
    }

    private static @Nullable LocalDate day(String text) {
        try {
            var day = Day.typed(text);
            return day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR ? day : null;
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
