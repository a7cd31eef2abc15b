/**
 * Reconsideration and litigation (复议诉讼) about disclosure: their kinds, results, terms, and table 4. Pure so far; start at {@link
 * gongkai.platform.remedy.RemedyTerms} and {@link gongkai.platform.remedy.TableFour}.
 */
@NullMarked
package gongkai.platform.remedy;

import org.jspecify.annotations.NullMarked;
