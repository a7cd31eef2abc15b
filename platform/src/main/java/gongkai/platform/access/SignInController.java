package gongkai.platform.access;

import gongkai.platform.web.Form;
import gongkai.platform.web.LocalPath;
import gongkai.platform.web.Open;
import gongkai.platform.web.Page;
import gongkai.platform.web.Redirect;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** The sign-in page (登录) and the page of the second factor. */
@Controller
@Open
class SignInController {
    private static final String OFFICE = "/office";

    private final SignIn signIn;
    private final Sessions sessions;
    private final Access access;
    private final SingleSignOn outside;

    SignInController(SignIn signIn, Sessions sessions, Access access, SingleSignOn outside) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.access = access;
        this.outside = outside;
    }

    @GetMapping("/login")
    View signIn(
            @RequestParam(defaultValue = OFFICE) String to,
            @RequestParam(required = false) @Nullable String out,
            @RequestParam(required = false) @Nullable String error) {
        if (access.actor().isPresent()) {
            return Redirect.to(place(to));
        }
        var form = Form.of(Map.of("to", place(to)));
        return Page.of(
                "access/signin",
                new SignInPage(
                        error == null ? form : form.wrong("统一身份认证没有成功，或您的身份还没有与本系统的账号对应。请用口令登录，或联系系统管理员"),
                        out != null,
                        outside.link()));
    }

    @PostMapping("/login")
    View signIn(
            @RequestParam(defaultValue = "") String username,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = OFFICE) String to,
            HttpServletRequest request,
            HttpServletResponse response) {
        return switch (signIn.byPassword(username, password, request.getRemoteAddr())) {
            case SignIn.Outcome.Accepted accepted ->
                enter(accepted.person(), accepted.login(), place(to), request, response);
            case SignIn.Outcome.NeedsCode needed -> {
                sessions.await(request, response, new Sessions.Pending(needed.person(), needed.login(), place(to)));
                yield Redirect.to("/login/code");
            }
            case SignIn.Outcome.Refused refused ->
                Page.rejected(
                        "access/signin",
                        new SignInPage(
                                Form.of(Map.of("username", username, "to", place(to)))
                                        .wrong(refused.sentence()),
                                false,
                                outside.link()));
        };
    }

    @GetMapping("/login/code")
    View code(HttpServletRequest request) {
        return sessions.awaited(request).isPresent()
                ? Page.of("access/code", new SignInPage(Form.EMPTY, false, null))
                : Redirect.to("/login");
    }

    @PostMapping("/login/code")
    View code(@RequestParam(defaultValue = "") String code, HttpServletRequest request, HttpServletResponse response) {
        var awaited = sessions.awaited(request);
        if (awaited.isEmpty()) {
            return Redirect.to("/login").saying("等待动态口令的时间过长，请重新登录");
        }
        var pending = awaited.get();
        return switch (signIn.byCode(pending.person(), pending.login(), code, request.getRemoteAddr())) {
            case SignIn.Outcome.Accepted accepted ->
                enter(accepted.person(), accepted.login(), pending.to(), request, response);
            case SignIn.Outcome.NeedsCode ignored -> Redirect.to("/login");
            case SignIn.Outcome.Refused refused ->
                Page.rejected("access/code", new SignInPage(Form.EMPTY.wrong("code", refused.sentence()), false, null));
        };
    }

    private View enter(long person, String login, String to, HttpServletRequest request, HttpServletResponse response) {
        var signed = new SignedIn(person, login, null, SignedIn.How.PASSWORD);
        // Written down first: there shall be no session that the log does not know.
        signIn.accepted(signed, request.getRemoteAddr());
        sessions.begin(request, response, signed);
        return Redirect.to(to);
    }

    private static String place(String to) {
        var place = LocalPath.of(to);
        return place.startsWith(OFFICE) ? place : OFFICE;
    }
}
