/** Opens a file of any kind and gives the one picture of it that the recogniser reads. Knows file kinds, knows nothing of reports. */
@NullMarked
package gongkai.annualreport.opening;

import org.jspecify.annotations.NullMarked;
