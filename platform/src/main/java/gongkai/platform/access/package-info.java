/** Who is acting and what they may do. One {@link gongkai.platform.access.Policy} decides. */
@NullMarked
package gongkai.platform.access;

import org.jspecify.annotations.NullMarked;
