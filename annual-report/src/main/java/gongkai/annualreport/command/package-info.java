/** The {@code report} command line. */
@NullMarked
package gongkai.annualreport.command;

import org.jspecify.annotations.NullMarked;
