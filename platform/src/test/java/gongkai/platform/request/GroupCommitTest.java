package gongkai.platform.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import gongkai.platform.TestDatabase;
import gongkai.platform.database.Address;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What arrives together is written together, and nobody suffers for another. */
class GroupCommitTest {
    private static final int OTHERS = 12;

    private final List<List<String>> groups = new CopyOnWriteArrayList<>();
    private final CountDownLatch first = new CountDownLatch(1);
    private final ExecutorService people = Executors.newFixedThreadPool(OTHERS + 1);
    private JdbcClient database;
    private GroupCommit<String> together;

    @BeforeEach
    void open() {
        var source = Address.of(TestDatabase.fresh()).source();
        database = JdbcClient.create(source);
        database.sql("create table line (word text primary key, place int unique deferrable initially deferred)")
                .update();
        together = new GroupCommit<>(8, new TransactionTemplate(new JdbcTransactionManager(source)), this::write);
    }

    @AfterEach
    void close() {
        people.close();
    }

    private void write(List<String> words) {
        groups.add(words);
        if (words.getFirst().equals("first")) {
            try {
                first.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        for (var word : words) {
            var parts = word.split("@");
            database.sql("insert into line (word, place) values (?, ?)")
                    .param(parts[0])
                    .param(parts.length == 1 ? null : Integer.valueOf(parts[1]))
                    .update();
        }
    }

    private void take(String word) {
        try {
            together.take(word);
        } catch (GroupCommit.NotWritten e) {
            throw e.why();
        }
    }

    /** All of them come while the first is still being written. */
    private List<CompletableFuture<Void>> comeWhileBusy(List<String> words) {
        var all = new ArrayList<CompletableFuture<Void>>();
        all.add(CompletableFuture.runAsync(() -> take("first"), people));
        await().until(() -> groups.size() == 1);
        words.forEach(word -> all.add(CompletableFuture.runAsync(() -> take(word), people)));
        await().until(() -> together.waiting() == words.size());
        first.countDown();
        return all.subList(1, all.size());
    }

    private List<@Nullable String> stored() {
        return database.sql("select word from line order by word")
                .query(String.class)
                .list();
    }

    @Test
    @DisplayName("先写的一组还没写完，后到的一起写，每组不超过上限")
    void gathersWhatComesMeanwhile() {
        var words = IntStream.range(0, OTHERS).mapToObj(i -> "w" + i).toList();
        var answers = comeWhileBusy(words);
        answers.forEach(CompletableFuture::join);
        assertThat(groups).extracting(List::size).containsExactly(1, 8, OTHERS - 8);
        assertThat(stored()).hasSize(OTHERS + 1);
    }

    @Test
    @DisplayName("同组中有一个写不进，只有它失败，其余照常写入一次")
    void oneThatCannotBeWrittenFailsAlone() {
        database.sql("insert into line (word) values ('taken')").update();
        var answers = comeWhileBusy(List.of("a", "taken", "b"));
        var taken = answers.stream()
                .filter(answer -> answer.handle((told, e) -> e != null).join())
                .toList();
        assertThat(taken).hasSize(1);
        assertThatThrownBy(taken.getFirst()::join)
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThat(stored()).containsExactly("a", "b", "first", "taken");
    }

    @Test
    @DisplayName("提交时失败，不知道写没写成：全组都得知失败，谁也不重写")
    void nothingIsWrittenAgainAfterTheCommitFailed() {
        var answers = comeWhileBusy(List.of("a@1", "b@1"));
        assertThat(answers)
                .allSatisfy(answer -> assertThatThrownBy(answer::join).isInstanceOf(CompletionException.class));
        assertThat(groups).hasSize(2);
        assertThat(stored()).containsExactly("first");
        take("c");
        assertThat(stored()).containsExactly("c", "first");
    }
}
