package gongkai.platform.reporting;

import gongkai.annualreport.FileKind;
import gongkai.annualreport.checking.Checkup;
import gongkai.platform.access.Action;
import gongkai.platform.access.Needs;
import gongkai.platform.organ.Organ;
import gongkai.platform.web.Day;
import gongkai.platform.web.Form;
import gongkai.platform.web.Page;
import gongkai.platform.web.Redirect;
import gongkai.platform.web.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;

/** A report as a whole: how far it is, what the rules say, last year's file, and the report as a file. */
@Controller
@RequestMapping("/office/reports/{code}/{year}")
@Needs(Action.SEE_REPORTS)
class ReportController {
    private static final Set<FileKind> WRITTEN = Set.of(
            FileKind.DOCX, FileKind.PDF, FileKind.OFD, FileKind.HTML, FileKind.XLSX, FileKind.TXT, FileKind.JSON);
    private static final long MOST_BYTES = 50L << 20;

    private final ReportDesk desk;
    private final Reports reports;
    private final ReportFiles files;

    ReportController(ReportDesk desk, Reports reports, ReportFiles files) {
        this.desk = desk;
        this.reports = reports;
        this.files = files;
    }

    @GetMapping
    View whole(@PathVariable String code, @PathVariable int year) {
        return Page.of("reporting/whole", page(desk.organ(code, Action.SEE_REPORTS), year, Form.EMPTY));
    }

    /** The report as it stands, as a file of that kind. */
    @GetMapping("/file")
    ResponseEntity<byte[]> file(
            @PathVariable String code, @PathVariable int year, @RequestParam(defaultValue = "docx") String export) {
        var report = desk.report(desk.organ(code, Action.SEE_REPORTS), year);
        var kind = FileKind.ofName("." + export)
                .filter(WRITTEN::contains)
                .orElseThrow(() -> new Refusal(HttpStatus.BAD_REQUEST, "不能写成“" + export + "”文件"));
        var name = report.report().title() + "." + kind.name().toLowerCase(Locale.ROOT);
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header(HttpHeaders.CONTENT_TYPE, type(kind))
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "sandbox; default-src 'none'; style-src 'unsafe-inline'")
                .body(reports.file(report, kind));
    }

    /** Reads a file: this year's report as it was drawn up elsewhere, or last year's for comparison. */
    @PostMapping("/files")
    @Needs(Action.FILE_REPORTS)
    View read(
            @PathVariable String code,
            @PathVariable int year,
            @RequestParam int of,
            @RequestParam(required = false) @Nullable MultipartFile file) {
        var organ = desk.organ(code, Action.FILE_REPORTS);
        if (of != year && of != year - 1) {
            throw new Refusal(HttpStatus.BAD_REQUEST, "只能读入本年度或者上年度的报告文件");
        }
        var wrong = "";
        if (file == null || file.isEmpty()) {
            wrong = "请选择年度报告文件";
        } else if (file.getSize() > MOST_BYTES) {
            wrong = "文件超过 " + (MOST_BYTES >> 20) + " MB";
        } else if (files.take(organ, of, Objects.requireNonNullElse(file.getOriginalFilename(), ""), bytes(file))
                instanceof ReportFiles.Outcome.Refused refused) {
            wrong = refused.reason();
        }
        return wrong.isEmpty()
                ? Redirect.to("/office/reports/" + code + "/" + year).saying(of + "年度报告文件已读入")
                : Page.rejected(
                        "reporting/whole", page(organ, year, Form.EMPTY.wrong(of == year ? "own" : "last", wrong)));
    }

    @PostMapping("/opening")
    @Needs(Action.FILE_REPORTS)
    View opening(@PathVariable String code, @PathVariable int year) {
        var organ = desk.organ(code, Action.FILE_REPORTS);
        desk.report(organ, year);
        int adjusted = reports.takeOpeningBalance(organ, year);
        return Redirect.to("/office/reports/" + code + "/" + year + "/parts/requests")
                .saying(adjusted == 0 ? "上年结转与上年报告一致，没有调整" : "已按上年报告调整 " + adjusted + " 格，理由已写明");
    }

    @PostMapping("/publication")
    @Needs(Action.FILE_REPORTS)
    View publication(@PathVariable String code, @PathVariable int year, @RequestParam(defaultValue = "") String day) {
        var organ = desk.organ(code, Action.FILE_REPORTS);
        try {
            var published = day.isBlank() ? null : Day.typed(day);
            desk.report(organ, year);
            reports.publishedOn(organ, year, published);
            return Redirect.to("/office/reports/" + code + "/" + year).saying("发布日期已保存");
        } catch (DateTimeParseException e) {
            var form = Form.of(Map.of("day", day)).wrong("day", "日期“" + day + "”读不懂，请按 2026-01-20 的样子填写");
            return Page.rejected("reporting/whole", page(organ, year, form));
        }
    }

    private ReportPages.Whole page(Organ organ, int year, Form form) {
        var report = desk.report(organ, year);
        var checkup = report.check();
        var findings = FindingLines.of(report, checkup);
        var published = report.publishedOn();
        return new ReportPages.Whole(
                desk.head(report, findings),
                findings,
                checkup.unjudged().stream()
                        .map(Checkup.Unjudged::reason)
                        .distinct()
                        .toList(),
                files.newest(organ.id(), year).orElse(null),
                files.newest(organ.id(), year - 1).orElse(null),
                report.openingCells().stream()
                        .filter(cell -> report.openingGap(cell) != 0)
                        .map(cell -> new ReportPages.Gap(
                                ReportTable.label(report.format(), cell),
                                report.figure(cell),
                                report.figure(cell) + report.openingGap(cell)))
                        .toList(),
                published,
                form.rejected() || published == null ? form : Form.of(Map.of("day", published.toString())));
    }

    private static byte[] bytes(MultipartFile file) {
        try {
            return file.getBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String type(FileKind kind) {
        return switch (kind) {
            case DOCX -> "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
            case XLSX -> "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
            case PDF -> "application/pdf";
            case OFD -> "application/ofd";
            case HTML -> "text/html;charset=UTF-8";
            case TXT -> "text/plain;charset=UTF-8";
            case JSON -> "application/json";
            case DOC -> "application/msword";
        };
    }
}
