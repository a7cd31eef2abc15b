package gongkai.annualreport.planted;

import gongkai.annualreport.planted.Piece.Line;
import java.nio.charset.Charset;
import java.util.List;

/** Draws text files. */
final class TxtFile {
    private TxtFile() {}

    static byte[] draw(List<Piece> pieces, Charset charset, boolean mark, String lineEnd) {
        var text = new StringBuilder(mark ? "\ufeff" : "");
        for (var piece : pieces) {
            if (piece instanceof Line line) {
                text.append(line.text()).append(lineEnd);
                if (line.role() == Piece.Role.HEADING) {
                    text.append(lineEnd);
                }
            }
        }
        return text.toString().getBytes(charset);
    }
}
