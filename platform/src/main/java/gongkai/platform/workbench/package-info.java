/** The first page of the back office (工作台): what waits for whom. */
@NullMarked
package gongkai.platform.workbench;

import org.jspecify.annotations.NullMarked;
