package gongkai.platform.casework;

import java.util.List;

/**
 * What a step would do, told before it is confirmed.
 *
 * @param barred why the law bars it, empty if it does not
 * @param before the state now
 * @param after the state then
 * @param lines what becomes of the terms, a sentence a line
 * @param letters the letters it makes
 */
public record StepEffect(String barred, String before, String after, List<String> lines, List<String> letters) {}
