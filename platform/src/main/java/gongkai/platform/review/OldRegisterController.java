package gongkai.platform.review;

import gongkai.platform.access.Action;
import gongkai.platform.access.Needs;
import gongkai.platform.jobs.Jobs;
import gongkai.platform.organ.Organ;
import gongkai.platform.organ.OrganId;
import gongkai.platform.organ.Organs;
import gongkai.platform.request.CaseTitle;
import gongkai.platform.web.Column;
import gongkai.platform.web.Export;
import gongkai.platform.web.Form;
import gongkai.platform.web.Page;
import gongkai.platform.web.Redirect;
import gongkai.platform.web.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
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

/** Takes an old register in (导入旧台账): chosen, looked at, confirmed, and then done as a job. */
@Controller
@RequestMapping("/office/requests/import")
@Needs(Action.BACKFILL_REQUESTS)
class OldRegisterController {
    private static final int MEGABYTES = 10;
    private static final int SHOWN = 100;

    private final CaseDesk desk;
    private final OldRegisters registers;
    private final Organs organs;
    private final Jobs jobs;

    OldRegisterController(CaseDesk desk, OldRegisters registers, Organs organs, Jobs jobs) {
        this.desk = desk;
        this.registers = registers;
        this.organs = organs;
        this.jobs = jobs;
    }

    @GetMapping
    View choose() {
        return Page.of("review/import", page(Form.EMPTY));
    }

    /** An empty file with the right titles and a row to go by. */
    @GetMapping("/template")
    View template() {
        var columns = OldRegister.COLUMNS.stream()
                .map(title -> Column.<List<String>>of(title, row -> row.get(OldRegister.COLUMNS.indexOf(title))))
                .toList();
        var example = List.of(
                "示例〔2025〕1号",
                "2025-03-03",
                "当面提交",
                "",
                "自然人",
                "张三",
                "",
                "",
                "",
                "",
                "示例项目的审批文件",
                "纸质",
                "邮寄",
                "",
                "",
                "",
                "",
                "",
                "予以公开",
                "2025-03-20",
                "邮寄",
                "2025-03-20",
                "2025-03-24");
        return Export.of("xlsx", "旧台账导入模板", columns, Stream.of(example));
    }

    @PostMapping
    View upload(@RequestParam(required = false) @Nullable MultipartFile file) {
        var organ = desk.organ(Action.BACKFILL_REQUESTS);
        var form = Form.EMPTY;
        if (file == null || file.isEmpty()) {
            form = form.wrong("file", "请选择要导入的 XLSX 文件");
        } else if (file.getSize() > (long) MEGABYTES << 20) {
            form = form.wrong("file", "文件超过 " + MEGABYTES + " MB，请分成几个文件");
        } else {
            try {
                var content = file.getBytes();
                OldRegister.read(content);
                var id = registers.keep(desk.actor().person(), organ.id(), name(file), content);
                return Redirect.to("/office/requests/import/" + id);
            } catch (OldRegister.UnreadableException e) {
                form = form.wrong("file", String.valueOf(e.getMessage()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return Page.rejected("review/import", page(form));
    }

    @GetMapping("/{id}")
    View preview(@PathVariable UUID id) {
        var upload = find(id);
        var register = read(upload);
        var cases = registers.cases(upload.organ(), register);
        var good = cases.stream().filter(one -> one.request() != null).toList();
        var wrong = cases.stream().filter(one -> one.request() == null).toList();
        return Page.of(
                "review/import-preview",
                new OldRegisterPages.Preview(
                        id,
                        upload.name(),
                        organ(upload.organ()),
                        good.size(),
                        wrong.size(),
                        register.unknown(),
                        wrong.stream()
                                .limit(SHOWN)
                                .map(one -> new OldRegisterPages.Wrong(
                                        one.row().number(),
                                        one.row().cell(OldRegister.OLD_NUMBER),
                                        OldRegisterWork.flaws(one)))
                                .toList(),
                        good.stream()
                                .limit(SHOWN)
                                .map(one -> new OldRegisterPages.Good(
                                        one.row().number(),
                                        one.row().cell(OldRegister.OLD_NUMBER),
                                        one.row().cell(OldRegister.SUBMITTED),
                                        CaseTitle.of(one.row().cell(OldRegister.DESCRIPTION)),
                                        one.outcome()))
                                .toList()));
    }

    /** The rows with something wrong, by number and reason. */
    @GetMapping("/{id}/wrong")
    View wrong(@PathVariable UUID id) {
        var upload = find(id);
        var wrong = registers.cases(upload.organ(), read(upload)).stream().filter(one -> one.request() == null);
        return Export.of(
                "xlsx",
                "有问题的行",
                List.of(
                        Column.<OldCase>of("原行号", one -> one.row().number()),
                        Column.of("原编号", one -> one.row().cell(OldRegister.OLD_NUMBER)),
                        Column.of("问题", OldRegisterWork::flaws)),
                wrong);
    }

    @PostMapping("/{id}")
    View confirm(@PathVariable UUID id) {
        var upload = find(id);
        jobs.start(
                OldRegisterWork.KIND,
                "导入旧台账 " + upload.name(),
                desk.actor().person(),
                upload.id().toString());
        return Redirect.to("/office/jobs").saying("已开始导入，完成后可以下载结果");
    }

    private OldRegisters.Upload find(UUID id) {
        return registers
                .find(desk.actor().person(), id)
                .filter(upload -> desk.may(Action.BACKFILL_REQUESTS, upload.organ()))
                .orElseThrow(() -> Refusal.notFound("这次导入已经完成或者过了一天，请重新选择文件"));
    }

    private static OldRegister read(OldRegisters.Upload upload) {
        try {
            return OldRegister.read(upload.content());
        } catch (OldRegister.UnreadableException e) {
            throw new IllegalStateException(e);
        }
    }

    private OldRegisterPages.Choose page(Form form) {
        return new OldRegisterPages.Choose(
                desk.organ(Action.BACKFILL_REQUESTS).name(), form, OldRegister.COLUMNS, OldRegister.REQUIRED);
    }

    private String organ(OrganId id) {
        return organs.byId(id).map(Organ::name).orElse("");
    }

    private static String name(MultipartFile file) {
        var name = String.valueOf(file.getOriginalFilename()).replaceAll("[\\\\/\\p{Cntrl}]", "_");
        return name.length() > 100 ? name.substring(name.length() - 100) : name;
    }
}
