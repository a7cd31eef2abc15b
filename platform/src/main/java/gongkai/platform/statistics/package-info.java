/** Figures of any period and of any organs one may see: tables 3 and 4, time to answer, grounds, channels, applicants; each leads to its cases. */
@NullMarked
package gongkai.platform.statistics;

import org.jspecify.annotations.NullMarked;
