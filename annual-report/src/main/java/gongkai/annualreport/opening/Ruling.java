package gongkai.annualreport.opening;

/**
 * A straight horizontal or vertical line on a page, in points from the page's top left corner.
 *
 * @param at the line's y if it is horizontal, its x if it is vertical
 * @param from where it begins: x if it is horizontal, y if it is vertical
 */
record Ruling(boolean horizontal, float at, float from, float to) {
    float length() {
        return to - from;
    }
}
