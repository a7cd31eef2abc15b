package gongkai.annualreport.opening;

import gongkai.annualreport.UnreadableFileException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Turns bytes into text. A byte order mark decides; else what is valid UTF-8 is UTF-8, for Chinese text in any other encoding never
 * is; else the candidate that gives the most familiar characters wins. What a page declares is only heard where the bytes leave a
 * choice, because declarations are often wrong.
 */
final class PlainText {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final Charset BIG5 = Charset.forName("Big5");
    private static final Charset UTF_32LE = Charset.forName("UTF-32LE");
    private static final Charset UTF_32BE = Charset.forName("UTF-32BE");
    private static final char MALFORMED = '\uFFFD';

    /** Characters no Chinese office text does without, and which no wrong decoding is full of. */
    private static final String FAMILIAR = "0123456789\t\n\r ，。、：（）　的一二三四五六年月日政府信息公开工作报告情况行法和不本机关件数申请人理其他主动处理项规定\u00A0";

    private static final boolean[] IS_FAMILIAR = familiar();

    private PlainText() {}

    /** The text, without byte order mark. */
    static String decode(byte[] content) throws UnreadableFileException {
        if (startsWith(content, 0xEF, 0xBB, 0xBF)) {
            return checked(new String(content, 3, content.length - 3, StandardCharsets.UTF_8));
        }
        if (startsWith(content, 0xFF, 0xFE, 0, 0)) {
            return checked(new String(content, 4, content.length - 4, UTF_32LE));
        }
        if (startsWith(content, 0, 0, 0xFE, 0xFF)) {
            return checked(new String(content, 4, content.length - 4, UTF_32BE));
        }
        if (startsWith(content, 0xFF, 0xFE)) {
            return checked(new String(content, 2, content.length - 2, StandardCharsets.UTF_16LE));
        }
        if (startsWith(content, 0xFE, 0xFF)) {
            return checked(new String(content, 2, content.length - 2, StandardCharsets.UTF_16BE));
        }
        if (startsWith(content, 0x84, 0x31, 0x95, 0x33)) {
            return checked(new String(content, 4, content.length - 4, GB18030));
        }
        return withoutMark(content);
    }

    private static String withoutMark(byte[] content) throws UnreadableFileException {
        var utf8 = new String(content, StandardCharsets.UTF_8);
        var zeros = utf8.indexOf('\0') >= 0;
        var malformed = count(utf8, MALFORMED);
        if (!zeros && (malformed == 0 || isMostlySound(utf8, malformed))) {
            return checked(utf8);
        }
        if (zeros && malformed == 0 && count(utf8, '\0') * 20 < utf8.length()) {
            // A few stray zero bytes in sound UTF-8; UTF-16 would have them everywhere
            return checked(utf8.replace("\0", ""));
        }
        var best = declaresBig5(content) ? new String(content, BIG5) : new String(content, GB18030);
        var share = familiarShare(best);
        for (var candidate : new Charset[] {StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE}) {
            var text = new String(content, candidate);
            var itsShare = familiarShare(text);
            if (itsShare > share) {
                best = text;
                share = itsShare;
            }
        }
        return checked(best);
    }

    /** UTF-8 in which a copying programme broke a character or two: in other encodings hardly any character would come out whole. */
    private static boolean isMostlySound(String utf8, int malformed) {
        var sound = 0;
        for (var i = 0; i < utf8.length(); i++) {
            if (utf8.charAt(i) >= 0x2000 && utf8.charAt(i) != MALFORMED) {
                sound++;
            }
        }
        return sound > 20 * malformed;
    }

    /** Text, not rubbish: hardly any control or undecodable characters. */
    private static String checked(String text) throws UnreadableFileException {
        var odd = 0;
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != 0x0B && c != 0x1A
                    || c == MALFORMED) {
                odd++;
            }
        }
        if (odd * 50L > text.length() + 200L) {
            throw new UnreadableFileException("不认识的文件类型，支持 docx、doc、pdf、ofd、html、txt、xlsx 和 json");
        }
        return text;
    }

    private static double familiarShare(String text) {
        if (text.isEmpty()) {
            return 0;
        }
        var familiar = 0;
        for (var i = 0; i < text.length(); i++) {
            if (IS_FAMILIAR[text.charAt(i)]) {
                familiar++;
            }
        }
        return (double) familiar / text.length();
    }

    private static boolean declaresBig5(byte[] content) {
        var start = new String(content, 0, Math.min(content.length, 2048), StandardCharsets.ISO_8859_1);
        return start.toLowerCase(Locale.ROOT).contains("charset=big5");
    }

    private static int count(String text, char wanted) {
        var count = 0;
        for (var at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
            count++;
        }
        return count;
    }

    private static boolean startsWith(byte[] content, int... start) {
        if (content.length < start.length) {
            return false;
        }
        for (var i = 0; i < start.length; i++) {
            if ((content[i] & 0xff) != start[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean[] familiar() {
        var familiar = new boolean[0x10000];
        FAMILIAR.chars().forEach(c -> familiar[c] = true);
        return familiar;
    }
}
