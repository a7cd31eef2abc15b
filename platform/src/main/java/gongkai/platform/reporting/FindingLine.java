package gongkai.platform.reporting;

import gongkai.platform.web.Tone;

/**
 * Something the rules say to a report.
 *
 * @param link where it is mended
 */
public record FindingLine(Tone tone, String severity, String rule, String message, String link, ReportPart part) {}
