package gongkai.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;

class OutageTest {
    @Test
    void isToldFromAMistake() {
        assertThat(Outage.in(new IllegalStateException(new SQLTransientConnectionException("no connection in time"))))
                .hasValueSatisfying(words -> assertThat(words).contains("连接不上"));
        assertThat(Outage.in(new IllegalStateException(new SQLException("terminating connection", "57P01"))))
                .isPresent();
        assertThat(Outage.in(new SQLException("connection refused", "08001"))).isPresent();
        assertThat(Outage.in(new IllegalStateException(new SQLException("could not extend file", "53100"))))
                .hasValueSatisfying(words -> assertThat(words).contains("磁盘已满"));
        assertThat(Outage.in(new IllegalStateException(new SQLException("Connection is closed"))))
                .isPresent();
        assertThat(Outage.in(new SQLException("duplicate key", "23505"))).isEmpty();
        assertThat(Outage.in(new IllegalStateException("x"))).isEmpty();
    }
}
