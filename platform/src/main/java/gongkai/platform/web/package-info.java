/** The frame of every page: layout, forms, lists, errors, the chain of security filters. Knows no feature. */
@NullMarked
package gongkai.platform.web;

import org.jspecify.annotations.NullMarked;
