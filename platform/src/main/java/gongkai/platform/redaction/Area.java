package gongkai.platform.redaction;

/**
 * A rectangle on a page, in fractions of the page as it is shown, from the upper left corner.
 *
 * @param page the page, from 1
 */
public record Area(int page, double left, double top, double right, double bottom) {}
