/**
 * Reminders of terms (期限提醒): confirmation due, three and one working days before each term, and what is overdue, told once each on the
 * workbench and by mail to whoever is charged with the case, the leaders, or the disclosure office.
 */
@NullMarked
package gongkai.platform.reminder;

import org.jspecify.annotations.NullMarked;
