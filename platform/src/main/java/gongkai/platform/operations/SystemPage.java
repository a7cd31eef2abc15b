package gongkai.platform.operations;

import java.util.List;

/** What the page about the system shows. */
public record SystemPage(List<Fact> facts) {
    /** One line of it. */
    public record Fact(String name, String value) {}
}
