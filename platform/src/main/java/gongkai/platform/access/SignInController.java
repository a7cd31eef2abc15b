package gongkai.platform.access;

import gongkai.platform.web.Open;
import gongkai.platform.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** The sign-in page (登录). */
@Controller
@Open
class SignInController {
    @GetMapping("/login")
    View signIn(@RequestParam(required = false) @Nullable String error) {
        return Page.of("access/signin", new SignInPage(error == null ? "" : "用户名或密码不正确"));
    }
}
