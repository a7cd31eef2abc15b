/** Writes a report in the official layout; one description of the layout serves every kind of file. */
@NullMarked
package gongkai.annualreport.writing;

import org.jspecify.annotations.NullMarked;
