package gongkai.platform.audit;

import gongkai.platform.keys.Key;
import gongkai.platform.keys.KeyPurpose;
import gongkai.platform.keys.Keys;
import gongkai.platform.keys.KeysException;
import gongkai.platform.keys.Sm3;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The last link, kept outside the database: whoever cuts the end off the chain, or writes it anew, does not match it.
 */
final class HeadFile {
    private static final String NAME = "head";
    private static final Pattern FORM =
            Pattern.compile("seq=([0-9]{1,18})\nhash=([0-9a-f]{64})\nkey=([0-9]{1,6})\nmac=([0-9a-f]{64})\n");

    private final Path file;
    private final Keys keys;

    HeadFile(Path directory, Keys keys) {
        file = directory.resolve(NAME);
        this.keys = keys;
    }

    /** Where the chain ended when the file was last written. */
    record Head(long seq, byte[] hash) {}

    /** What it says; empty if there is no such file. @throws KeysException if it was altered or its key is not here */
    Optional<Head> read() {
        try {
            var form = FORM.matcher(Files.readString(file, StandardCharsets.US_ASCII));
            if (form.matches()) {
                long seq = Long.parseLong(form.group(1));
                var key = keys.get(KeyPurpose.AUDIT.prefix() + "-" + form.group(3));
                if (HexFormat.of().formatHex(mac(key, seq, form.group(2))).equals(form.group(4))) {
                    return Optional.of(new Head(seq, HexFormat.of().parseHex(form.group(2))));
                }
            }
            throw new KeysException("审计链尾文件被改动或已损坏：" + file);
        } catch (java.nio.file.NoSuchFileException e) {
            return Optional.empty();
        } catch (java.nio.charset.CharacterCodingException e) {
            throw new KeysException("审计链尾文件被改动或已损坏：" + file);
        } catch (IOException e) {
            throw new UncheckedIOException("审计链尾文件读不出来：" + file, e);
        }
    }

    void write(Link last) {
        var key = keys.current(KeyPurpose.AUDIT);
        var hash = HexFormat.of().formatHex(last.hash());
        var text = "seq=" + last.seq() + "\nhash=" + hash + "\nkey=" + key.number() + "\nmac="
                + HexFormat.of().formatHex(mac(key, last.seq(), hash)) + "\n";
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            var temporary = file.resolveSibling(
                    "." + NAME + "." + ProcessHandle.current().pid());
            try (var channel = FileChannel.open(
                    temporary,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.WRITE)) {
                channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)));
                channel.force(true);
            }
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("审计链尾文件写不进：" + file, e);
        }
    }

    Path path() {
        return file;
    }

    private static byte[] mac(Key key, long seq, String hash) {
        return Sm3.hmac(
                key.secret().bytes(), ("gongkai audit end\n" + seq + "\n" + hash).getBytes(StandardCharsets.US_ASCII));
    }
}
