package gongkai.platform.application;

/**
 * A form could not be sent, because the visit has ended or is one to another request by now. What was typed is shown, so that it can be copied.
 *
 * @param why what happened, in a sentence or two
 */
public record LostPage(String title, String why, String text) {
    static LostPage ended(String text) {
        return new LostPage("查询已经结束", "离开较久，查询自动结束了，刚才的内容没有提交。", text);
    }

    static LostPage other(String text, String number) {
        return new LostPage("没有提交", "您在这个浏览器里又打开了另一件申请（" + number + "），刚才的内容没有提交，两件申请都没有变化。", text);
    }
}
