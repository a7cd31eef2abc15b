/** The command line {@code ./gongkai report}: its words, its output for people and for programs, its exit statuses. */
@NullMarked
package gongkai.annualreport.command;

import org.jspecify.annotations.NullMarked;
