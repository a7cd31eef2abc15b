/** Stored files behind one interface. */
@NullMarked
package gongkai.platform.files;

import org.jspecify.annotations.NullMarked;
