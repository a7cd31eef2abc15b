/** The platform's application and its commands. */
@NullMarked
package gongkai.platform;

import org.jspecify.annotations.NullMarked;
