package gongkai.platform.api;

import org.springframework.http.HttpStatusCode;

/** What a status means, in Chinese. */
final class Titles {
    private Titles() {}

    static String of(HttpStatusCode status) {
        return switch (status.value()) {
            case 400 -> "请求无法识别";
            case 401 -> "没有有效的令牌";
            case 403 -> "没有权限";
            case 404 -> "没有找到";
            case 405 -> "不支持这种请求方法";
            case 406 -> "不能按所要求的格式应答";
            case 409 -> "不能这样办理";
            case 413 -> "内容过大";
            case 415 -> "不支持这种内容类型";
            case 422 -> "内容有误";
            case 423 -> "已被锁定";
            case 429 -> "请求过于频繁";
            case 503 -> "暂时不能提供服务";
            default -> status.is5xxServerError() ? "系统出错" : "请求未被接受";
        };
    }
}
