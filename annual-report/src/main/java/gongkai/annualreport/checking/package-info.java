/** The rules of an annual report, declared as data, and their findings. */
@NullMarked
package gongkai.annualreport.checking;

import org.jspecify.annotations.NullMarked;
