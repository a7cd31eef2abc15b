package gongkai.platform.keys;

/** What a key is for. A key made for one purpose is never used for another. */
public enum KeyPurpose {
    /** HMAC-SM3 over every line of the audit log and every link of its chain. */
    AUDIT("audit", "HMAC-SM3", "审计日志校验"),
    /** SM2 signatures under the daily heads of the audit chain; the public half is exported. */
    HEAD("head", "SM2", "审计链日签名"),
    /** SM4-GCM over personal data and other secrets in the database and over the data keys of encrypted files. */
    FIELD("field", "SM4-GCM", "个人信息加密"),
    /** HMAC-SM3 over personal data, so that it can be found by exact match. */
    INDEX("index", "HMAC-SM3", "个人信息检索");

    private static final int SM4_BYTES = 16;
    private static final int MAC_BYTES = 32;

    private final String prefix;
    private final String algorithm;
    private final String chinese;

    KeyPurpose(String prefix, String algorithm, String chinese) {
        this.prefix = prefix;
        this.algorithm = algorithm;
        this.chinese = chinese;
    }

    /** What the identifiers of its keys begin with: {@code field} in {@code field-2}. */
    public String prefix() {
        return prefix;
    }

    /** The algorithm the key is for. */
    public String algorithm() {
        return algorithm;
    }

    /** Its name in messages. */
    public String chinese() {
        return chinese;
    }

    int secretBytes() {
        return this == FIELD ? SM4_BYTES : MAC_BYTES;
    }
}
