package gongkai.annualreport.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourcesTest {
    @TempDir
    Path directory;

    @Test
    void takesADirectoryForItsFilesSortedByName() throws IOException {
        for (var name : List.of("b.docx", "a.txt", "洛阳 市.pdf", ".hidden", "~$b.docx", "c/2.txt", "c/1.txt")) {
            Files.createDirectories(directory.resolve(name).getParent());
            Files.writeString(directory.resolve(name), "x");
        }
        assertThat(Sources.of(List.of("" + directory)))
                .extracting(Source::name)
                .containsExactly(
                        directory + "/a.txt",
                        directory + "/b.docx",
                        directory + "/c/1.txt",
                        directory + "/c/2.txt",
                        directory + "/洛阳 市.pdf");
        assertThat(Sources.of(List.of(directory + "/")))
                .extracting(Source::name)
                .contains(directory + "/a.txt");
    }

    @Test
    void givesNothingForAnEmptyDirectory() {
        assertThat(Sources.of(List.of("" + directory))).isEmpty();
    }

    @Test
    void refusesWhatIsNoFile() throws IOException {
        var device = Files.createSymbolicLink(directory.resolve("a"), Path.of("/dev/zero"));
        var dangling = Files.createSymbolicLink(directory.resolve("b"), directory.resolve("gone"));
        var loop = Files.createSymbolicLink(directory.resolve("c"), directory);
        assertThat(Sources.of(List.of("/dev/null", "" + directory, "", "gone.docx", "bad\0name")))
                .extracting(Source::name, Source::refusal)
                .containsExactly(
                        tuple("/dev/null", "不是普通文件（管道、设备之类不读取）"),
                        tuple("" + device, "不是普通文件（管道、设备之类不读取）"),
                        tuple("" + dangling, "链接指向的文件不存在"),
                        tuple("" + loop, "是指向另一目录的链接，没有跟随"),
                        tuple("", "文件名为空"),
                        tuple("gone.docx", "文件不存在"),
                        tuple("bad\0name", "文件名无效"));
    }

    @Test
    void readsAFileThroughALink() throws IOException {
        var file = Files.writeString(directory.resolve("a.txt"), "x");
        var link = Files.createSymbolicLink(directory.resolve("b.txt"), file);
        assertThat(Sources.of(List.of("" + link)).getFirst().refusal()).isNull();
    }
}
