package gongkai.platform.casework;

import gongkai.platform.calendar.MissingYearException;
import gongkai.platform.request.DisclosureRequest;
import gongkai.platform.request.Requests;
import gongkai.platform.request.fee.FeeBasis;
import gongkai.platform.request.fee.FeeQuote;
import gongkai.platform.request.fee.FeeSchedule;
import gongkai.platform.request.procedure.StepType;
import gongkai.platform.request.procedure.Terms;
import gongkai.platform.web.Form;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.springframework.stereotype.Component;

/** What stands in the form of a step when it is opened: the usual days, the full extension, the pieces of the month. */
@Component
class StepProposals {
    private final Requests requests;
    private final Cases cases;
    private final Likenesses likenesses;

    StepProposals(Requests requests, Cases cases, Likenesses likenesses) {
        this.requests = requests;
        this.cases = cases;
        this.likenesses = likenesses;
    }

    Form form(DisclosureRequest request, StepType type, boolean backfill) {
        var today = cases.today();
        var values = new LinkedHashMap<String, String>();
        if (backfill) {
            var last = requests.standing(request, requests.steps(request)).lastOn();
            values.put("on", last.toString());
        }
        switch (type) {
            case REQUEST_CORRECTION, REQUEST_EXPLANATION -> {
                if (!backfill) {
                    values.put("deadline", usualDeadline(request, today));
                }
            }
            case EXTEND -> {
                values.put("workingDays", String.valueOf(Terms.on(today).extension()));
                values.put("approvedBy", backfill ? "" : cases.actor().name());
            }
            case NOTICE_FEE -> {
                values.put("basis", FeeBasis.PIECES.name());
                values.put("pieces", String.valueOf(likenesses.pieceOfMonth(request)));
            }
            case LETTER_RECEIVED -> values.put("receivedOn", today.toString());
            default -> {}
        }
        return Form.of(values);
    }

    /** Empty where the calendar does not reach so far. */
    private String usualDeadline(DisclosureRequest request, LocalDate today) {
        try {
            return requests.procedure(request.organ())
                    .usualCorrectionDeadline(today)
                    .toString();
        } catch (MissingYearException e) {
            return "";
        }
    }

    /** What both ladders say to what is typed, so that they can be compared; none for other steps. */
    List<FeeQuote> quotes(StepType type, Form form, LocalDate today) {
        var schedule = FeeSchedule.on(today);
        if (type != StepType.NOTICE_FEE || schedule.isEmpty()) {
            return List.of();
        }
        var quotes = new ArrayList<FeeQuote>();
        for (var basis : FeeBasis.values()) {
            var count = form.value(basis == FeeBasis.PIECES ? "pieces" : "pages");
            if (count.matches("[1-9]\\d{0,4}")) {
                quotes.add(schedule.get().quote(basis, Integer.parseInt(count)));
            }
        }
        return quotes;
    }
}
