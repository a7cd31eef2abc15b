package gongkai.platform.access;

import static gongkai.platform.access.RunningPlatform.PASSWORD;
import static gongkai.platform.access.RunningPlatform.bean;
import static gongkai.platform.access.RunningPlatform.browser;
import static gongkai.platform.access.RunningPlatform.database;
import static gongkai.platform.access.RunningPlatform.id;
import static gongkai.platform.access.RunningPlatform.person;
import static gongkai.platform.access.RunningPlatform.signedIn;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import gongkai.platform.access.totp.QrCode;
import gongkai.platform.access.totp.Totp;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RunningPlatform.class)
class SecondFactorTest {
    @Test
    @DisplayName("RFC 6238 的测试向量（末六位）")
    void agreesWithTheStandard() {
        var totp = new Totp("12345678901234567890".getBytes(StandardCharsets.US_ASCII));
        assertThat(totp.at(Instant.ofEpochSecond(59))).isEqualTo("287082");
        assertThat(totp.at(Instant.ofEpochSecond(1_111_111_109))).isEqualTo("081804");
        assertThat(totp.at(Instant.ofEpochSecond(1_234_567_890))).isEqualTo("005924");
        assertThat(totp.at(Instant.ofEpochSecond(20_000_000_000L))).isEqualTo("353130");
        assertThat(totp.text()).isEqualTo("GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");
    }

    @Test
    void takesANeighbouringStepForClocksDifferButNoOther() {
        var totp = new Totp("12345678901234567890".getBytes(StandardCharsets.US_ASCII));
        var now = Instant.ofEpochSecond(1_234_567_890);
        assertThat(totp.stepOf(totp.at(now.minusSeconds(30)), now)).isPresent();
        assertThat(totp.stepOf(totp.at(now.plusSeconds(30)), now)).isPresent();
        assertThat(totp.stepOf(totp.at(now.minusSeconds(90)), now)).isEmpty();
        assertThat(totp.stepOf("", now)).isEmpty();
    }

    @Test
    void drawsACodeThatAReaderReads() throws Exception {
        var address = new Totp("12345678901234567890".getBytes(StandardCharsets.US_ASCII)).address("公开平台", "li@demo");
        assertThat(read(QrCode.of(address))).isEqualTo(address).startsWith("otpauth://totp/%E5%85%AC");
    }

    @Test
    void isTakenAtTheBrowserAndAskedForFromThenOn() {
        var login = person();
        var browser = signedIn(login);
        var totp = secret(browser.get("/office/me/second-factor").body());
        assertThat(browser.post("/office/me/second-factor", "code", "000000x").statusCode())
                .isEqualTo(422);
        var page = browser.post("/office/me/second-factor", "code", totp.at(Instant.now()))
                .body();
        var recovery = Pattern.compile("<code>([a-z0-9-]{19})</code>").matcher(page);
        assertThat(recovery.find()).isTrue();

        var other = browser();
        assertThat(SignInTest.place(other.signIn(login, PASSWORD))).isEqualTo("/login/code");
        assertThat(SignInTest.place(other.get("/office"))).startsWith("/login");
        other.get("/login/code");
        assertThat(other.post("/login/code", "code", totp.at(Instant.now())).body())
                .as("a code counts once")
                .contains("已经用过");
        assertThat(SignInTest.place(
                        other.post("/login/code", "code", totp.at(Instant.now().plusSeconds(30)))))
                .isEqualTo("/office");
        assertThat(other.get("/office/me").statusCode()).isEqualTo(200);

        var third = browser();
        third.signIn(login, PASSWORD);
        third.get("/login/code");
        assertThat(SignInTest.place(third.post("/login/code", "code", recovery.group(1))))
                .isEqualTo("/office");
        var fourth = browser();
        fourth.signIn(login, PASSWORD);
        fourth.get("/login/code");
        assertThat(fourth.post("/login/code", "code", recovery.group(1)).statusCode())
                .as("a recovery code counts once")
                .isEqualTo(422);
    }

    @Test
    void cannotBeGuessed() {
        var login = person();
        var browser = signedIn(login);
        var totp = secret(browser.get("/office/me/second-factor").body());
        browser.post("/office/me/second-factor", "code", totp.at(Instant.now()));
        var guesser = browser();
        guesser.signIn(login, PASSWORD);
        guesser.get("/login/code");
        for (int i = 0; i < 5; i++) {
            guesser.post("/login/code", "code", "00000" + i);
        }
        assertThat(guesser.post("/login/code", "code", totp.at(Instant.now().plusSeconds(30)))
                        .body())
                .contains("尝试次数过多");
        var again = browser();
        again.signIn(login, PASSWORD);
        again.get("/login/code");
        assertThat(again.post("/login/code", "code", totp.at(Instant.now().plusSeconds(30)))
                        .body())
                .as("the password again does not unlock the code")
                .contains("尝试次数过多");
    }

    @Test
    void keepsNoSecretInTheClear() {
        var login = person();
        var totp = secret(signedIn(login).get("/office/me/second-factor").body());
        assertThat(database()
                        .sql("select secret from access.second_factor where person = :person")
                        .param("person", id(login))
                        .query(String.class)
                        .single())
                .startsWith("sm4:");
        assertThat(bean(SecondFactors.class).prepared(id(login))).isEqualTo(totp);
    }

    private static Totp secret(String page) {
        var found = Pattern.compile("<code>([A-Z2-7 ]{39})</code>").matcher(page);
        assertThat(found.find()).isTrue();
        var text = found.group(1).replace(" ", "");
        var bytes = new byte[text.length() * 5 / 8];
        int held = 0;
        int bits = 0;
        int at = 0;
        for (char c : text.toCharArray()) {
            held = held << 5 | "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(c);
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes[at++] = (byte) (held >> bits);
                held &= (1 << bits) - 1;
            }
        }
        return new Totp(bytes);
    }

    private static String read(QrCode code) throws Exception {
        int scale = 4;
        int width = code.size() * scale;
        var pixels = new int[width * width];
        Arrays.fill(pixels, 0xffffff);
        var module = Pattern.compile("M(\\d+) (\\d+)h1v1h-1z").matcher(code.path());
        while (module.find()) {
            for (int i = 0; i < scale * scale; i++) {
                int x = Integer.parseInt(module.group(1)) * scale + i % scale;
                int y = Integer.parseInt(module.group(2)) * scale + i / scale;
                pixels[y * width + x] = 0;
            }
        }
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, width, pixels))))
                .getText();
    }
}
