/**
 * Letters of a case (文书): L01 to L21 from templates an organ can adapt, numbered when signed, kept as docx, PDF and OFD; their delivery with
 * its receipt, and the case file. Start at {@link gongkai.platform.letter.Letters}; {@link gongkai.platform.letter.PrintedDocx} prints any
 * Word document.
 */
@NullMarked
package gongkai.platform.letter;

import org.jspecify.annotations.NullMarked;
