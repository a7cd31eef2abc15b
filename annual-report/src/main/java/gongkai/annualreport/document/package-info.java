/** A document as a person sees it, whatever kind of file it came from: paragraphs, grids and pictures, top to bottom. */
@NullMarked
package gongkai.annualreport.document;

import org.jspecify.annotations.NullMarked;
