/**
 * Mail the platform sends (电子邮件): an outbox in the database, emptied through SMTP with growing delay between attempts. Start at {@link
 * gongkai.platform.mail.Mails}. Without settings nothing is sent, and the screens say so.
 */
@NullMarked
package gongkai.platform.mail;

import org.jspecify.annotations.NullMarked;
