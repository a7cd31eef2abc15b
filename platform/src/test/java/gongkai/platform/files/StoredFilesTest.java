package gongkai.platform.files;

import static gongkai.platform.files.FileSamples.JPG;
import static gongkai.platform.files.FileSamples.PDF;
import static gongkai.platform.files.FileSamples.PNG;
import static gongkai.platform.files.FileSamples.latin;
import static gongkai.platform.files.FileSamples.office;
import static gongkai.platform.files.FileSamples.ole;
import static gongkai.platform.files.FileSamples.utf8;
import static gongkai.platform.files.FileSamples.zip;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import gongkai.platform.audit.AuditFixture;
import gongkai.platform.files.FileRights.Decision;
import gongkai.platform.keys.KeyRotation;
import gongkai.platform.web.Page;
import gongkai.platform.web.Refusal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

class StoredFilesTest {
    private static AuditFixture fixture;
    private static Path directory;
    private static StoredFiles files;

    @BeforeAll
    static void start() {
        fixture = new AuditFixture();
        directory = fixture.directory.resolve("files");
        files = files(new FileSettings(Map.of(), "", 60));
    }

    @Test
    @DisplayName("每种文件按内容识别")
    void tellsKindsFromContent() {
        assertThat(kindOf("a.pdf", PDF)).isEqualTo(FileKind.PDF);
        assertThat(kindOf("A.PNG", PNG)).isEqualTo(FileKind.PNG);
        assertThat(kindOf("a.jpeg", JPG)).isEqualTo(FileKind.JPG);
        assertThat(kindOf("a.tif", latin("II*\0\0\0\0\0"))).isEqualTo(FileKind.TIF);
        assertThat(kindOf("a.webp", latin("RIFF\0\0\0\0WEBPVP8 "))).isEqualTo(FileKind.WEBP);
        assertThat(kindOf(
                        "a.bmp",
                        latin("BM\u001a\0\0\0\0\0\0\0\u001a\0\0\0\u000c\0\0\0\u0001\0\u0001\0\u0001\0\u0018\0")))
                .isEqualTo(FileKind.BMP);
        assertThat(kindOf("a.ofd", zip("OFD.xml", "<ofd/>"))).isEqualTo(FileKind.OFD);
        assertThat(kindOf("a.docx", office("wordprocessingml.document"))).isEqualTo(FileKind.DOCX);
        assertThat(kindOf("a.wps", office("wordprocessingml.document"))).isEqualTo(FileKind.DOCX);
        assertThat(kindOf("a.xlsx", office("spreadsheetml.sheet"))).isEqualTo(FileKind.XLSX);
        assertThat(kindOf("a.pptx", office("presentationml.presentation"))).isEqualTo(FileKind.PPTX);
        assertThat(kindOf("a.doc", ole("WordDocument"))).isEqualTo(FileKind.DOC);
        assertThat(kindOf("a.wps", ole("WordDocument"))).isEqualTo(FileKind.DOC);
        assertThat(kindOf("a.xls", ole("Workbook"))).isEqualTo(FileKind.XLS);
        assertThat(kindOf("a.txt", utf8("\ufeff申请内容：𠮷\r\n"))).isEqualTo(FileKind.TXT);
        assertThat(kindOf("a.txt", "依申请公开".getBytes(java.nio.charset.Charset.forName("GB18030"))))
                .isEqualTo(FileKind.TXT);
        assertThat(kindOf("a.csv", utf8("机构,数量\n"))).isEqualTo(FileKind.CSV);
    }

