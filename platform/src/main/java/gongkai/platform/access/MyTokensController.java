package gongkai.platform.access;

import gongkai.platform.web.Form;
import gongkai.platform.web.OpenToSignedIn;
import gongkai.platform.web.Page;
import gongkai.platform.web.Redirect;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** One's own access tokens (访问令牌). */
@Controller
@OpenToSignedIn
class MyTokensController {
    private static final int USUAL_DAYS = 90;
    private static final int LONGEST_NAME = 60;

    private final Access access;
    private final Tokens tokens;

    MyTokensController(Access access, Tokens tokens) {
        this.access = access;
        this.tokens = tokens;
    }

    @GetMapping("/office/me/tokens")
    View tokens() {
        return Page.of("access/tokens", page("", empty()));
    }

    @PostMapping("/office/me/tokens")
    View create(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String scope,
            @RequestParam(defaultValue = "") String days) {
        var form = Form.of(Map.of("name", name, "scope", scope, "days", days));
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            form = form.wrong("name", "请填写用途，不超过 " + LONGEST_NAME + " 个字");
        }
        var chosen = scope(scope);
        if (chosen.isEmpty()) {
            form = form.wrong("scope", "请选择只读或读写");
        }
        int life = days.matches("\\d{1,3}") ? Integer.parseInt(days) : 0;
        if (life < 1 || life > Tokens.LONGEST_DAYS) {
            form = form.wrong("days", "有效期应为 1 到 " + Tokens.LONGEST_DAYS + " 天");
        }
        if (form.rejected() || chosen.isEmpty()) {
            return Page.rejected("access/tokens", page("", form));
        }
        var created = tokens.create(access.required().login(), name.strip(), chosen.get(), life);
        return Page.of("access/tokens", page(created.token(), empty()));
    }

    @PostMapping("/office/me/tokens/revoke")
    View revoke(@RequestParam long token) {
        boolean ended = tokens.revoke(access.required().person(), token);
        return Redirect.to("/office/me/tokens").saying(ended ? "已撤销访问令牌" : "该访问令牌已经失效");
    }

    private static Optional<Tokens.Scope> scope(String name) {
        return Arrays.stream(Tokens.Scope.values())
                .filter(scope -> scope.name().equals(name))
                .findFirst();
    }

    private MePages.TokenList page(String created, Form form) {
        return new MePages.TokenList(tokens.of(access.required().person()), created, form);
    }

    private static Form empty() {
        return Form.of(Map.of("days", String.valueOf(USUAL_DAYS), "scope", Tokens.Scope.READ.name()));
    }
}
