/** Long work that survives a restart and can be left and found again. */
@NullMarked
package gongkai.platform.jobs;

import org.jspecify.annotations.NullMarked;
