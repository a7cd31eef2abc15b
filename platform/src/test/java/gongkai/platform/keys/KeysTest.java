package gongkai.platform.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gongkai.platform.keys.FieldCipher.Place;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysTest {
    private static final Place PLACE = new Place("personal.applicant.name", "1");
    private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");

    @TempDir
    Path directory;

    private Keys keys;
    private FieldCipher cipher;

    @BeforeEach
    void make() {
        keys = Keys.in(directory.resolve("keys"));
        for (var purpose : KeyPurpose.values()) {
            keys.make(purpose, NOW);
        }
        cipher = new FieldCipher(keys);
    }

    @Test
    @DisplayName("GB/T 32905 附录的例子：SM3(\"abc\")")
    void hashesAsTheStandardSays() {
        assertThat(HexFormat.of().formatHex(Sm3.hash("abc".getBytes(StandardCharsets.US_ASCII))))
                .isEqualTo("66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");
    }

    @Test
    void onlyTheOwnerReadsAKey() throws Exception {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("keys"))))
                .isEqualTo("rwx------");
        try (var files = Files.list(directory.resolve("keys"))) {
            assertThat(files.toList())
                    .hasSize(KeyPurpose.values().length + 1)
                    .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .isEqualTo("rw-------"));
        }
    }

    @Test
    void aKeyDoesNotShowItself() {
        var key = keys.current(KeyPurpose.FIELD);
        assertThat(key.toString())
                .doesNotContain(HexFormat.of().formatHex(key.secret().bytes()));
        assertThat(key.fingerprint()).hasSize(16);
    }

    @Test
    void aNewKeyIsUsedAndTheOldOneStillOpens() {
        var sealed = cipher.seal("张三", PLACE);
        Keys.in(directory.resolve("keys")).make(KeyPurpose.FIELD, NOW);
        keys.all(KeyPurpose.FIELD);
        assertThat(cipher.isCurrent(sealed)).isFalse();
        assertThat(cipher.open(sealed, PLACE)).isEqualTo("张三");
        assertThat(cipher.seal("张三", PLACE)).startsWith("sm4:field-2:");
    }

    @Test
    void sealsTheSameTextDifferentlyEachTime() {
        assertThat(cipher.seal("𠮷田", PLACE)).isNotEqualTo(cipher.seal("𠮷田", PLACE));
        assertThat(cipher.open(cipher.seal("𠮷田", PLACE), PLACE)).isEqualTo("𠮷田");
        assertThat(cipher.open(cipher.seal("", PLACE), PLACE)).isEmpty();
    }

    @Test
    @DisplayName("密文任何一处被改动都打不开")
    void refusesWhatWasAltered() {
        var sealed = cipher.seal("110101199003070000", PLACE);
        int start = sealed.lastIndexOf(':') + 1;
        var bytes = Base64.getDecoder().decode(sealed.substring(start));
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] ^= 1;
            var altered = sealed.substring(0, start)
                    + Base64.getEncoder().withoutPadding().encodeToString(bytes);
            assertThatThrownBy(() -> cipher.open(altered, PLACE))
                    .isInstanceOf(KeysException.class)
                    .hasMessageContaining("可能被篡改");
            bytes[i] ^= 1;
        }
        for (var nonsense :
                new String[] {"", "张三", "sm4:field-1:", "sm4:field-1:!!", "sm4:index-1:AAAA", "aes:field-1:AA"}) {
            assertThatThrownBy(() -> cipher.open(nonsense, PLACE)).isInstanceOf(KeysException.class);
        }
    }

    @Test
    @DisplayName("密文挪到别的行、别的列打不开")
    void refusesWhatWasMoved() {
        var sealed = cipher.seal("张三", PLACE);
        assertThatThrownBy(() -> cipher.open(sealed, new Place(PLACE.column(), "2")))
                .isInstanceOf(KeysException.class);
        assertThatThrownBy(() -> cipher.open(sealed, new Place("personal.applicant.phone", "1")))
                .isInstanceOf(KeysException.class);
    }

    @Test
    void saysWhichKeyIsMissing() throws Exception {
        var sealed = cipher.seal("张三", PLACE);
        Files.delete(directory.resolve("keys/field-1.key"));
        var without = new FieldCipher(Keys.in(directory.resolve("keys")));
        assertThatThrownBy(() -> without.open(sealed, PLACE))
                .isInstanceOf(KeysException.class)
                .hasMessageContaining("缺少密钥 field-1");
    }

    @Test
    void saysThatAKeyFileIsDamaged() throws Exception {
        Files.writeString(directory.resolve("keys/field-1.key"), "secret=00");
        assertThatThrownBy(() -> Keys.in(directory.resolve("keys"))).hasMessageContaining("密钥文件已损坏");
    }

    @Test
    void aSignatureHoldsForItsMessageOnly() {
        var key = keys.current(KeyPurpose.HEAD);
        var message = "日签名".getBytes(StandardCharsets.UTF_8);
        var signature = Sm2.sign(key, message);
        assertThat(Sm2.verify(key, message, signature)).isTrue();
        assertThat(Sm2.verify(key, "别的".getBytes(StandardCharsets.UTF_8), signature))
                .isFalse();
        assertThat(Sm2.verify(key, message, new byte[] {1})).isFalse();
        assertThat(directory.resolve("keys/head-1.pub")).content().startsWith("-----BEGIN PUBLIC KEY-----");
    }
}
