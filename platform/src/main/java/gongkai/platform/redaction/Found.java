package gongkai.platform.redaction;

import java.util.List;

/**
 * Words found in a document.
 *
 * @param text what was found
 * @param context what stands around it
 * @param areas where it stands, one area for each line it runs over
 */
public record Found(int page, String text, String context, List<Area> areas) {}
