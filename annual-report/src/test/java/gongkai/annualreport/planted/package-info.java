/**
 * Files with known truth. A {@link gongkai.annualreport.planted.Draft} knows every figure it prints; deviations and errors are planted in
 * it one by one, and it is drawn in every kind of file by code that shares nothing with the reader, the writer or their label data.
 */
@NullMarked
package gongkai.annualreport.planted;

import org.jspecify.annotations.NullMarked;