    @Test
    @DisplayName("不该收的一律拒绝，并说明原因")
    void refusesWhatMustNotComeIn() {
        assertThat(refusal("a.pdf", new byte[0])).contains("空的");
        assertThat(refusal("a.pdf", latin("%PDF-1.7\n1 0 obj"))).contains("不完整");
        assertThat(refusal("a.pdf", PNG)).contains("内容是PNG 图片", "后缀应为 png");
        assertThat(refusal("a.pdf.exe", PDF)).contains("后缀应为 pdf");
        assertThat(refusal("a", PDF)).contains("后缀应为 pdf");
        assertThat(refusal("a.txt", latin("MZ\u0090\0"))).contains("可执行程序");
        assertThat(refusal("a.txt", latin("\u007fELF"))).contains("可执行程序");
        assertThat(refusal("a.txt", utf8("#!/bin/sh\nrm -rf /"))).contains("可执行程序和脚本");
        for (var page : List.of(
                "<!DOCTYPE html><script>alert(1)</script>",
                " \n<HTML>",
                "<svg onload='x'>",
                "<?xml version='1.0'?><svg/>",
                "\ufeff<script>")) {
            assertThat(refusal("a.txt", utf8(page))).as(page).contains("网页");
        }
        assertThat(refusal("a.zip", zip("a.txt", "x"))).contains("压缩包");
        assertThat(refusal("a.docx", office("wordprocessingml.document", "word/vbaProject.bin", "x")))
                .contains("宏");
        assertThat(refusal(
                        "a.docx", zip("[Content_Types].xml", "application/vnd.ms-word.document.macroEnabled.main+xml")))
                .contains("宏");
        assertThat(refusal("a.xlsx", office("spreadsheetml.sheet", "xl/macrosheets/sheet1.xml", "x")))
                .contains("宏");
        assertThat(refusal("a.doc", ole("WordDocument", "Macros/VBA"))).contains("宏");
        assertThat(refusal("a.xls", ole("Workbook", "_VBA_PROJECT_CUR/x"))).contains("宏");
        assertThat(refusal(
                        "a.docx",
                        office(
                                "wordprocessingml.document",
                                "word/_rels/settings.xml.rels",
                                "<Relationship Type=\".../attachedTemplate\" TargetMode=\"External\"/>")))
                .contains("外部模板");
        assertThat(refusal("a.doc", Arrays.copyOf(ole("WordDocument"), 600))).contains("已损坏");
        assertThat(refusal("a.docx", Arrays.copyOf(office("wordprocessingml.document"), 60)))
                .contains("已损坏");
        assertThat(refusal("a.txt", new byte[] {1, 2, 3, 0})).contains("认不出");
        assertThat(refusal("a.rtf", utf8("{\\rtf1}"))).contains("RTF");
        assertThat(refusal("a.gif", utf8("GIF89a"))).contains("GIF");
    }

    @Test
    @DisplayName("打开时会自动去取外部内容、启动其他程序的文档不收；读者自己点的链接不算")
    void refusesDocumentsThatReachOutByThemselves() {
        for (var type : List.of("attachedTemplate", "image", "oleObject", "frame", "subDocument")) {
            assertThat(refusal("a.docx", related("word/_rels/document.xml.rels", type)))
                    .as(type)
                    .contains(type.equals("attachedTemplate") ? "外部模板" : "自动去取", "另存为 PDF");
        }
        assertThat(
                        refusal(
                                "a.docx",
                                office(
                                        "wordprocessingml.document",
                                        "word/_rels/header1.xml.rels",
                                        "<r:Relationships xmlns:r='x'><r:Relationship TargetMode='&#69;xternal' Type='a/image'/></r:Relationships>")))
                .contains("自动去取");
        for (var field : List.of(
                "<w:fldSimple w:instr=' DDEAUTO c:\\x \"\"'/>",
                "<w:instrText> dde</w:instrText>",
                "<w:fldChar w:fldCharType='begin'/><w:instrText> DD</w:instrText><w:fldChar w:fldCharType='begin'/>"
                        + "<w:instrText>QUOTE 1</w:instrText><w:fldChar w:fldCharType='end'/><w:instrText>EAUTO c:\\x</w:instrText>")) {
            assertThat(refusal("a.docx", office("wordprocessingml.document", "word/document.xml", word(field))))
                    .as(field)
                    .contains("DDE");
        }
        assertThat(refusal(
                        "a.xlsx",
                        office("spreadsheetml.sheet", "xl/externalLinks/externalLink1.xml", "<x><ddeLink/></x>")))
                .contains("DDE");
        assertThat(refusal("a.docx", office("wordprocessingml.document", "word/document.xml", "<w:document")))
                .contains("已损坏");
        assertThat(kindOf("a.docx", related("word/_rels/document.xml.rels", "hyperlink")))
                .isEqualTo(FileKind.DOCX);
        assertThat(kindOf(
                        "a.docx",
                        office(
                                "wordprocessingml.document",
                                "word/document.xml",
                                word("<w:t>DDE</w:t><w:instrText>DDENOTE</w:instrText>"))))
                .isEqualTo(FileKind.DOCX);
    }

