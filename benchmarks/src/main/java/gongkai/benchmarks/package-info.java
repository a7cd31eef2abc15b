/** Speed and memory of the library against floors measured in the same run, so that the machine does not matter. */
@NullMarked
package gongkai.benchmarks;

import org.jspecify.annotations.NullMarked;
