package gongkai.platform.letter;

import gongkai.platform.letter.docx.Pages;
import gongkai.platform.letter.docx.UnusableWordFileException;
import gongkai.platform.letter.docx.WordFile;

/** Word documents as PDF, without any other program. Text, tables, pictures, automatic numbers and notes are kept; what floats stands in the text. */
public final class PrintedDocx {
    private PrintedDocx() {}

    /** The file is no Word document that can be printed; the message is Chinese, for the person. */
    public static final class UnprintableException extends Exception {
        private static final long serialVersionUID = 1;

        UnprintableException(String reason) {
            super(reason);
        }
    }

    /**
     * The document as a tagged PDF with its fonts inside.
     *
     * @param title the title the PDF tells of itself
     */
    public static byte[] pdf(byte[] docx, String title) throws UnprintableException {
        try {
            return Pages.pdf(WordFile.read(docx), title);
        } catch (UnusableWordFileException e) {
            throw new UnprintableException(e.reason());
        }
    }
}