    private static byte[] related(String part, String type) {
        return office(
                "wordprocessingml.document",
                part,
                "<Relationships><Relationship Type=\"http://schemas/" + type
                        + "\" Target=\"http://example.cn/x\" TargetMode=\"External\"/></Relationships>");
    }

    private static String word(String body) {
        return "<w:document xmlns:w='w'>" + body + "</w:document>";
    }

    @Test
    @DisplayName("压缩炸弹不解开就拒绝")
    void refusesAnArchiveThatWouldBurst() {
        assertThat(refusal("a.docx", office("wordprocessingml.document", "word/x.xml", "0".repeat(60 << 20))))
                .contains("压缩炸弹");
        var many = new String[50_000];
        for (int i = 0; i < many.length; i += 2) {
            many[i] = "p" + i;
            many[i + 1] = "";
        }
        assertThat(refusal("a.docx", office("wordprocessingml.document", many))).contains("部分过多");
    }

    @Test
    void neverFailsOnBrokenBytes() {
        var random = new Random(7);
        for (var good : List.of(PDF, PNG, ole("WordDocument"), office("spreadsheetml.sheet"), zip("OFD.xml", "x"))) {
            for (int i = 0; i < 60; i++) {
                var broken = good.clone();
                for (int j = 0; j < 5; j++) {
                    broken[random.nextInt(broken.length)] = (byte) random.nextInt();
                }
                assertThat(keep("a.pdf", broken, FilePurpose.CASE_MATERIAL)).isNotNull();
            }
        }
    }

    @Test
    void limitsSizeAndKindByPurpose() {
        assertThat(refusal("a.docx", office("wordprocessingml.document"), FilePurpose.IDENTITY_PAPER))
                .contains("身份证明不接收Word 文档", "PDF");
        var small = files(new FileSettings(Map.of(FilePurpose.LETTER, 1), "", 60));
        var big = Arrays.copyOf(PDF, (1 << 20) + 1);
        assertThat(small.keep(upload("a.pdf", big, FilePurpose.LETTER)))
                .isEqualTo(new Keeping.Refused("文件超过 1 MB（文书的上限）"));
    }

    @Test
    @DisplayName("相同内容只存一份，读出来一个字节不差")
    void storesTheSameContentOnce() throws Exception {
        var content = utf8("相同的内容 " + System.nanoTime());
        long before = stored();
        var one = kept("一.txt", content, FilePurpose.CASE_MATERIAL);
        var two = kept("二.txt", content, FilePurpose.CASE_MATERIAL);
        assertThat(stored()).isEqualTo(before + 1);
        try (var first = files.open(one.id());
                var second = files.open(two.id())) {
            assertThat(first.readAllBytes()).isEqualTo(content);
            assertThat(second.readAllBytes()).isEqualTo(content);
        }
        assertThat(staged()).isZero();
    }

