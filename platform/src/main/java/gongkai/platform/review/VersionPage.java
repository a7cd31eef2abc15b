package gongkai.platform.review;

/** An earlier version of a draft. */
public record VersionPage(CaseHead head, AnswerPages.Shown shown) {}
