/** Word documents as letters need them: read and written safely, fields filled, printed as PDF. Knows nothing of letters. */
@NullMarked
package gongkai.platform.letter.docx;

import org.jspecify.annotations.NullMarked;
