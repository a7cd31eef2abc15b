package gongkai.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.TimeZone;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class AuditChainTest {
    private final AuditFixture audit = new AuditFixture();

    @Test
    void anUntouchedLogIsSound() {
        audit.write(20);
        var report = audit.verify();
        assertThat(report.findings()).isEmpty();
        assertThat(report.links()).isEqualTo(20);
        assertThat(report.pending()).isZero();
        assertThat(report.text()).contains("审计日志完整", "已核验 20 条", report.head());
    }

    @Test
    void anEmptyLogIsSound() {
        assertThat(audit.verify().sound()).isTrue();
    }

    @Test
    void aLineIsRolledBackWithWhatItTellsOf() {
        audit.transaction.executeWithoutResult(status -> {
            audit.write(1);
            status.setRollbackOnly();
        });
        assertThat(audit.verify().links()).isZero();
    }

    @Test
    void aLineWrittenApartStays() {
        audit.transaction.executeWithoutResult(status -> {
            audit.log.writeApart(AuditEntry.of("拒绝访问", "页面", "/office/audit"));
            status.setRollbackOnly();
        });
        assertThat(audit.verify().links()).isEqualTo(1);
    }

    @Test
    void aLineOfASlowTransactionIsLinkedWhenItIsCommitted() throws Exception {
        var written = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        try (var pool = Executors.newSingleThreadExecutor()) {
            var slow = pool.submit(() -> audit.transaction.executeWithoutResult(status -> {
                audit.log.write(AuditEntry.of("慢事务", "申请", "1"));
                written.countDown();
                await(goOn);
            }));
            await(written);
            audit.write(5);
            assertThat(audit.verify()).matches(AuditVerify.Report::sound).matches(report -> report.links() == 5);
            goOn.countDown();
            slow.get();
        }
        assertThat(audit.verify()).matches(AuditVerify.Report::sound).matches(report -> report.links() == 6);
        assertThat(audit.database
                        .sql("select e.action from audit.link l join audit.entry e on e.id = l.entry where l.seq = 6")
                        .query(String.class)
                        .single())
                .isEqualTo("慢事务");
    }

    @Test
    void writersAndSealersAtOnceMakeOneChain() throws Exception {
        try (var pool = Executors.newFixedThreadPool(6)) {
            for (int writer = 0; writer < 4; writer++) {
                pool.submit(() -> audit.write(100));
            }
            for (int sealer = 0; sealer < 2; sealer++) {
                pool.submit(() -> {
                    for (int i = 0; i < 30; i++) {
                        audit.seal();
                    }
                });
            }
        }
        var report = audit.verify();
        assertThat(report.findings()).isEmpty();
        assertThat(report.links()).isEqualTo(400);
    }

    @Test
    void whatCannotBeStoredIsMadeStorable() {
        audit.log.write(
                new WhoActs.Acting(null, "a\0b\ud800" + "长".repeat(5_000), "::1"),
                AuditEntry.of("登录失败", "账号", "𠮷'; drop table audit.entry; --"));
        assertThat(audit.verify().findings()).isEmpty();
        assertThat(audit.database
                        .sql("select length(login) from audit.entry")
                        .query(Integer.class)
                        .single())
                .isEqualTo(300);
    }

    @Test
    @DisplayName("规范内容与区域、时区无关")
    void verifiesInAnotherLocaleAndTimeZone() {
        audit.write(3);
        audit.seal();
        var locale = Locale.getDefault();
        var zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("America/St_Johns"));
            assertThat(audit.verify().findings()).isEmpty();
            audit.write(3);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
        assertThat(audit.verify().findings()).isEmpty();
    }

    @Test
    void theDatabaseRefusesToChangeTheLog() {
        audit.write(1);
        audit.seal();
        for (var statement : new String[] {
            "update audit.entry set detail = 'x'",
            "delete from audit.entry",
            "truncate audit.entry",
            "update audit.link set at = at",
            "delete from audit.link",
            "truncate audit.link",
            "truncate audit.head",
            "truncate audit.pending"
        }) {
            assertThatThrownBy(() -> audit.database.sql(statement).update())
                    .as(statement)
                    .hasMessageContaining("审计日志只能追加，不能修改或删除");
        }
    }

    @Nested
    @DisplayName("每一种篡改都被发现")
    class Tampering {
        private void linked(int lines) {
            audit.write(lines);
            audit.seal();
        }

        private long entry(int seq) {
            return audit.database
                    .sql("select entry from audit.link where seq = :seq")
                    .param("seq", seq)
                    .query(Long.class)
                    .single();
        }

        @Test
        void everyChangedColumn() {
            linked(12);
            var changes = new String[] {
                "at = at + interval '1 microsecond'",
                "person = 8",
                "login = '别人'",
                "address = '192.0.2.2'",
                "organ = 1",
                "action = '查看'",
                "subject_kind = '机构'",
                "subject = '别的'",
                "detail = null",
                "mac = '\\x00'",
                "key = 2"
            };
            for (int i = 0; i < changes.length; i++) {
                audit.tamper("update audit.entry set " + changes[i] + " where id = " + entry(i + 1));
            }
            var findings = String.join("\n", audit.verify().findings());
            for (int i = 0; i < changes.length; i++) {
                assertThat(findings).as(changes[i]).contains("链第 " + (i + 1) + " 号的日志");
            }
            assertThat(findings).contains("内容被改动").doesNotContain("链第 12 号的日志");
        }

        @Test
        void aRemovedLine() {
            linked(5);
            audit.tamper("delete from audit.entry where id = " + entry(3));
            assertThat(audit.verify().findings()).singleElement().asString().contains("链第 3 号", "记录被删除");
        }

        @Test
        void aLineRemovedWithItsLink() {
            linked(5);
            audit.tamper("delete from audit.entry where id = " + entry(3), "delete from audit.link where seq = 3");
            assertThat(audit.verify().findings()).containsExactly("链第 3 号缺失：有记录被删除");
        }

        @Test
        void aGapThatWasClosedByRenumbering() {
            linked(5);
            audit.tamper(
                    "delete from audit.entry where id = " + entry(3),
                    "delete from audit.link where seq = 3",
                    "update audit.link set seq = seq - 1 where seq > 3");
            assertThat(String.join("\n", audit.verify().findings())).contains("链第 3 号", "链尾被截去");
        }

        @Test
        void aLineRemovedBeforeItWasLinked() {
            audit.write(2);
            audit.tamper("delete from audit.entry where id = (select min(entry) from audit.pending)");
            assertThat(audit.verify().findings()).singleElement().asString().contains("在入链之前不见了：记录被删除");
        }

        @Test
        void aLineThatIsMarkedPendingAgainDoesNotStopTheChain() {
            linked(2);
            audit.tamper(
                    "insert into audit.pending select entry from audit.link", "insert into audit.pending values (5)");
            audit.write(2);
            audit.now.updateAndGet(now -> now.plus(Duration.ofHours(1)));
            var report = audit.verify();
            assertThat(report.links()).isEqualTo(4);
            assertThat(report.sound()).isFalse();
        }

        @Test
        void anInsertedLine() {
            linked(2);
            audit.tamper("""
                    insert into audit.entry (id, at, login, action, subject_kind, subject, key, mac)
                    select 900, at, '李四', '签发', '申请', '1', key, mac from audit.entry limit 1
                    """);
            assertThat(audit.verify().findings()).singleElement().asString().contains("#900", "绕过平台插入");
        }

        @Test
        void anInsertedLineThatThePlatformWasMadeToLink() {
            linked(2);
            audit.tamper(
                    "insert into audit.entry (id, at, login, action, subject_kind, subject, key, mac) "
                            + "select 900, at, '李四', '签发', '申请', '1', key, mac from audit.entry limit 1",
                    "insert into audit.pending values (900)");
            assertThat(audit.verify().findings()).singleElement().asString().contains("链第 3 号的日志 #900", "不是平台写入的");
        }

        @Test
        void aCopiedLine() {
            linked(2);
            audit.tamper(
                    "insert into audit.entry select 900, at, person, login, address, organ, action, subject_kind, subject, "
                            + "detail, key, mac from audit.entry where id = " + entry(1),
                    "insert into audit.pending values (900)");
            assertThat(audit.verify().findings()).singleElement().asString().contains("#900");
        }

        @Test
        void linesInAnotherOrder() {
            linked(6);
            audit.tamper(
                    "update audit.link set seq = 100 where seq = 2",
                    "update audit.link set seq = 2 where seq = 4",
                    "update audit.link set seq = 4 where seq = 100");
            assertThat(String.join("\n", audit.verify().findings())).contains("链第 2 号", "顺序被调换");
        }

        @Test
        void linesThatChangedPlacesBehindTheirLinks() {
            linked(6);
            long second = entry(2);
            long fourth = entry(4);
            audit.tamper(
                    "update audit.link set entry = -1 where seq = 2",
                    "update audit.link set entry = " + second + " where seq = 4",
                    "update audit.link set entry = " + fourth + " where seq = 2");
            assertThat(String.join("\n", audit.verify().findings())).contains("链第 2 号", "链第 4 号");
        }

        @Test
        void anEndCutOff() {
            linked(5);
            audit.tamper("delete from audit.entry where id = " + entry(5), "delete from audit.link where seq = 5");
            assertThat(audit.verify().findings()).containsExactly("链尾被截去：库外链尾文件记到第 5 号，库中只到第 4 号");
        }

        @Test
        void anEndCutOffAndGrownOverAgain() {
            linked(5);
            audit.tamper("delete from audit.entry where id = " + entry(5), "delete from audit.link where seq = 5");
            audit.write(3);
            assertThat(String.join("\n", audit.verify().findings())).contains("链第 5 号与库外链尾文件所记不同");
        }

        @Test
        void aLogEmptiedAltogether() {
            linked(5);
            audit.tamper("delete from audit.entry", "delete from audit.link");
            assertThat(audit.verify().sound()).isFalse();
        }

        @Test
        void aHeadFileThatWasRemovedOrWrittenByHand() throws Exception {
            linked(2);
            var file = audit.directory.resolve("audit/head");
            var text = Files.readString(file);
            Files.writeString(file, text.replace("seq=2", "seq=1"));
            assertThat(audit.verify().findings()).singleElement().asString().contains("链尾文件被改动或已损坏");
            Files.writeString(file, "");
            assertThat(audit.verify().sound()).isFalse();
            Files.writeString(file, text);
            assertThat(audit.verify().findings()).isEmpty();
        }

        @Test
        void anEndCutOffTogetherWithTheHeadFile() throws Exception {
            linked(5);
            audit.tamper("delete from audit.entry where id = " + entry(5), "delete from audit.link where seq = 5");
            Files.delete(audit.directory.resolve("audit/head"));
            assertThat(audit.verify().findings()).singleElement().asString().contains("缺少库外的链尾文件");
        }
    }

    @Nested
    @DisplayName("日签名")
    class DailyHeads {
        private void threeDays() {
            for (var day : new String[] {"2026-03-02T15:59:59Z", "2026-03-02T16:00:00Z", "2026-03-04T01:00:00Z"}) {
                audit.now.set(Instant.parse(day));
                audit.write(2);
                audit.seal();
            }
        }

        @Test
        @DisplayName("上海时间过了零点，前一日的链尾被签名")
        void signsEachFinishedDay() {
            threeDays();
            assertThat(audit.database
                            .sql("select day::text from audit.head order by day")
                            .query(String.class)
                            .list())
                    .containsExactly("2026-03-02", "2026-03-03");
            assertThat(audit.verify().findings()).isEmpty();
        }

        @Test
        void isSignedAlsoWhenNothingElseHappens() {
            audit.write(1);
            audit.seal();
            audit.now.updateAndGet(now -> now.plus(Duration.ofDays(1)));
            audit.seal();
            assertThat(audit.database
                            .sql("select count(*) from audit.head")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(1);
            assertThat(audit.verify().findings()).isEmpty();
        }

        @Test
        void aForgedSignatureIsFound() {
            threeDays();
            audit.tamper("update audit.head set signature = (select signature from audit.head where day = '2026-03-03')"
                    + " where day = '2026-03-02'");
            assertThat(audit.verify().findings()).singleElement().asString().contains("2026-03-02 的日签名不符");
        }

        @Test
        void aSignatureThatIsNoneIsFound() {
            threeDays();
            audit.tamper("update audit.head set signature = '\\x0102' where day = '2026-03-02'");
            assertThat(audit.verify().findings()).singleElement().asString().contains("日签名不符");
        }

        @Test
        void aRemovedSignatureIsFound() {
            threeDays();
            audit.tamper("delete from audit.head where day = '2026-03-02'");
            assertThat(audit.verify().findings()).containsExactly("2026-03-02 的日签名不见了：被删除");
        }

        @Test
        void aClockThatGoesBackDoesNotBreakTheChain() {
            threeDays();
            audit.now.set(Instant.parse("2026-03-01T00:00:00Z"));
            audit.write(2);
            assertThat(audit.verify().findings()).isEmpty();
        }
    }

    @Test
    void aLineThatStaysUnlinkedIsFound() {
        audit.write(1);
        audit.tamper("delete from audit.pending");
        assertThat(audit.verify().findings()).singleElement().asString().contains("不在链上");
    }

    @Test
    void aRestoredBackupIsAcceptedOnlyWhenSaid() throws Exception {
        audit.write(3);
        audit.seal();
        audit.tamper(
                "delete from audit.entry where id = (select entry from audit.link where seq = 3)",
                "delete from audit.link where seq = 3");
        assertThat(audit.verify().sound()).isFalse();
        try (var connection = audit.source.getConnection()) {
            audit.sealing().acceptAsRestored(connection);
        }
        assertThat(audit.verify().findings()).isEmpty();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
