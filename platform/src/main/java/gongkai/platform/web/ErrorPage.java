package gongkai.platform.web;

import java.util.List;
import org.springframework.http.HttpStatus;

/**
 * What is shown instead of the page that was asked for.
 *
 * @param advice what the person can do now, one sentence each
 * @param incident the number in the log, empty if nothing is wrong with the platform
 * @param kept what was typed and could not be saved, to be copied
 * @param result where what was sent before can be seen; empty if nothing was
 */
public record ErrorPage(
        HttpStatus status,
        String title,
        String sentence,
        List<String> advice,
        String incident,
        List<String> kept,
        String result) {
    private static final String BACK = "返回上一页，检查后再试";

    /** The page for that status, with that sentence if there is one. */
    static ErrorPage of(HttpStatus status, String sentence) {
        return switch (status) {
            case FORBIDDEN ->
                page(
                        status,
                        "没有权限",
                        said(sentence, "您没有进行这一操作的权限"),
                        "需要这项权限时，请向本单位的安全保密管理员申请",
                        "如果您在多个单位任职，请在页面顶部切换单位后再试");
            case NOT_FOUND -> page(status, "没有找到这个页面", said(sentence, "地址可能有误，或者内容已经移动、撤下"), "检查地址是否完整", "从首页重新进入");
            case METHOD_NOT_ALLOWED -> page(status, "不能这样打开这个地址", "这个地址只接受表单提交，不能直接打开", "返回上一页，从页面上的按钮操作");
            case CONTENT_TOO_LARGE -> page(status, "提交的内容太大", said(sentence, "文件或文字超过了允许的大小，没有保存"), "返回上一页，压缩文件或分几次提交");
            case CONFLICT -> page(status, "没有办理", said(sentence, "这项操作与现在的状态不符"), "返回上一页，刷新后查看最新情况");
            case TOO_MANY_REQUESTS -> page(status, "操作太频繁", said(sentence, "请稍候再试"), "过几分钟再试");
            case SERVICE_UNAVAILABLE -> page(status, "暂时不能使用", said(sentence, "系统正在启动或维护"), "过几分钟再试");
            default ->
                status.is5xxServerError()
                        ? page(
                                status,
                                "系统出错",
                                "系统遇到意外情况，已经记录。刚才的操作可能没有完成",
                                "返回上一页，看看刚才的操作是否已经完成",
                                "仍不能解决时，请把事件编号告诉系统管理员")
                        : page(status, "请求无法识别", said(sentence, "地址或提交的内容有误"), BACK);
        };
    }

    /** A form that came too late: its proof is no longer valid. */
    static ErrorPage stale(List<String> kept) {
        return new ErrorPage(
                HttpStatus.FORBIDDEN,
                "页面已经过期",
                "这一页打开得太久，或浏览器没有接受 Cookie，为安全起见没有保存",
                List.of("返回上一页并刷新，重新填写后提交"),
                "",
                kept,
                "");
    }

    /** A form that was sent again after something in it had been changed. */
    static ErrorPage sentBefore(Refusal refusal, String result, List<String> kept) {
        return new ErrorPage(
                refusal.status(),
                "已经提交过",
                refusal.sentence(),
                List.of(result.isEmpty() ? "稍候从列表里查看先前提交的结果" : "先查看先前提交的结果，再决定要不要更改", "要另外提交一份的，请从头打开一份新的表单填写"),
                "",
                kept,
                result);
    }

    /** A form that came after the session had ended. */
    static ErrorPage signedOut(List<String> kept) {
        return new ErrorPage(
                HttpStatus.UNAUTHORIZED,
                "登录已经失效",
                "您有一段时间没有操作，为安全起见已经退出登录，刚才的内容没有保存",
                List.of("重新登录后再填写一次"),
                "",
                kept,
                "");
    }

    ErrorPage withIncident(String number) {
        return new ErrorPage(status, title, sentence, advice, number, kept, result);
    }

    private static ErrorPage page(HttpStatus status, String title, String sentence, String... advice) {
        return new ErrorPage(status, title, sentence, List.of(advice), "", List.of(), "");
    }

    private static String said(String sentence, String usual) {
        return sentence.isEmpty() ? usual : sentence;
    }
}
