package gongkai.platform.request;

import gongkai.platform.request.fee.FeeBasis;
import gongkai.platform.request.fee.FeeQuote;
import gongkai.platform.request.fee.FeeSchedule;
import gongkai.platform.web.OpenToSignedIn;
import gongkai.platform.web.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the information processing fee comes to, by today's tariff. */
@RestController
@OpenToSignedIn
@Tag(name = "依申请公开")
class FeeApi {
    private final Clock clock;

    FeeApi(Clock clock) {
        this.clock = clock;
    }

    @GetMapping("/api/v1/fees/quote")
    @Operation(summary = "计算信息处理费", description = "pieces（同一申请人当月累计件数）与 pages（单件申请页数）给一个；金额单位为元，分档列出")
    FeeQuote quote(
            @RequestParam(required = false) @Nullable Integer pieces,
            @RequestParam(required = false) @Nullable Integer pages) {
        if (pieces != null && pages == null) {
            return quote(FeeBasis.PIECES, pieces);
        }
        if (pages != null && pieces == null) {
            return quote(FeeBasis.PAGES, pages);
        }
        throw Refusal.unreadable("pieces、pages 应给出一个，并只给一个：每件申请只能选一种方式计收");
    }

    private FeeQuote quote(FeeBasis basis, int count) {
        if (count < 0 || count > FeeSchedule.LARGEST_COUNT) {
            throw Refusal.unreadable(basis.unit() + "数应在0至" + FeeSchedule.LARGEST_COUNT + "之间，现为" + count);
        }
        return FeeSchedule.on(LocalDate.now(clock))
                .orElseThrow(() -> Refusal.unreadable("今天没有施行中的信息处理费标准"))
                .quote(basis, count);
    }
}
