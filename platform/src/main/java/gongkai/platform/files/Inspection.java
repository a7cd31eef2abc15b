package gongkai.platform.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether a file that somebody hands in is taken. */
final class Inspection {
    private static final Logger LOG = LoggerFactory.getLogger(Inspection.class);
    private static final int BUFFER = 64 * 1024;
    private static final long MEGABYTE = 1024L * 1024;

    private final FileSettings settings;

    Inspection(FileSettings settings) {
        this.settings = settings;
    }

    /** Copies the upload to that place; the reason if it is too large, else empty. */
    String gather(Upload upload, Path staged) throws IOException {
        long most = settings.maxBytes(upload.purpose());
        long size = 0;
        try (OutputStream out = Files.newOutputStream(staged)) {
            InputStream in = upload.content();
            var buffer = new byte[BUFFER];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                size += read;
                if (size > most) {
                    return "文件超过 " + most / MEGABYTE + " MB（" + upload.purpose().chinese() + "的上限）";
                }
                out.write(buffer, 0, read);
            }
        }
        return "";
    }

    /** Looks into it: kind, ending, viruses. */
    Sniffed look(Path staged, String name, FilePurpose purpose) throws IOException {
        var extension = FileName.extension(name);
        var sniffed = Sniffing.sniff(staged, extension);
        if (!(sniffed instanceof Sniffed.Found found)) {
            return sniffed;
        }
        var kind = found.kind();
        if (!kind.extensions().contains(extension)) {
            return new Sniffed.Refused("文件名与内容不符：内容是" + kind.chinese() + "，文件名的后缀应为 "
                    + kind.extensions().stream().sorted().collect(Collectors.joining(" 或 ")));
        }
        if (!purpose.kinds().contains(kind)) {
            return new Sniffed.Refused(purpose.chinese() + "不接收" + kind.chinese() + "，可用："
                    + purpose.kinds().stream().sorted().map(FileKind::chinese).collect(Collectors.joining("、")));
        }
        return scanned(staged, found);
    }

    private Sniffed scanned(Path staged, Sniffed.Found found) {
        if (settings.clamd().isBlank()) {
            return found;
        }
        try {
            var virus = new Clamd(settings.clamd(), Duration.ofSeconds(settings.clamdSeconds())).virus(staged);
            if (virus.isPresent()) {
                LOG.warn("an upload was refused: {}", virus.get());
                return new Sniffed.Refused("文件带有病毒（" + virus.get() + "），没有保存");
            }
            return found;
        } catch (IOException | RuntimeException e) {
            // What was not scanned is not taken: the one who wants scanning wants all of it.
            LOG.error("病毒扫描服务 {} 不可用", settings.clamd(), e);
            return new Sniffed.Refused("病毒扫描暂不可用，文件没有保存，请稍后再传");
        }
    }
}
