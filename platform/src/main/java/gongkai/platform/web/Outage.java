package gongkai.platform.web;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import java.util.Set;

/** The database cannot be reached, or its disk is full: nobody's mistake, and over once that is mended. */
public final class Outage {
    private static final String CONNECTION = "08";
    private static final String DISK_FULL = "53100";
    /** Shutting down, crashed, starting up. */
    private static final Set<String> AWAY = Set.of("57P01", "57P02", "57P03");

    private Outage() {}

    /** What to tell whoever asked, if that is what went wrong. */
    public static Optional<String> in(Throwable exception) {
        for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLTransientConnectionException || isClosed(cause)) {
                return Optional.of("数据库暂时连接不上，刚才的操作没有完成");
            }
            if (cause instanceof SQLException failure && failure.getSQLState() instanceof String state) {
                if (state.equals(DISK_FULL)) {
                    return Optional.of("数据库所在的磁盘已满，刚才的操作没有完成。请告诉系统管理员");
                }
                if (state.startsWith(CONNECTION) || AWAY.contains(state)) {
                    return Optional.of("数据库暂时连接不上，刚才的操作可能没有完成");
                }
            }
        }
        return Optional.empty();
    }

    /** The pool says so, without a state, of a connection that broke while it was used. */
    private static boolean isClosed(Throwable cause) {
        return cause instanceof SQLException failure
                && failure.getSQLState() == null
                && "Connection is closed".equals(failure.getMessage());
    }
}
