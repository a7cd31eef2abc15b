package gongkai.platform.reporting;

import com.fasterxml.jackson.annotation.JsonInclude;
import gongkai.annualreport.Severity;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What {@link gongkai.annualreport.ReportJson} writes of a report that was read and checked; for the description of the calls. */
record ReadReport(
        @Schema(description = "文件名") String file,

        @Schema(description = "2019 或者 2021，由表格判断") @Nullable
        String format,

        @Nullable Integer year,
        @Nullable String organ,
        @Nullable String title,
        @Nullable String innerTitle,
        @Nullable Period period,
        @Nullable LocalDate publishedOn,
        @Nullable String preamble,
        List<Section> sections,
        @Nullable String closing,
        @Schema(description = "有数的格") Map<String, BigDecimal> cells,
        @Schema(description = "空白的格") List<String> blank,
        @Schema(description = "没有的格") List<String> missing,
        @Schema(description = "写有数以外内容的格") Map<String, String> raw,
        List<Finding> findings,
        @Schema(description = "无法判断的规则") List<Unjudged> unjudged) {
    /** 统计期限。 */
    record Period(LocalDate from, LocalDate to) {}

    record Section(String key, String heading, String text) {}

    /** A finding and its place. */
    record Finding(
            String rule,
            Severity severity,
            List<String> cells,
            @Nullable Integer line,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Integer page,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Integer paragraph,

            String message,
            @Nullable Object expected,
            @Nullable Object actual) {}

    record Unjudged(String rule, String reason) {}
}
