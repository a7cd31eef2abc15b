package gongkai.platform.organ;

import java.util.List;

/** What becomes of a change that was asked for: it is done, or nothing is stored and the reasons are told. */
public sealed interface Ruling {
    /** It is done, to that organ. */
    record Done(OrganId organ) implements Ruling {}

    /** It cannot be done. */
    record Barred(List<Objection> objections) implements Ruling {
        /** The reasons in one Chinese sentence. */
        public String reasons() {
            return String.join("；", objections.stream().map(Objection::reason).toList());
        }
    }

    /**
     * One reason against a change.
     *
     * @param field the field of the form or file it belongs to, for example {@code parent}; empty for the whole
     * @param reason in Chinese, with the article where the law says so
     */
    record Objection(String field, String reason) {
        static Objection of(String reason) {
            return new Objection("", reason);
        }
    }

    /** @throws IllegalStateException when it is barred; for callers who cannot be refused, such as the sample data */
    default OrganId orThrow() {
        return switch (this) {
            case Done done -> done.organ();
            case Barred barred -> throw new IllegalStateException(barred.reasons());
        };
    }
}
