package gongkai.platform.review;

/** A version of a draft, with the letter it would be. */
public record VersionPage(CaseHead head, AnswerPages.Shown shown, AnswerPages.LetterShown letter) {}
