package gongkai.platform.request;

/**
 * A request was registered; see {@link DisclosureRequest#backfilled} before anything is sent. Told while it is being written: a listener
 * may insert, which is written with it, but finds nothing of it in the database yet.
 *
 * @param queryCode the code its applicant follows it with, which is told once and never stored
 */
public record RequestReceived(DisclosureRequest request, String queryCode) {}
