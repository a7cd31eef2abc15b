package gongkai.platform.reporting;

import gongkai.annualreport.ReportFormat;
import gongkai.platform.access.Access;
import gongkai.platform.access.Action;
import gongkai.platform.access.Needs;
import gongkai.platform.access.Policy;
import gongkai.platform.organ.Organ;
import gongkai.platform.organ.Organs;
import gongkai.platform.web.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The figures of an organ's yearly report for other systems. */
@RestController
@RequestMapping("/api/v1/reports/{organ}/{year}/cells")
@Tag(name = "年度报告")
@Needs(Action.SEE_REQUESTS)
class CellsApi {
    private final LedgerCells ledger;
    private final Organs organs;
    private final Access access;
    private final Policy policy;

    CellsApi(LedgerCells ledger, Organs organs, Access access, Policy policy) {
        this.ledger = ledger;
        this.organs = organs;
        this.access = access;
        this.policy = policy;
    }

    /** All cells. */
    record Cells(String format, Map<String, Integer> cells) {}

    /** One cell and what stands behind it. */
    record Cell(String key, int value, List<LedgerCells.Behind> records) {}

    @Operation(summary = "表三、表四各格的数，由台账算出")
    @GetMapping
    Cells all(@PathVariable String organ, @PathVariable int year) {
        var id = visible(organ).id();
        var format = format(year);
        var cells = new LinkedHashMap<String, Integer>();
        ledger.of(id, year, format).forEach((key, value) -> cells.put(key.toString(), value));
        return new Cells(format.key(), cells);
    }

    @Operation(summary = "一格背后的申请或者案件")
    @GetMapping("/{key}")
    Cell one(@PathVariable String organ, @PathVariable int year, @PathVariable String key) {
        var id = visible(organ).id();
        var cell = LedgerCells.keys(format(year)).stream()
                .filter(each -> each.toString().equals(key))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("没有“" + key + "”这一格，或它不由台账算出"));
        var records = ledger.behind(id, year, cell);
        return new Cell(key, records.size(), records);
    }

    private ReportFormat format(int year) {
        return ledger.format(year).orElseThrow(() -> Refusal.notFound(year + "年没有统一的年度报告格式"));
    }

    private Organ visible(String code) {
        return organs.byCode(code)
                .filter(organ -> policy.allows(access.required(), Action.SEE_REQUESTS, organ.id()))
                .orElseThrow(() -> Refusal.notFound("没有这个机构，或您无权查看它的年度报告"));
    }
}
