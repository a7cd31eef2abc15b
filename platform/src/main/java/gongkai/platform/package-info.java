/** The platform's application. So far it starts, shows one page, and says that it is well. */
@NullMarked
package gongkai.platform;

import org.jspecify.annotations.NullMarked;
