package gongkai.platform.personal;

/** An applicant's term has ended and what they said of themselves was erased. Whoever keeps more about them erases it in the same transaction. */
public record ApplicantAnonymised(ApplicantId id) {}
