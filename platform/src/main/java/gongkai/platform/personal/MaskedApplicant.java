package gongkai.platform.personal;

/**
 * An applicant as lists and pages show them. What was not given, or has been erased, is empty.
 *
 * @param anonymised whether the term has ended and everything was erased
 */
public record MaskedApplicant(
        ApplicantId id,
        ApplicantKind kind,
        String name,
        String idNumber,
        String phone,
        String email,
        String address,
        boolean anonymised) {}
