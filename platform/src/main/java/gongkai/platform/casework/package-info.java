/** How officers handle requests (办件): lists, the page of a case, entering, assigning. Other features lend panels to the page of a case. */
@NullMarked
package gongkai.platform.casework;

import org.jspecify.annotations.NullMarked;
