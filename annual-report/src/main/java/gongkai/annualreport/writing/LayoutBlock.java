package gongkai.annualreport.writing;

/** One thing on the page of the official layout, top to bottom. */
sealed interface LayoutBlock {
    /** The report's title, and the second one where there are two. */
    record Title(String text) implements LayoutBlock {}

    /** The line below the title that tells the day of publication. */
    record PublicationLine(String text) implements LayoutBlock {}

    /** The heading of one of the six sections. */
    record Heading(String text) implements LayoutBlock {}

    /** A line such as {@code （一）主动公开情况} that heads the paragraphs below it. */
    record SubHeading(String text) implements LayoutBlock {}

    record Paragraph(String text) implements LayoutBlock {}

    record Table(LayoutTable table) implements LayoutBlock {}

    /** A line of the signature: the organ, or the date. */
    record Signature(String text) implements LayoutBlock {}
}
