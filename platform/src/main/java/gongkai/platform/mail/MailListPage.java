package gongkai.platform.mail;

import java.time.OffsetDateTime;
import java.util.List;

/** Mail that was not sent. */
public record MailListPage(boolean enabled, List<Line> mails) {
    /** One mail, without address and text. */
    public record Line(long id, String about, Mails.State state, int attempts, String problem, OffsetDateTime addedAt) {
        public boolean dead() {
            return state == Mails.State.DEAD;
        }
    }
}
