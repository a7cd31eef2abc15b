package gongkai.platform.reporting;

import gongkai.annualreport.ReportJson;
import gongkai.platform.access.Access;
import gongkai.platform.access.Action;
import gongkai.platform.access.Needs;
import gongkai.platform.access.Policy;
import gongkai.platform.api.AnswersAs;
import gongkai.platform.organ.Organs;
import gongkai.platform.web.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.SchemaProperty;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.util.WebUtils;

/** Report files of other systems. */
@RestController
@Tag(name = "年度报告")
@Needs(Action.FILE_REPORTS)
class ReportFileApi {
    static final int FIRST_YEAR = 2008;
    private static final long MOST_BYTES = 50L << 20;

    private final ReportFiles files;
    private final Organs organs;
    private final Access access;
    private final Policy policy;
    private final Clock clock;

    ReportFileApi(ReportFiles files, Organs organs, Access access, Policy policy, Clock clock) {
        this.files = files;
        this.organs = organs;
        this.access = access;
        this.policy = policy;
        this.clock = clock;
    }

    @Operation(
            summary = "读入一份报告文件，作为该机关该年度的报告",
            description = "文件放在 multipart 的一个部分里，名称不限，通常是 file",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.MULTIPART_FORM_DATA_VALUE,
                                            schemaProperties =
                                                    @SchemaProperty(
                                                            name = "file",
                                                            schema = @Schema(type = "string", format = "binary")))))
    @AnswersAs(ReadReport.class)
    @PostMapping("/api/v1/reports/{organ}/{year}/file")
    ResponseEntity<String> take(@PathVariable String organ, @PathVariable int year, HttpServletRequest request)
            throws IOException {
        var known = organs.byCode(organ)
                .filter(found -> policy.allows(access.required(), Action.FILE_REPORTS, found.id()))
                .orElseThrow(() -> Refusal.notFound("没有这个机构，或您无权编制它的年度报告"));
        if (year < FIRST_YEAR || year > LocalDate.now(clock).getYear()) {
            throw Refusal.unreadable("报告年度应在" + FIRST_YEAR + "年至今年之间，现为" + year);
        }
        var file = only(request);
        if (file.getSize() > MOST_BYTES) {
            throw new Refusal(HttpStatus.CONTENT_TOO_LARGE, "文件超过 " + (MOST_BYTES >> 20) + " MB");
        }
        var name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
        return switch (files.take(known, year, name, file.getBytes())) {
            case ReportFiles.Outcome.Refused refused -> throw Refusal.unreadable(refused.reason());
            case ReportFiles.Outcome.Taken taken ->
                ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(ReportJson.line(
                                name, taken.report(), taken.checkup().findings(), out -> {
                                    out.writeArrayPropertyStart("unjudged");
                                    for (var unjudged : taken.checkup().unjudged()) {
                                        out.writeStartObject();
                                        out.writeStringProperty("rule", unjudged.rule());
                                        out.writeStringProperty("reason", unjudged.reason());
                                        out.writeEndObject();
                                    }
                                    out.writeEndArray();
                                }));
        };
    }

    private static MultipartFile only(HttpServletRequest request) {
        var parts = WebUtils.getNativeRequest(request, MultipartHttpServletRequest.class);
        if (parts == null) {
            throw Refusal.unreadable("文件应以 multipart/form-data 发送");
        }
        var all =
                parts.getMultiFileMap().values().stream().flatMap(List::stream).toList();
        if (all.size() != 1) {
            throw Refusal.unreadable("应有且只有一个文件，现有 " + all.size() + " 个");
        }
        if (all.getFirst().isEmpty()) {
            throw Refusal.unreadable("文件是空的");
        }
        return all.getFirst();
    }
}
