/** Everything the public sees. */
@NullMarked
package gongkai.platform.portal;

import org.jspecify.annotations.NullMarked;