    @Test
    void makesNamesHarmless() {
        assertThat(FileName.clean("C:\\桌面\\报告.pdf")).isEqualTo("报告.pdf");
        assertThat(FileName.clean("../../etc/passwd")).isEqualTo("passwd");
        assertThat(FileName.clean("报\u202egpj.告\r\nX: y.pdf")).isEqualTo("报gpj.告X y.pdf");
        assertThat(FileName.clean("...")).isEqualTo("未命名");
        assertThat(FileName.clean("𠮷".repeat(300) + ".pdf")).endsWith("….pdf").hasSizeLessThan(245);
        assertThat(FileName.extension("a.PDF")).isEqualTo("pdf");
    }

    @Test
    @DisplayName("身份证明连同文件名加密存放，改动一个字节就打不开")
    void encryptsIdentityPapers() throws Exception {
        var content = new byte[200_000];
        new Random(1).nextBytes(content);
        System.arraycopy(JPG, 0, content, 0, JPG.length);
        var paper = kept("张三身份证.jpg", content, FilePurpose.IDENTITY_PAPER);
        assertThat(paper.name()).isEqualTo("张三身份证.jpg");
        try (var in = files.open(paper.id())) {
            assertThat(in.readAllBytes()).isEqualTo(content);
        }
        assertThat(fixture.database
                        .sql("select f::text from files.file f where id = :id")
                        .param("id", paper.id().value())
                        .query(String.class)
                        .single())
                .doesNotContain("张三");
        var blob = blob(paper.id());
        var bytes = Files.readAllBytes(blob);
        assertThat(new String(bytes, StandardCharsets.ISO_8859_1)).doesNotContain("JFIF");
        for (int place : new int[] {0, 70_000, bytes.length - 1}) {
            bytes[place] ^= 1;
            Files.write(blob, bytes);
            assertThatThrownBy(() -> {
                        try (var in = files.open(paper.id())) {
                            in.readAllBytes();
                        }
                    })
                    .as("%d", place)
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("可能被篡改");
            bytes[place] ^= 1;
        }
        Files.write(blob, Arrays.copyOf(bytes, 65_552));
        assertThatThrownBy(() -> {
                    try (var in = files.open(paper.id())) {
                        in.readAllBytes();
                    }
                })
                .isInstanceOf(IOException.class);
        Files.write(blob, bytes);
        new KeyRotation(fixture.source, fixture.keys, StoredFiles.COLUMNS).rotate(Clock.systemUTC());
        try (var in = files.open(paper.id())) {
            in.skipNBytes(150_001);
            assertThat(in.readNBytes(10)).isEqualTo(Arrays.copyOfRange(content, 150_001, 150_011));
        }
    }

    @Test
    void everySizeOfSealedContentComesBack() throws Exception {
        var id = FileId.next();
        for (int size : new int[] {1, 65_535, 65_536, 65_537, 131_072}) {
            var clear = new byte[size];
            new Random(size).nextBytes(clear);
            var out = new ByteArrayOutputStream();
            var sealed = new SealedContent(new byte[SealedContent.KEY_BYTES], id);
            sealed.write(new ByteArrayInputStream(clear), out);
            var file = Files.write(directory.resolve("sealed"), out.toByteArray());
            try (var in = sealed.read(Files.newByteChannel(file), size)) {
                assertThat(in.readAllBytes()).isEqualTo(clear);
            }
        }
    }

    @Test
    @DisplayName("下载每次查权限，只作附件，不在页面内打开")
    void downloadsAsAnAttachmentForThoseWhoMay() throws Exception {
        var file = kept("关于𠮷某的 答复.txt", utf8("<b>不是网页</b> 0123456789"), FilePurpose.CASE_MATERIAL);
        var decision = new AtomicReference<>(Decision.ALLOWED);
        var web = web(decision);
        var answer = call(web, file.path(), null);
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getHeader("Content-Disposition"))
                .isEqualTo(
                        "attachment; filename=\"file.txt\"; filename*=UTF-8''%E5%85%B3%E4%BA%8E%F0%A0%AE%B7%E6%9F%90%E7%9A%84%20%E7%AD%94%E5%A4%8D.txt");
        assertThat(answer.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.getContentType()).isEqualTo("text/plain");
        assertThat(answer.getContentAsByteArray()).isEqualTo(utf8("<b>不是网页</b> 0123456789"));
        assertThat(logged(file)).contains("下载文件");

