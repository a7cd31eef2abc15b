package gongkai.platform.request.procedure;

import java.time.LocalDate;

/** A day lies before the first version of the law that the platform knows; the message says so in Chinese. */
public final class NoTermsException extends RuntimeException {
    private static final long serialVersionUID = 1;

    NoTermsException(LocalDate day) {
        super(day + "早于现行《中华人民共和国政府信息公开条例》施行之日（2019-05-15），平台没有当时的期限规定。");
    }
}
