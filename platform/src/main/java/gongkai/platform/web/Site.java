package gongkai.platform.web;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the foot and the head of the public pages say about this website. What is empty is not shown.
 *
 * @param name the name of the website
 * @param sponsor 主办单位
 * @param operator 承办单位
 * @param contact 联系方式
 * @param idCode 政府网站标识码
 * @param icp ICP备案号
 * @param police 公安备案号
 * @param partyMark the address that verifies the mark 党政机关网站标识
 * @param errorReport the address of “我为政府网站找错”
 * @param domain the domain, for example sfj.example.gov.cn
 * @param red whether the public pages wear the official red instead of blue
 */
@ConfigurationProperties("gongkai.site")
public record Site(
        @DefaultValue("政府信息公开平台") String name,
        @DefaultValue("") String sponsor,
        @DefaultValue("") String operator,
        @DefaultValue("") String contact,
        @DefaultValue("") String idCode,
        @DefaultValue("") String icp,
        @DefaultValue("") String police,
        @DefaultValue("") String partyMark,
        @DefaultValue("") String errorReport,
        @DefaultValue("") String domain,
        @DefaultValue("false") boolean red) {
    /** @throws IllegalArgumentException in Chinese, when a mark is not written as it is given out: the whole page would claim something wrong */
    public Site {
        check("GONGKAI_SITE_ID_CODE", "网站标识码", idCode, "\\d{10}", "10 位数字，例如 4103000012");
        check("GONGKAI_SITE_ICP", "ICP备案号", icp, "\\p{IsHan}ICP备\\d{5,10}号(-\\d{1,4})?", "形如 豫ICP备05000001号-1");
        check("GONGKAI_SITE_POLICE", "公安备案号", police, "\\p{IsHan}公网安备 ?\\d{14}号?", "形如 豫公网安备 41030002000001号");
        check("GONGKAI_SITE_PARTY_MARK", "党政机关网站标识的核验地址", partyMark, WEB_ADDRESS, "以 https:// 或 http:// 开头的网址");
        check("GONGKAI_SITE_ERROR_REPORT", "“我为政府网站找错”的地址", errorReport, WEB_ADDRESS, "以 https:// 或 http:// 开头的网址");
        check(
                "GONGKAI_SITE_DOMAIN",
                "域名",
                domain,
                "([a-z0-9]([a-z0-9-]*[a-z0-9])?\\.)+[a-z]{2,}",
                "只写域名，例如 sfj.example.gov.cn");
    }

    private static void check(String setting, String mark, String value, String form, String looks) {
        if (!value.isEmpty() && !value.matches(form)) {
            throw new IllegalArgumentException("设置 " + setting + "（" + mark + "）不对：" + value + "。应为" + looks);
        }
    }

    private static final String WEB_ADDRESS = "https?://[!-~&&[^\"<>\\\\^`{|}]]+";

    static final Site UNNAMED = new Site("政府信息公开平台", "", "", "", "", "", "", "", "", "", false);
}
