/** Administrative organs (行政机关) and the tree they stand in, over time. Start at {@link gongkai.platform.organ.Organs}. */
@NullMarked
package gongkai.platform.organ;

import org.jspecify.annotations.NullMarked;
