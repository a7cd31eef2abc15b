package gongkai.platform.casework;

/**
 * How a request came to the counter, beside what the law needs of it.
 *
 * @param idProof the identity paper that was shown or enclosed, empty for none
 * @param needsHelp the applicant has difficulty reading, seeing or hearing (第四十三条)
 * @param misroutedTo the division or person it was sent to by mistake, empty if it was not
 */
public record Intake(String idProof, boolean needsHelp, String misroutedTo, String remark) {}
