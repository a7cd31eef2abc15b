package gongkai.annualreport;

/**
 * One part of a report as it stands.
 *
 * @param heading the heading line as written, white space aside, for example {@code 一、总体情况}
 * @param text the prose after the heading without the tables; paragraphs parted by {@code \n}
 */
public record Section(SectionKey key, String heading, String text) {}
