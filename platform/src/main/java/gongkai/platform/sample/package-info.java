/** Sample organs and people, entered through the public services. */
@NullMarked
package gongkai.platform.sample;

import org.jspecify.annotations.NullMarked;
