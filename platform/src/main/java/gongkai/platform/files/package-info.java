/**
 * Stored files (文件): content by its hash in a directory, what is known about it in the database. A file's kind is told from what is in it,
 * never from its name. Start at {@link gongkai.platform.files.StoredFiles}; who may open a file says a feature through
 * {@link gongkai.platform.files.FileRights}. Knows no feature.
 */
@NullMarked
package gongkai.platform.files;

import org.jspecify.annotations.NullMarked;
