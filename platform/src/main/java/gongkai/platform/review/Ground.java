package gongkai.platform.review;

import gongkai.platform.web.Option;
import java.util.Arrays;
import java.util.List;

/** Why a part of a document is hidden, each with its article. */
public enum Ground {
    PRIVACY("个人隐私", "第十五条"),
    TRADE_SECRET("商业秘密", "第十五条"),
    STATE_SECRET("国家秘密", "第十四条"),
    LAW("法律、行政法规禁止公开", "第十四条"),
    SAFETY("危及“三安全一稳定”", "第十四条"),
    INTERNAL("内部事务信息", "第十六条第一款"),
    PROCESS("过程性信息", "第十六条第二款"),
    ENFORCEMENT("行政执法案卷信息", "第十六条第二款"),
    NOT_INFORMATION("不属于政府信息的内容", "第三十七条");

    private final String label;
    private final String article;

    Ground(String label, String article) {
        this.label = label;
        this.article = article;
    }

    public String label() {
        return label;
    }

    public String article() {
        return article;
    }

    /** All of them, to choose from. */
    static List<Option> options() {
        return Arrays.stream(values())
                .map(ground -> new Option(ground.name(), ground.label() + "（" + ground.article() + "）"))
                .toList();
    }
}
