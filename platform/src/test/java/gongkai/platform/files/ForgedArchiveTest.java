package gongkai.platform.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForgedArchiveTest {
    private static final int CENTRAL = 0x02014b50;
    private static final int SIZE_AT = 24;

    @Test
    void aBombThatSaysItIsSmallIsRefused(@TempDir Path directory) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.write("wordprocessingml.document.main+xml".getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            var nothing = new byte[1 << 20];
            for (int i = 0; i < 80; i++) {
                zip.write(nothing);
            }
        }
        var forged = ByteBuffer.wrap(bytes.toByteArray()).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < forged.limit() - SIZE_AT; i++) {
            if (forged.getInt(i) == CENTRAL) {
                forged.putInt(i + SIZE_AT, 1000);
            }
        }
        var file = Files.write(directory.resolve("bomb.docx"), forged.array());
        assertThat(ZipSniffing.sniff(file))
                .isInstanceOfSatisfying(
                        Sniffed.Refused.class, no -> assertThat(no.reason()).containsAnyOf("压缩炸弹", "已损坏"));
    }
}
