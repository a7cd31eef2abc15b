/** Many reports of one year into one, and two reports side by side. */
@NullMarked
package gongkai.annualreport.merging;

import org.jspecify.annotations.NullMarked;
