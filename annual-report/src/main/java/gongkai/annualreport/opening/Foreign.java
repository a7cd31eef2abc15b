package gongkai.annualreport.opening;

import java.util.List;
import java.util.Optional;

/** Files of kinds nobody can read a report from, told apart so that the person learns what was given. */
final class Foreign {
    private static final String PICTURE = "这是图片（%s），不是文档，无法读取其中的文字";
    private static final String VIDEO = "这是视频（%s），不是文档";
    private static final String AUDIO = "这是音频（%s），不是文档";
    private static final String PROGRAM = "这是可执行程序，不是文档";
    private static final String ARCHIVE = "这是压缩包（%s），请解压后再读取其中的文件";

    /** @param mark the bytes at {@code at}, one a character */
    private record Mark(int at, String mark, String sentence) {}

    private static final List<Mark> MARKS = List.of(
            new Mark(0, "\u0089PNG", PICTURE.formatted("png")),
            new Mark(0, "\u00FF\u00D8\u00FF", PICTURE.formatted("jpeg")),
            new Mark(0, "GIF8", PICTURE.formatted("gif")),
            new Mark(0, "II*\0", PICTURE.formatted("tiff")),
            new Mark(0, "MM\0*", PICTURE.formatted("tiff")),
            new Mark(8, "WEBP", PICTURE.formatted("webp")),
            new Mark(4, "ftypheic", PICTURE.formatted("heic")),
            new Mark(4, "ftypmif1", PICTURE.formatted("heic")),
            new Mark(4, "ftypavif", PICTURE.formatted("avif")),
            new Mark(4, "ftypM4A", AUDIO.formatted("m4a")),
            new Mark(4, "ftypqt", VIDEO.formatted("mov")),
            new Mark(4, "ftyp", VIDEO.formatted("mp4")),
            new Mark(4, "moov", VIDEO.formatted("mov")),
            new Mark(8, "AVI ", VIDEO.formatted("avi")),
            new Mark(8, "WAVE", AUDIO.formatted("wav")),
            new Mark(0, "\u001AE\u00DF\u00A3", VIDEO.formatted("mkv")),
            new Mark(0, "FLV\u0001", VIDEO.formatted("flv")),
            new Mark(0, "\u0030\u0026\u00B2\u0075\u008E\u0066\u00CF\u0011", VIDEO.formatted("wmv")),
            new Mark(0, "\0\0\u0001\u00BA", VIDEO.formatted("mpeg")),
            new Mark(0, "\0\0\u0001\u00B3", VIDEO.formatted("mpeg")),
            new Mark(0, "ID3", AUDIO.formatted("mp3")),
            new Mark(0, "OggS", AUDIO.formatted("ogg")),
            new Mark(0, "fLaC", AUDIO.formatted("flac")),
            new Mark(0, "\u007FELF", PROGRAM),
            new Mark(0, "\u00CA\u00FE\u00BA\u00BE", PROGRAM),
            new Mark(0, "\u00CF\u00FA\u00ED\u00FE", PROGRAM),
            new Mark(0, "\u00FE\u00ED\u00FA", PROGRAM),
            new Mark(0, "Rar!\u001A\u0007", ARCHIVE.formatted("rar")),
            new Mark(0, "7z\u00BC\u00AF\u0027\u001C", ARCHIVE.formatted("7z")),
            new Mark(0, "\u001F\u008B", ARCHIVE.formatted("gz")),
            new Mark(0, "BZh", ARCHIVE.formatted("bz2")),
            new Mark(0, "\u00FD7zXZ", ARCHIVE.formatted("xz")),
            new Mark(0, "(\u00B5/\u00FD", ARCHIVE.formatted("zst")),
            new Mark(257, "ustar", ARCHIVE.formatted("tar")));

    private Foreign() {}

    /** The sentence to tell about a file of such a kind. */
    static Optional<String> sentence(byte[] content) {
        for (var mark : MARKS) {
            if (Content.starts(content, mark.at(), mark.mark())) {
                return Optional.of(mark.sentence());
            }
        }
        if (Content.starts(content, 0, "MZ") && hasZero(content)) {
            return Optional.of(PROGRAM);
        }
        if (Content.starts(content, 0, "BM") && hasZero(content)) {
            return Optional.of(PICTURE.formatted("bmp"));
        }
        return Optional.empty();
    }

    /** Two letters may begin a text; a text has no zero byte near its start. */
    private static boolean hasZero(byte[] content) {
        for (var i = 0; i < Math.min(content.length, 64); i++) {
            if (content[i] == 0) {
                return true;
            }
        }
        return false;
    }
}
