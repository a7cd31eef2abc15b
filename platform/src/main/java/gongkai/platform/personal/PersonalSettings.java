package gongkai.platform.personal;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code gongkai.personal.*}.
 *
 * @param keepYears how many years after a request was closed its applicant's data are kept; the law asks for the shortest time that serves
 *     the purpose (《个人信息保护法》第十九条)
 */
@ConfigurationProperties("gongkai.personal")
record PersonalSettings(@DefaultValue("2") int keepYears) {
    PersonalSettings {
        if (keepYears < 0 || keepYears > 100) {
            throw new IllegalArgumentException("gongkai.personal.keep-years 应为 0 到 100 的整数");
        }
    }
}
