/** Recognises the annual report in a document: sections, tables, figures, and what was doubtful about them. */
@NullMarked
package gongkai.annualreport.reading;

import org.jspecify.annotations.NullMarked;
