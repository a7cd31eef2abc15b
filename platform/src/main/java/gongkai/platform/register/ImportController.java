package gongkai.platform.register;

import gongkai.platform.access.Access;
import gongkai.platform.access.Action;
import gongkai.platform.access.Needs;
import gongkai.platform.organ.Organs;
import gongkai.platform.register.ImportOutcome.Fate;
import gongkai.platform.register.OrganTable.Unreadable;
import gongkai.platform.web.Column;
import gongkai.platform.web.Export;
import gongkai.platform.web.Form;
import gongkai.platform.web.Page;
import gongkai.platform.web.Redirect;
import gongkai.platform.web.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;

/** Organs from a file: chosen, looked at, confirmed. What is wrong can be fetched as a file, mended and read again. */
@Controller
@RequestMapping("/office/organs/import")
@Needs(Action.EDIT_ORGANS)
class ImportController {
    private static final int MEGABYTES = 10;

    private final Organs organs;
    private final OrganImport organImport;
    private final Uploads uploads;
    private final ImportWork importWork;
    private final Access access;

    ImportController(Organs organs, OrganImport organImport, Uploads uploads, ImportWork importWork, Access access) {
        this.organs = organs;
        this.organImport = organImport;
        this.uploads = uploads;
        this.importWork = importWork;
        this.access = access;
    }

    @GetMapping
    View choose() {
        return Page.of(
                "organ/import",
                new ImportPage(Form.of(Map.of("since", organs.today().toString())), OrganColumns.ALL));
    }

    /** An empty file with the right titles. */
    @GetMapping("/template")
    View template(@RequestParam(defaultValue = "xlsx") String export) {
        var columns = OrganColumns.ALL.stream()
                .map(title -> Column.<String>of(title, line -> null))
                .toList();
        return Export.of(export, "机构导入模板", columns, Stream.of());
    }

    @PostMapping
    View upload(
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "") String since) {
        var form = Form.of(Map.of("since", since));
        if (day(since) == null) {
            form = form.wrong("since", "日期读不懂，请按 2026-03-02 的样子填写");
        }
        if (file == null || file.isEmpty()) {
            form = form.wrong("file", "请选择要导入的 CSV 或 XLSX 文件");
        } else if (file.getSize() > (long) MEGABYTES << 20) {
            form = form.wrong("file", "文件超过 " + MEGABYTES + " MB，请分成几个文件");
        } else if (!form.rejected()) {
            try {
                var content = file.getBytes();
                OrganTableReader.read(content);
                var id = uploads.keep(access.required().person(), name(file), content);
                return Redirect.to("/office/organs/import/" + id + "?since=" + since);
            } catch (Unreadable e) {
                form = form.wrong("file", String.valueOf(e.getMessage()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return Page.rejected("organ/import", new ImportPage(form, OrganColumns.ALL));
    }

    @GetMapping("/{id}")
    View preview(@PathVariable UUID id, @RequestParam String since) {
        var upload = find(id);
        return Page.of(
                "organ/import-preview",
                new ImportPreviewPage(id, upload.name(), since, organImport.preview(table(upload), required(since))));
    }

    /** The rows with something wrong, each with its reasons, to be mended and read again. */
    @GetMapping("/{id}/wrong")
    View wrong(@PathVariable UUID id, @RequestParam String since, @RequestParam(defaultValue = "xlsx") String export) {
        var upload = find(id);
        var table = table(upload);
        var bad = organImport.preview(table, required(since)).of(Fate.BAD);
        return WrongRows.export(export, table, bad);
    }

    @PostMapping("/{id}")
    View confirm(@PathVariable UUID id, @RequestParam String since) {
        var upload = find(id);
        importWork.start(upload, required(since));
        return Redirect.to("/office/jobs").saying("已开始导入，离开本页也会继续；结果显示在下表中");
    }

    private Uploads.Upload find(UUID id) {
        return uploads.find(access.required().person(), id)
                .orElseThrow(() -> Refusal.notFound("这次导入已经完成或者过了一天，请重新选择文件"));
    }

    private static OrganTable table(Uploads.Upload upload) {
        try {
            return OrganTableReader.read(upload.content());
        } catch (Unreadable e) {
            throw new IllegalStateException(e);
        }
    }

    private static @Nullable LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static LocalDate required(String text) {
        var day = day(text);
        if (day == null) {
            throw Refusal.notFound("日期“" + text + "”读不懂，请重新导入");
        }
        return day;
    }

    private static String name(MultipartFile file) {
        var name = String.valueOf(file.getOriginalFilename()).replaceAll("[\\\\/\\p{Cntrl}]", "_");
        return name.length() > 100 ? name.substring(name.length() - 100) : name;
    }
}
