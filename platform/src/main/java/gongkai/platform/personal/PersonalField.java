package gongkai.platform.personal;

import gongkai.platform.keys.Key;
import gongkai.platform.keys.KeyPurpose;
import gongkai.platform.keys.Keys;
import gongkai.platform.keys.Sm3;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A kind of personal data: how it is masked, and which ways of writing it count as the same when it is looked for. */
public enum PersonalField {
    NAME("姓名", Mask::name, PersonalField::plain),
    ORGANISATION_NAME("名称", Mask::organisation, PersonalField::plain),
    ID_NUMBER("证件号码", Mask::idNumber, text -> plain(text).toUpperCase(Locale.ROOT)),
    PHONE("联系电话", Mask::phone, PersonalField::digits),
    EMAIL("电子邮箱", Mask::email, text -> plain(text).toLowerCase(Locale.ROOT)),
    ADDRESS("地址", Mask::address, PersonalField::plain);

    private final String chinese;
    private final UnaryOperator<String> mask;
    private final UnaryOperator<String> normal;

    PersonalField(String chinese, UnaryOperator<String> mask, UnaryOperator<String> normal) {
        this.chinese = chinese;
        this.mask = mask;
        this.normal = normal;
    }

    /** Its name on screens and in the log. */
    public String chinese() {
        return chinese;
    }

    /** What may be shown without a reason. */
    public String masked(String clear) {
        return mask.apply(clear);
    }

    /** The keyed hash of a value under the key in use, for storing; null if there is nothing to find it by. */
    public @Nullable String index(Keys keys, String clear) {
        var text = normal.apply(clear);
        return text.isEmpty() ? null : index(keys.current(KeyPurpose.INDEX), text);
    }

    /** The keyed hashes of a value under every key, for looking it up while keys are being rotated; empty if nothing can match. */
    public List<String> indexes(Keys keys, String clear) {
        var text = normal.apply(clear);
        return text.isEmpty()
                ? List.of()
                : keys.all(KeyPurpose.INDEX).stream()
                        .map(key -> index(key, text))
                        .toList();
    }

    private String index(Key key, String normalised) {
        // A person's and an organisation's name are looked for together.
        var field = this == ORGANISATION_NAME ? NAME : this;
        var mac = Sm3.hmac(key.secret().bytes(), (field.name() + "\0" + normalised).getBytes(StandardCharsets.UTF_8));
        return key.id() + ":" + Base64.getEncoder().withoutPadding().encodeToString(mac);
    }

    /** Full-width letters, spaces and the several middle dots of a name make no difference. */
    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("[\\s\\p{Cf}\\u00b7\\u2022\\u2027\\u30fb\\u0387]+", "");
    }

    private static String digits(String text) {
        var digits = plain(text).replaceAll("[^0-9]", "");
        return digits.length() == 13 && digits.startsWith("86") ? digits.substring(2) : digits;
    }
}
