/**
 * Reconsideration and litigation (复议诉讼) about disclosure: their register, kinds, results, terms, and table 4. Start at
 * {@link gongkai.platform.remedy.Remedies}; the law is in {@link gongkai.platform.remedy.RemedyTerms} and {@link
 * gongkai.platform.remedy.TableFour}.
 */
@NullMarked
package gongkai.platform.remedy;

import org.jspecify.annotations.NullMarked;
