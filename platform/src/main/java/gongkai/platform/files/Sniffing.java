package gongkai.platform.files;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/** Tells the kind of a file from its content: the bytes it begins with, and its structure where these are not enough. */
final class Sniffing {
    private static final int FRONT = 4_096;
    private static final int BACK = 4_096;
    private static final Pattern MARKUP = Pattern.compile(
            "\\s*(?:<!doctype|<html|<head|<body|<svg|<script|<iframe|<\\?xml|<\\?php|<!--|<xsl).*", Pattern.DOTALL);

    private static final Pattern PAGE = Pattern.compile(
            "\\s*(?:<\\?xml[^>]*>\\s*)?(?:<!--.*?-->\\s*)*(?:<!doctype\\s+html|<html|<head|<body|<div|<table|<p[ >]|<meta).*",
            Pattern.DOTALL);

    private Sniffing() {}

    static Sniffed sniff(Path file, String extension) throws IOException {
        byte[] front;
        try (var in = Files.newInputStream(file)) {
            front = in.readNBytes(FRONT);
        }
        if (front.length == 0) {
            return new Sniffed.Refused("文件是空的");
        }
        if (begins(front, "PK\u0003\u0004")) {
            return ZipSniffing.sniff(file);
        }
        if (begins(front, "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1")) {
            return OleSniffing.sniff(file);
        }
        if (begins(front, "%PDF-")) {
            return endsLikePdf(file)
                    ? new Sniffed.Found(FileKind.PDF)
                    : new Sniffed.Refused("PDF 文件不完整，可能没有传完，请重新导出后再传");
        }
        var picture = picture(front, Files.size(file));
        if (picture != null) {
            return new Sniffed.Found(picture);
        }
        var known = notTaken(front);
        return known.isEmpty() ? text(file, extension) : new Sniffed.Refused(known);
    }

    private static @org.jspecify.annotations.Nullable FileKind picture(byte[] front, long size) {
        if (begins(front, "\u00ff\u00d8\u00ff")) {
            return FileKind.JPG;
        }
        if (begins(front, "\u0089PNG\r\n\u001a\n") && at(front, 12, "IHDR")) {
            return FileKind.PNG;
        }
        if (begins(front, "II*\0") || begins(front, "MM\0*")) {
            return FileKind.TIF;
        }
        if (begins(front, "RIFF") && at(front, 8, "WEBP")) {
            return FileKind.WEBP;
        }
        if (begins(front, "BM") && front.length > 18) {
            long told = Integer.toUnsignedLong(ByteBuffer.wrap(front)
                    .order(java.nio.ByteOrder.LITTLE_ENDIAN)
                    .getInt(2));
            return told == size || told == 0 ? FileKind.BMP : null;
        }
        return null;
    }

    private static String notTaken(byte[] front) {
        if (begins(front, "MZ")
                || begins(front, "\u007fELF")
                || begins(front, "#!")
                || begins(front, "\u00ca\u00fe\u00ba\u00be")
                || begins(front, "\u00cf\u00fa\u00ed\u00fe")
                || begins(front, "L\0\0\0\u0001\u0014\u0002\0")) {
            return "不接收可执行程序和脚本";
        }
        if (begins(front, "Rar!")
                || begins(front, "7z\u00bc\u00af")
                || begins(front, "\u001f\u008b")
                || at(front, 257, "ustar")) {
            return "不接收压缩包，请解压后逐个上传";
        }
        if (begins(front, "{\\rtf")) {
            return "不接收 RTF 文件，请另存为 docx 或 PDF";
        }
        if (begins(front, "GIF8")) {
            return "不接收 GIF 图片，请另存为 PNG 或 JPG";
        }
        return "";
    }

    private static boolean endsLikePdf(Path file) throws IOException {
        try (var channel = Files.newByteChannel(file)) {
            channel.position(Math.max(0, channel.size() - BACK));
            var back = ByteBuffer.allocate(BACK);
            while (back.hasRemaining() && channel.read(back) >= 0) {}
            return new String(back.array(), 0, back.position(), StandardCharsets.ISO_8859_1).contains("%%EOF");
        }
    }

    /** A text is UTF-8 or GB 18030 throughout, without control characters, and is not a page in disguise. */
    private static Sniffed text(Path file, String extension) throws IOException {
        if (!isText(file, StandardCharsets.UTF_8) && !isText(file, Charset.forName("GB18030"))) {
            return new Sniffed.Refused("认不出这是什么文件，或这种文件不在接收范围内");
        }
        try (var in = Files.newInputStream(file)) {
            var start = new String(in.readNBytes(FRONT), StandardCharsets.UTF_8)
                    .replace("\ufeff", "")
                    .toLowerCase(Locale.ROOT);
            if (PAGE.matcher(start).matches() && FileKind.HTML.extensions().contains(extension)) {
                return new Sniffed.Found(FileKind.HTML);
            }
            if (MARKUP.matcher(start).matches()) {
                return new Sniffed.Refused("不接收网页、SVG 等带标记的文件");
            }
        }
        return new Sniffed.Found(
                switch (extension) {
                    case "csv" -> FileKind.CSV;
                    case "json" -> FileKind.JSON;
                    default -> FileKind.TXT;
                });
    }

    private static boolean isText(Path file, Charset charset) throws IOException {
        var decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        var buffer = new char[FRONT];
        try (var reader = new BufferedReader(new InputStreamReader(Files.newInputStream(file), decoder))) {
            for (int read = reader.read(buffer); read >= 0; read = reader.read(buffer)) {
                for (int i = 0; i < read; i++) {
                    if (buffer[i] < ' ' && "\t\r\n\f".indexOf(buffer[i]) < 0) {
                        return false;
                    }
                }
            }
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    static boolean begins(byte[] bytes, String latin) {
        return at(bytes, 0, latin);
    }

    static boolean at(byte[] bytes, int offset, String latin) {
        var wanted = latin.getBytes(StandardCharsets.ISO_8859_1);
        return bytes.length >= offset + wanted.length
                && Arrays.equals(bytes, offset, offset + wanted.length, wanted, 0, wanted.length);
    }
}
