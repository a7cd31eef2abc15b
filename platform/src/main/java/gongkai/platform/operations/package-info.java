/** Running the platform: commands, health, backup and restore, doctor. */
@NullMarked
package gongkai.platform.operations;

import org.jspecify.annotations.NullMarked;
