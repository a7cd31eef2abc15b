/**
 * The secret keys of the platform and what is done with them. Keys live in files outside the database, so neither a stolen database nor a
 * stolen disk image of the other directory is enough. Start at {@link gongkai.platform.keys.Keys} and {@link gongkai.platform.keys.FieldCipher}.
 * Knows no feature.
 */
@NullMarked
package gongkai.platform.keys;

import org.jspecify.annotations.NullMarked;
