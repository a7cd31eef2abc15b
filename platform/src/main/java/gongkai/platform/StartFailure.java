package gongkai.platform;

import gongkai.platform.database.ExternalDatabase;
import gongkai.platform.database.UnusableDatabaseException;
import java.net.BindException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.server.PortInUseException;

/** Why the platform did not start, told to the person who started it. */
final class StartFailure {
    private StartFailure() {}

    /** One or more Chinese sentences. */
    static String message(Throwable failure) {
        var causes = causes(failure);
        for (var cause : causes) {
            var message = known(cause);
            if (message != null) {
                return message;
            }
        }
        var last = causes.getLast();
        return "平台无法启动：" + (last.getMessage() == null ? last.getClass().getName() : last.getMessage());
    }

    private static @Nullable String known(Throwable cause) {
        var message = cause.getMessage() == null ? "" : cause.getMessage();
        if (cause instanceof Platform.PortTakenException || cause instanceof UnusableDatabaseException) {
            return message;
        }
        if (cause instanceof PortInUseException taken) {
            return Platform.PortTakenException.message(taken.getPort());
        }
        if (cause instanceof BindException) {
            return "不能在这个地址上提供服务：" + message + "。请检查 --address（或 GONGKAI_ADDRESS）和端口，低于 1024 的端口需要相应权限";
        }
        if (cause instanceof FlywayValidateException) {
            return "数据库的升级记录与本版本不一致，可能被人改动过，平台没有启动，数据没有改动。\n" + message;
        }
        if (cause instanceof SQLException error) {
            return ExternalDatabase.reason(error);
        }
        return message.contains("No space left on device") ? "磁盘已满。请清理后重试，已有数据没有损坏" : null;
    }

    private static List<Throwable> causes(Throwable failure) {
        var causes = new ArrayList<Throwable>();
        for (Throwable cause = failure; cause != null && !causes.contains(cause); cause = cause.getCause()) {
            causes.add(cause);
        }
        return causes;
    }
}
