package gongkai.platform.personal;

import org.jspecify.annotations.Nullable;

/**
 * What an applicant says of themselves (《政府信息公开条例》第二十九条：姓名或者名称、身份证明、联系方式), in the clear. It never goes into a log or
 * an exception.
 */
public record Applicant(
        ApplicantKind kind,
        String name,
        @Nullable String idNumber,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String address) {
    @Override
    public String toString() {
        return kind.chinese() + " " + kind.nameField().masked(name);
    }
}
