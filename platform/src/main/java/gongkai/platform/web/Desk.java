package gongkai.platform.web;

import java.util.List;

/** What a feature lays on the workbench (工作台) of whoever is signed in. */
public interface Desk {
    /** What they have to do. */
    default List<Task> tasks() {
        return List.of();
    }

    /** What they should know. */
    default List<Notice> notices() {
        return List.of();
    }

    /** Figures of the organ they act for. */
    default List<Figure> figures() {
        return List.of();
    }

    /**
     * Something to do.
     *
     * @param number the number of the case, empty if it has none
     * @param step what has to be done, in the words of the law, for example 答复
     * @param link where it is done
     * @param due until when, null if there is no term
     */
    record Task(
            String number,
            String title,
            String step,
            String link,
            @org.jspecify.annotations.Nullable Due due) {}

    /**
     * Something to know.
     *
     * @param link where to do something about it, empty if nothing can be done
     */
    record Notice(Tone tone, String text, String link) {}

    /**
     * A figure, which opens what it counts.
     *
     * @param value as shown, for example 46 or 97.8%（45/46）
     */
    record Figure(String name, String value, String link) {}
}
