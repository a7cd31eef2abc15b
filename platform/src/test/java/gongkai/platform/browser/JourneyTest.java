package gongkai.platform.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import gongkai.platform.access.People;
import gongkai.platform.access.Role;
import gongkai.platform.organ.Organ;
import gongkai.platform.organ.Organs;
import gongkai.platform.sample.SampleData;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Clock;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A person's first days with the platform, step by step in a browser. */
@ExtendWith(Browsing.class)
class JourneyTest {
    private static final String PASSWORD = "Lushang#2026-chu";

    private final Chromium chromium = Browsing.chromium();
    private final Served platform = Browsing.platform();

    @Test
    void signsInIsLockedOutRecoversUsesASecondFactorSwitchesOrganAndMeetsErrors() throws Exception {
        var organs = platform.bean(Organs.class);
        var people = platform.bean(People.class);
        long person = people.add("traveller", "路上", PASSWORD);
        Organ first = organs.byCode("demo-d01").orElseThrow();
        Organ second = organs.byCode("demo-d02").orElseThrow();
        people.grant(person, Role.OFFICE_CLERK, first.id(), false);
        people.grant(person, Role.HANDLER, second.id(), false);

        try (var traveller = chromium.visitor();
                var administrator = chromium.visitor()) {
            var page = traveller.newPage();

            // locked out after five wrong passwords; the right one no longer helps
            for (int attempt = 1; attempt <= 5; attempt++) {
                type(page, "traveller", "wrong-" + attempt);
                assertThat(page.locator(".errors")).containsText("登录名或口令不正确");
            }
            type(page, "traveller", PASSWORD);
            assertThat(page.locator(".errors")).containsText("尝试次数过多");
            Gallery.take(page, "旅程 1 被锁定");

            // the security administrator unlocks
            var office = administrator.newPage();
            Chromium.signIn(office, platform.base(), "secadmin", SampleData.PASSWORD);
            office.navigate(platform.base() + "/office/people/" + person);
            Gallery.take(office, "旅程 2 解锁");
            office.click("main >> text=解锁 >> visible=true");
            assertThat(office.locator(".notice[role=status]")).containsText("已解锁");

            type(page, "traveller", PASSWORD);
            assertThat(page.locator("h1")).hasText("工作台");
            Gallery.take(page, "旅程 3 登录");

            // a second factor
            page.navigate(platform.base() + "/office/me/second-factor");
            var secret = page.locator("main p:has-text('密钥') code").innerText();
            Gallery.take(page, "旅程 4 绑定动态口令");
            page.fill("[name=code]", code(secret, 0));
            page.click("main button.primary");
            assertThat(page.locator("main")).containsText("已启用");
            Gallery.take(page, "旅程 5 恢复码");
            page.click(".me summary");
            page.click("text=退出登录");
            page.waitForURL(address -> address.contains("/login"));
            type(page, "traveller", PASSWORD);
            assertThat(page.locator("h1")).hasText("输入动态口令");
            page.fill("[name=code]", "000000");
            page.click("main button.primary");
            assertThat(page.locator(".errors")).containsText("动态口令不正确");
            page.fill("[name=code]", code(secret, 1));
            page.click("main button.primary");
            assertThat(page.locator("h1")).hasText("工作台");

            // another organ
            assertThat(page.locator("#organ-switch option[selected]")).hasText(first.name());
            page.selectOption("#organ-switch", second.code());
            assertThat(page.locator("#organ-switch option[selected]")).hasText(second.name());
            Gallery.take(page, "旅程 6 切换单位");

            // what the table forbids
            var forbidden = page.navigate(platform.base() + "/office/audit");
            assertThat(forbidden.status()).isEqualTo(403);
            assertThat(page.locator("h1")).hasText("没有权限");
            Gallery.take(page, "旅程 7 没有权限");

            // what should never happen
            var failed = page.navigate(platform.base() + "/dev/patterns/failure");
            assertThat(failed.status()).isEqualTo(500);
            assertThat(page.locator(".incident").innerText()).matches("[0-9A-F]{8}");
            Gallery.take(page, "旅程 8 系统出错");
        }
    }

    private void type(Page page, String login, String password) {
        page.navigate(platform.base() + "/login");
        page.fill("[name=username]", login);
        page.fill("[name=password]", password);
        page.press("[name=password]", "Enter");
        page.waitForLoadState();
    }

    /** The six digits a telephone shows so many half minutes from now (RFC 6238); the platform takes those of one half minute either side. */
    private String code(String secret, int later) throws Exception {
        var mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec(base32(secret), "HmacSHA1"));
        long step = platform.bean(Clock.class).instant().getEpochSecond() / 30 + later;
        var hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        int from = hash[hash.length - 1] & 0xf;
        int number = ByteBuffer.wrap(hash, from, Integer.BYTES).getInt() & 0x7fffffff;
        return "%06d".formatted(number % 1_000_000);
    }

    private static byte[] base32(String text) {
        var out = new ByteArrayOutputStream();
        int bits = 0;
        int held = 0;
        for (char letter : text.replaceAll("[^A-Z2-7]", "").toCharArray()) {
            held = held << 5 | "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter);
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                out.write(held >> bits & 0xff);
            }
        }
        return out.toByteArray();
    }
}
