package gongkai.platform.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class FramesOnlyTest {
    @Test
    void tellsWhatAndWhereButNotWhatItSaid() throws IOException {
        var out = new StringBuilder();
        new FramesOnly()
                .printStackTrace(
                        new IllegalStateException(
                                "张三 110101199003070000", new SQLException("invalid input: 13800000000", "22P02")),
                        out);
        assertThat(out.toString())
                .contains(
                        "java.lang.IllegalStateException\n",
                        "Caused by: java.sql.SQLException [22P02]\n",
                        "\tat gongkai.platform.operations.FramesOnlyTest.tellsWhatAndWhere")
                .doesNotContain("张三", "138000");
    }

    @Test
    void endsWhereCausesGoRound() throws IOException {
        var first = new IllegalStateException();
        var second = new IllegalStateException(first);
        first.initCause(second);
        var out = new StringBuilder();
        new FramesOnly().printStackTrace(first, out);
        assertThat(out.toString()).containsOnlyOnce("Caused by");
    }
}
