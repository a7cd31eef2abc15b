package gongkai.platform.mail;

import java.util.List;

/**
 * A mail as it is kept.
 *
 * @param attachments the numbers of stored files
 */
record Message(String to, String subject, String text, List<String> attachments) {}
