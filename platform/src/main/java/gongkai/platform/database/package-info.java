/** The PostgreSQL behind the platform: one it starts itself, or any other by its address. Knows no feature. */
@NullMarked
package gongkai.platform.database;

import org.jspecify.annotations.NullMarked;
