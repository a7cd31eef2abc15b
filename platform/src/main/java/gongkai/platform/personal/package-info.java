/**
 * Personal data of applicants (个人信息): sealed in the database, found by exact match, shown masked, in the clear only for a reason that is
 * logged, and erased when their term ends (《个人信息保护法》第十九条、第四十七条、第五十一条). Start at
 * {@link gongkai.platform.personal.Applicants}.
 */
@NullMarked
package gongkai.platform.personal;

import org.jspecify.annotations.NullMarked;
