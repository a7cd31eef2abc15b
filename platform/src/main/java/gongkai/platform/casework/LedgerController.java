package gongkai.platform.casework;

import gongkai.platform.access.Action;
import gongkai.platform.access.Needs;
import gongkai.platform.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.View;

/** The clock of a case on a page of its own, for the file and the reconsideration organ. */
@Controller
@Needs(Action.SEE_REQUESTS)
class LedgerController {
    private final Cases cases;
    private final LedgerPanel ledger;

    LedgerController(Cases cases, LedgerPanel ledger) {
        this.cases = cases;
        this.ledger = ledger;
    }

    @GetMapping("/office/requests/{number}/ledger")
    View page(@PathVariable String number) {
        return Page.of("casework/ledger", ledger.ledger(cases.visible(number)));
    }
}
