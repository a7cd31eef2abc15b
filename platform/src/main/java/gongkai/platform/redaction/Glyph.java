package gongkai.platform.redaction;

/**
 * A piece of text on a page, usually one character.
 *
 * @param left its box, in fractions of the page as it is shown, from the upper left corner
 */
record Glyph(String text, double left, double top, double right, double bottom) {}