        var part = call(web, file.path(), "bytes=20-24");
        assertThat(part.getStatus()).isEqualTo(206);
        assertThat(part.getContentAsString()).isEqualTo("01234");
        assertThat(call(web, file.path(), "bytes=900-").getStatus()).isEqualTo(416);

        decision.set(Decision.REFUSED);
        assertThatThrownBy(() -> call(web, file.path(), null)).hasRootCauseInstanceOf(Refusal.class);
        assertThatThrownBy(() -> call(web, "/files/" + FileId.next(), null)).hasRootCauseInstanceOf(Refusal.class);
        assertThatThrownBy(() -> call(web, "/files/no-number", null)).hasRootCauseInstanceOf(Refusal.class);
    }

    @Test
    @DisplayName("身份证明须填理由才给，理由记入审计日志")
    void opensAnIdentityPaperForAReason() throws Exception {
        var paper = kept("证.png", PNG, FilePurpose.IDENTITY_PAPER);
        var controller = controller(new AtomicReference<>(Decision.ALLOWED));
        assertThat(controller.download(paper.id().toString())).isInstanceOf(Page.class);
        assertThat(controller.open(paper.id().toString(), " ")).isInstanceOf(Page.class);
        assertThat(logged(paper)).doesNotContain("查看身份证明");
        var answer = MockMvcBuilders.standaloneSetup(controller)
                .build()
                .perform(post(paper.path()).param("reason", "核对身份"))
                .andReturn()
                .getResponse();
        assertThat(answer.getContentAsByteArray()).isEqualTo(PNG);
        assertThat(logged(paper)).contains("查看身份证明 理由：核对身份");
    }

    @Test
    void sweepsContentThatNothingRefersTo() throws Exception {
        var gone = kept("gone.txt", utf8("gone " + System.nanoTime()), FilePurpose.CASE_MATERIAL);
        var stays = kept("stays.txt", utf8("stays " + System.nanoTime()), FilePurpose.CASE_MATERIAL);
        var sweep = new Sweep(fixture.database, new DirectoryFileStore(directory), fixture.clock);
        var goneBlob = blob(gone.id());
        var staysBlob = blob(stays.id());
        files.erase(gone.id(), "测试");
        assertThat(files.find(gone.id())).isEmpty();
        fixture.now.set(Instant.now());
        sweep.run();
        assertThat(goneBlob).exists();
        for (var blob : List.of(goneBlob, staysBlob)) {
            Files.setLastModifiedTime(blob, FileTime.from(Instant.now().minus(Duration.ofDays(2))));
        }
        assertThat(sweep.run()).isEqualTo(1);
        assertThat(goneBlob).doesNotExist();
        assertThat(staysBlob).exists();
    }

    @Test
    void erasesFilesWhoseTermHasEnded() {
        var file = kept("term.txt", utf8("term"), FilePurpose.CASE_MATERIAL);
        files.keepUntil(file.id(), LocalDate.now(fixture.clock).minusDays(1));
        assertThat(files.eraseEnded(10)).isEqualTo(1);
        assertThat(files.find(file.id())).isEmpty();
    }

    @Test
    @DisplayName("接上 clamd 时每个文件先查毒；查不了就不收")
    void asksTheVirusScanner() throws Exception {
        try (var clamd = new FakeClamd()) {
            var scanning = files(new FileSettings(Map.of(), "127.0.0.1:" + clamd.port(), 5));
            assertThat(scanning.keep(upload("a.txt", utf8("干净"), FilePurpose.CASE_MATERIAL)))
                    .isInstanceOf(Keeping.Kept.class);
            assertThat(scanning.keep(upload("a.txt", utf8("EICAR " + "x".repeat(100_000)), FilePurpose.CASE_MATERIAL)))
                    .isEqualTo(new Keeping.Refused("文件带有病毒（Eicar-Test-Signature），没有保存"));
            assertThat(scanning.keep(upload("a.txt", utf8("BROKEN"), FilePurpose.CASE_MATERIAL)))
                    .isEqualTo(new Keeping.Refused("病毒扫描暂不可用，文件没有保存，请稍后再传"));
        }
        var dead = files(new FileSettings(Map.of(), "127.0.0.1:1", 1));
        assertThat(dead.keep(upload("a.txt", utf8("干净"), FilePurpose.CASE_MATERIAL)))
                .isInstanceOf(Keeping.Refused.class);
    }

    private static StoredFiles files(FileSettings settings) {
        return new StoredFiles(
                fixture.database,
                new DirectoryFileStore(directory),
                fixture.keys,
                settings,
                fixture.log,
                () -> new gongkai.platform.audit.WhoActs.Acting(7L, "王办", null),
                fixture.clock);
    }

    private static DownloadController controller(AtomicReference<Decision> decision) {
        return new DownloadController(
                files,
                List.of(new FileRights() {
                    @Override
                    public Set<FilePurpose> purposes() {
                        return EnumSet.of(FilePurpose.CASE_MATERIAL, FilePurpose.IDENTITY_PAPER);
                    }

                    @Override
                    public Decision decide(StoredFile file) {
                        return decision.get();
                    }
                }),
                fixture.log);
    }

    private static MockMvc web(AtomicReference<Decision> decision) {
        return MockMvcBuilders.standaloneSetup(controller(decision)).build();
    }

    private static MockHttpServletResponse call(
            MockMvc web, String path, @org.jspecify.annotations.Nullable String range) throws Exception {
        var request = get(path);
        if (range != null) {
            request.header("Range", range);
        }
        return web.perform(request).andReturn().getResponse();
    }

    private static List<String> logged(StoredFile file) {
        var lines = new ArrayList<String>();
        fixture.database
                .sql("select action, detail from audit.entry where subject = :id order by id")
                .param("id", file.id().toString())
                .query(row -> {
                    lines.add(row.getString("action"));
                    lines.add(row.getString("action") + " "
                            + row.getString("detail").replaceAll(".*，属于.*", ""));
                });
        return lines;
    }

    private static FileKind kindOf(String name, byte[] content) {
        return kept(name, content, FilePurpose.CASE_MATERIAL).kind();
    }

    private static StoredFile kept(String name, byte[] content, FilePurpose purpose) {
        var keeping = keep(name, content, purpose);
        assertThat(keeping).as(name).isInstanceOf(Keeping.Kept.class);
        return ((Keeping.Kept) keeping).file();
    }

    private static String refusal(String name, byte[] content) {
        return refusal(name, content, FilePurpose.CASE_MATERIAL);
    }

    private static String refusal(String name, byte[] content, FilePurpose purpose) {
        var keeping = keep(name, content, purpose);
        assertThat(keeping).as(name).isInstanceOf(Keeping.Refused.class);
        return ((Keeping.Refused) keeping).reason();
    }

    private static Keeping keep(String name, byte[] content, FilePurpose purpose) {
        return files.keep(upload(name, content, purpose));
    }

    private static Upload upload(String name, byte[] content, FilePurpose purpose) {
        return new Upload(name, new ByteArrayInputStream(content), purpose, null, "2026-0001");
    }

    private static Path blob(FileId id) {
        var hash = fixture.database
                .sql("select content from files.file where id = :id")
                .param("id", id.value())
                .query(String.class)
                .single();
        return directory
                .resolve(hash.substring(0, 2))
                .resolve(hash.substring(2, 4))
                .resolve(hash);
    }

    private static long stored() throws IOException {
        try (var all = new DirectoryFileStore(directory).all()) {
            return all.count();
        }
    }

    private static long staged() throws IOException {
        try (Stream<Path> left = Files.list(directory.resolve("staging"))) {
            return left.count();
        }
    }
}
