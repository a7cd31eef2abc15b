package gongkai.platform.request;

/**
 * A request was registered; see {@link DisclosureRequest#backfilled} before anything is sent. Told in the same transaction.
 *
 * @param queryCode the code its applicant follows it with, which is told once and never stored
 */
public record RequestReceived(DisclosureRequest request, String queryCode) {}
