package gongkai.platform.access;

import gongkai.platform.access.totp.QrCode;
import gongkai.platform.web.Form;
import gongkai.platform.web.Option;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the pages about oneself show (我的账号). */
public final class MePages {
    /** The tabs of these pages. */
    public static final List<Option> TABS = List.of(
            new Option("/office/me", "我的账号"),
            new Option(Unfinished.PASSWORD, "修改口令"),
            new Option(Unfinished.SECOND_FACTOR, "动态口令"),
            new Option("/office/me/sessions", "登录会话"),
            new Option("/office/me/tokens", "访问令牌"),
            new Option("/office/me/deputies", "代理"));

    private MePages() {}

    /** Who I am. */
    public record Me(String login, String name, String phone, String email, List<RoleLine> roles, Form form) {}

    /** A role, where it is held, and for whom if as a deputy. */
    public record RoleLine(String role, String organ, String division, boolean subtree, String insteadOf) {}

    /** @param must why it must be changed now, empty if it need not */
    public record Password(String rules, String must, Form form) {}

    /**
     * @param active whether there is one
     * @param codesLeft how many recovery codes are left
     * @param qr what the authenticator reads, null if there is a second factor already
     * @param secret the same to be typed
     * @param codes the new recovery codes, shown once
     */
    public record SecondFactor(
            boolean active,
            int codesLeft,
            @Nullable QrCode qr,
            String secret,
            List<String> codes,
            boolean must,
            Form form) {}

    /** Where I am signed in. */
    public record SessionList(List<SessionLine> sessions) {}

    /** A session; {@code key} names it without being usable as a cookie. */
    public record SessionLine(
            String key, String address, String browser, String how, Instant since, Instant used, boolean present) {}

    /** @param created the text of a new token, shown once; empty if none was made now */
    public record TokenList(List<Tokens.Listed> tokens, String created, Form form) {}

    /** Who acts for me, and for whom I act. */
    public record Deputies(List<DeputyLine> mine, List<DeputyLine> others, List<Option> roles, Form form) {}

    /** @param other the deputy's name, or the absent person's */
    public record DeputyLine(
            long id, String other, String role, LocalDate first, LocalDate last, String state, boolean open) {}
}
