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
    static final Site UNNAMED = new Site("政府信息公开平台", "", "", "", "", "", "", "", "", "", false);
}
