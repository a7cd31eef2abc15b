/**
 * The disclosure log: answers to requests that are fit for everyone are published in one step, found by everyone, and taken back at once.
 * Start at {@link gongkai.platform.disclosures.Disclosures} to read, at {@link gongkai.platform.disclosures.Publishing} to publish.
 */
@NullMarked
package gongkai.platform.disclosures;

import org.jspecify.annotations.NullMarked;
