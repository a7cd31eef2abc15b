package gongkai.platform.access;

import gongkai.platform.access.totp.QrCode;
import gongkai.platform.web.Form;
import gongkai.platform.web.OpenToSignedIn;
import gongkai.platform.web.Page;
import gongkai.platform.web.Redirect;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** One's own second factor (动态口令). */
@Controller
@OpenToSignedIn
class MySecondFactorController {
    private static final String ISSUER = "政府信息公开平台";

    private final Access access;
    private final People people;
    private final SecondFactors factors;
    private final Passwords passwords;
    private final Attempts attempts;
    private final Rights rights;
    private final Unfinished unfinished;

    MySecondFactorController(
            Access access,
            People people,
            SecondFactors factors,
            Passwords passwords,
            Attempts attempts,
            Rights rights,
            Unfinished unfinished) {
        this.access = access;
        this.people = people;
        this.factors = factors;
        this.passwords = passwords;
        this.attempts = attempts;
        this.rights = rights;
        this.unfinished = unfinished;
    }

    @GetMapping(Unfinished.SECOND_FACTOR)
    View factor() {
        return Page.of("access/factor", page(Form.EMPTY, List.of()));
    }

    @PostMapping(Unfinished.SECOND_FACTOR)
    View confirm(@RequestParam(defaultValue = "") String code) {
        var codes = active()
                ? java.util.Optional.<List<String>>empty()
                : factors.confirm(access.required().person(), code);
        return codes.isPresent()
                ? Page.of("access/factor", page(Form.EMPTY, codes.get()))
                : Page.rejected(
                        "access/factor",
                        page(Form.EMPTY.wrong("code", "动态口令不正确。请检查手机的时间是否准确，再输入现在显示的六位数字"), List.of()));
    }

    @PostMapping(Unfinished.SECOND_FACTOR + "/off")
    View remove(@RequestParam(defaultValue = "") String present) {
        var actor = access.required();
        if (attempts.begin(actor.login()).isPresent()) {
            return Page.rejected("access/factor", page(Form.EMPTY.wrong("present", "尝试次数过多，请稍后再试"), List.of()));
        }
        if (!passwords.matches(present, people.passwordHash(actor.person()))) {
            return Page.rejected("access/factor", page(Form.EMPTY.wrong("present", "现在的口令不正确"), List.of()));
        }
        attempts.forget(actor.login());
        factors.remove(actor.person());
        return Redirect.to(Unfinished.SECOND_FACTOR).saying("已停用动态口令");
    }

    private boolean active() {
        return rights.account(access.required().person())
                .filter(Rights.Account::secondFactor)
                .isPresent();
    }

    private MePages.SecondFactor page(Form form, List<String> codes) {
        var actor = access.required();
        boolean must =
                unfinished.first().filter(Unfinished.SECOND_FACTOR::equals).isPresent();
        if (active()) {
            return new MePages.SecondFactor(true, factors.codesLeft(actor.person()), null, "", codes, false, form);
        }
        var totp = factors.prepared(actor.person());
        return new MePages.SecondFactor(
                false, 0, QrCode.of(totp.address(ISSUER, actor.login())), totp.text(), codes, must, form);
    }
}
