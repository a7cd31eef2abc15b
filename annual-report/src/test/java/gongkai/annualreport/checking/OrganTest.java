package gongkai.annualreport.checking;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.annualreport.OrganLevel;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrganTest {
    @ParameterizedTest
    @CsvSource({
        "洛阳市司法局, CITY",
        "莱阳市司法局, COUNTY",
        "乐清市司法局, COUNTY",
        "三门峡市陕州区司法局, COUNTY",
        "红桥区司法局, COUNTY",
        "天津市红桥区司法局, COUNTY",
        "天津市司法局, PROVINCE",
        "重庆市人民政府, PROVINCE",
        "河南省司法厅, PROVINCE",
        "新疆维吾尔自治区公安厅, PROVINCE",
        "延边朝鲜族自治州民政局, CITY",
        "大理州人民政府, CITY",
        "大理市人民政府, COUNTY",
        "阿克苏地区行政公署, CITY",
        "锡林郭勒盟教育局, CITY",
        "徐闻县统计局, COUNTY",
        "忠县水利局, COUNTY",
        "太和县和平乡人民政府, TOWNSHIP",
        "东乡族自治县财政局, COUNTY",
        "新乡市红旗区教育局, COUNTY",
        "新乡县教育局, COUNTY",
        "青岛市市南区司法局, COUNTY",
        "洛阳市市场监督管理局, CITY",
        "洛阳市城市管理局, CITY",
        "洛阳市住房和城乡建设局, CITY",
        "运城市城市管理局, CITY",
        "洛阳市社区矫正管理局, CITY",
        "津市市人民政府, COUNTY",
        "芒市人民政府, COUNTY",
        "乌鲁木齐市新市区人民政府, COUNTY",
        "正蓝旗人民政府, COUNTY",
        "上海市浦东新区教育局, COUNTY",
        "温岭市大溪镇人民政府, TOWNSHIP",
        "宁波市鄞州区东柳街道办事处, TOWNSHIP",
        "杭州市西湖区人民政府北山街道办事处, TOWNSHIP",
        "杭州市, CITY",
        "国家税务总局洛阳市税务局, CITY",
        "省教育厅, PROVINCE",
        "县教育局, COUNTY"
    })
    void tellsItsLevel(String name, OrganLevel level) {
        assertThat(Organ.named(name).level()).isEqualTo(level);
    }

    @ParameterizedTest
    @ValueSource(strings = {"云河市司法局", "市司法局", "司法局", "司法部", "", "洛阳市高新技术产业开发区管理委员会"})
    void isUnsureOfTheLevelRatherThanWrong(String name) {
        assertThat(Organ.named(name).level()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "洛阳市人民政府, GOVERNMENT",
        "杭州市, GOVERNMENT",
        "龙岗区, GOVERNMENT",
        "徐闻县政府, GOVERNMENT",
        "洛阳市人民政府办公室, DEPARTMENT",
        "洛阳市市场监督管理局, DEPARTMENT",
        "洛阳市人民政府国有资产监督管理委员会, DEPARTMENT",
        "洛阳市人民政府驻北京办事处, DEPARTMENT",
        "温岭市大溪镇人民政府, TOWNSHIP_GOVERNMENT",
        "温岭市大溪镇, TOWNSHIP_GOVERNMENT",
        "东柳街道办事处, SUBDISTRICT_OFFICE",
        "东柳街道, SUBDISTRICT_OFFICE",
        "市人民政府, GOVERNMENT",
        "镇人民政府, TOWNSHIP_GOVERNMENT",
        "国家税务总局洛阳市税务局, DEPARTMENT"
    })
    void tellsItsKind(String name, Organ.Kind kind) {
        assertThat(Organ.named(name).kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @DisplayName("全称含行政区划名；市辖区、乡镇还要有上级名")
    @CsvSource({
        "洛阳市司法局, true",
        "云河市水务局, true",
        "三门峡市陕州区司法局, true",
        "徐闻县统计局, true",
        "示例省数据局, true",
        "浙江省乐清市司法局, true",
        "司法部, true",
        "国家统计局上海调查总队, true",
        "上海海关, true",
        "市司法局, false",
        "市场监督管理局, false",
        "红桥区司法局, false",
        "东柳街道办事处, false",
        "司法局, false",
        "我局, false"
    })
    void knowsAFullName(String name, boolean full) {
        assertThat(Organ.named(name).isFullName()).isEqualTo(full);
    }

    @ParameterizedTest
    @DisplayName("立法法第九十一条、第九十三条：规章制定权")
    @CsvSource({
        "司法部, true",
        "国家税务总局, true",
        "河南省人民政府, true",
        "天津市人民政府, true",
        "洛阳市人民政府, true",
        "延边朝鲜族自治州人民政府, true",
        "杭州市, true",
        "阿克苏地区行政公署, false",
        "洛阳市司法局, false",
        "河南省司法厅, false",
        "云河市司法局, false",
        "市司法局, false",
        "红桥区司法局, false",
        "莱阳市人民政府, false",
        "徐闻县人民政府, false",
        "龙岗区, false",
        "温岭市大溪镇人民政府, false",
        "国家税务总局洛阳市税务局, false",
        "云河市人民政府,",
        "市人民政府,",
        "国家民航局,",
        ","
    })
    void knowsWhoMayMakeRegulations(String name, Boolean power) {
        assertThat(Organ.named(name).mayMakeRegulations(null)).isEqualTo(power);
    }

    @Test
    @DisplayName("调用者说明的级别优先")
    void takesTheStatedLevel() {
        assertThat(Organ.named("云河市人民政府").mayMakeRegulations(OrganLevel.CITY)).isTrue();
        assertThat(Organ.named("云河市人民政府").mayMakeRegulations(OrganLevel.COUNTY)).isFalse();
        assertThat(Organ.named("教育委员会").mayMakeRegulations(OrganLevel.PROVINCE)).isFalse();
        assertThat(Organ.named(null).mayMakeRegulations(OrganLevel.COUNTY)).isFalse();
        assertThat(Organ.named(null).mayMakeRegulations(OrganLevel.CITY)).isNull();
    }
}
