package gongkai.platform.casework;

/** One attempt to reach the applicant: when, by which way, with what result, and who wrote it down. */
public record ContactLine(String at, String way, String result, String remark, String by, String recordedAt) {}
