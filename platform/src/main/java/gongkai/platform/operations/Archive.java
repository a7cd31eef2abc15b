package gongkai.platform.operations;

import gongkai.platform.operations.Command.MisusedException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.HexFormat;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A backup file, found whole and unaltered before anything of it is used. */
final class Archive implements AutoCloseable {
    private final ZipFile zip;
    private final Manifest manifest;

    private Archive(ZipFile zip, Manifest manifest) {
        this.zip = zip;
        this.manifest = manifest;
    }

    /** @throws MisusedException when it is no backup, not whole, altered, or of a newer platform */
    static Archive open(Path file) throws MisusedException, IOException {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new MisusedException("备份文件不存在或不可读：" + file);
        }
        ZipFile zip;
        try {
            zip = new ZipFile(file.toFile());
        } catch (ZipException | EOFException e) {
            throw damaged(file, "不完整，或不是平台的备份文件");
        }
        try {
            var archive = new Archive(zip, manifest(zip, file));
            archive.verify(file);
            return archive;
        } catch (MisusedException | IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    Manifest manifest() {
        return manifest;
    }

    /** One of its parts. */
    InputStream part(String entry) throws IOException {
        return zip.getInputStream(zip.getEntry(entry));
    }

    private static Manifest manifest(ZipFile zip, Path file) throws MisusedException, IOException {
        var entry = zip.getEntry(Manifest.NAME);
        if (entry == null) {
            throw damaged(file, "不是平台的备份文件");
        }
        var page = zip.getInputStream(entry).readAllBytes();
        if (!HexFormat.of().formatHex(Sums.sha256().digest(page)).equals(zip.getComment())) {
            throw damaged(file, "清单与校验值不符");
        }
        try {
            var manifest = JsonMapper.builder().build().readValue(page, Manifest.class);
            if (manifest.format() > Manifest.FORMAT) {
                throw new MisusedException("备份由较新版本的平台做出，请使用较新版本恢复：" + file);
            }
            return manifest;
        } catch (JacksonException e) {
            throw damaged(file, "清单读不出来");
        }
    }

    private void verify(Path file) throws MisusedException {
        for (var table : manifest.tables()) {
            require(table.entry(), table.sha256(), file);
        }
        for (var stored : manifest.files()) {
            require(stored.entry(), stored.sha256(), file);
            if (!Backup.DIRECTORIES.contains(Path.of(stored.entry()).getName(0).toString())
                    || stored.entry().contains("..")) {
                throw damaged(file, "其中的文件 " + stored.entry() + " 不在允许的目录中");
            }
        }
    }

    private void require(String entry, String sum, Path file) throws MisusedException {
        if (!sum.equals(sum(entry))) {
            throw damaged(file, "其中的 " + entry + " 缺失或与校验值不符");
        }
    }

    private @Nullable String sum(String entry) {
        var found = zip.getEntry(entry);
        if (found == null) {
            return null;
        }
        try (var in = new DigestInputStream(zip.getInputStream(found), Sums.sha256())) {
            in.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        } catch (IOException e) {
            return null;
        }
    }

    private static MisusedException damaged(Path file, String why) {
        return new MisusedException("备份文件不能使用：" + file + "（" + why + "）。没有恢复任何内容");
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
