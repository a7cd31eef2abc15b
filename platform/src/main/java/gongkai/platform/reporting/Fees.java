package gongkai.platform.reporting;

import gongkai.platform.organ.OrganId;
import gongkai.platform.request.Requests;
import gongkai.platform.request.fee.FeeSchedule;
import gongkai.platform.request.procedure.Procedure;
import gongkai.platform.request.procedure.Recorded;
import gongkai.platform.request.procedure.Step;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What was charged for processing (信息处理费), from the steps of the requests. The annual report has to tell it (条例第五十条第（五）项; 豫政办 on
 * 国办函〔2020〕109号).
 */
@Repository
public class Fees {
    /** How long before its payment or lapse a notice can have been sent, in days; years of a stalled case are not looked through. */
    private static final int LONGEST_WAIT = 800;

    private final JdbcClient database;
    private final Requests requests;

    Fees(JdbcClient database, Requests requests) {
        this.database = database;
        this.requests = requests;
    }

    /**
     * The fees of a period; each count by the day of its own step, amounts in yuan.
     *
     * @param notices notices sent
     * @param charged what they asked for
     * @param paid payments received
     * @param received their sum
     * @param lapsed requests given up for want of payment
     */
    public record Figures(int notices, long charged, int paid, long received, int lapsed) {
        /** A sentence or two as they may stand in the report. */
        public String words() {
            if (notices == 0 && paid == 0 && lapsed == 0) {
                return "没有收取信息处理费";
            }
            return "发出信息处理费收费通知" + notices + "件，应收" + charged + "元；实收" + paid + "件，共" + received + "元"
                    + (lapsed == 0 ? "" : "；逾期未缴费不再处理" + lapsed + "件");
        }
    }

    /** The fees of these organs from the first to the last day. */
    public Figures of(List<OrganId> organs, LocalDate first, LocalDate last) {
        var sum = new Figures(0, 0, 0, 0, 0);
        for (var number : charged(organs, first, last)) {
            var request = requests.byNumber(number).orElseThrow();
            var steps = requests.steps(request).stream().map(Recorded::step).toList();
            sum = with(sum, Procedure.standing(steps), first, last);
        }
        return sum;
    }

    private static Figures with(Figures sum, List<Step> steps, LocalDate first, LocalDate last) {
        var now = sum;
        long asked = 0;
        for (var step : steps) {
            boolean within = !step.on().isBefore(first) && !step.on().isAfter(last);
            if (step instanceof Step.NoticeFee notice) {
                asked = FeeSchedule.on(notice.on())
                        .map(schedule -> schedule.charge(notice.basis(), notice.count()))
                        .orElse(0L);
            }
            if (within) {
                now = counted(now, step, asked);
            }
        }
        return now;
    }

    private static Figures counted(Figures sum, Step step, long asked) {
        if (step instanceof Step.NoticeFee) {
            return new Figures(sum.notices() + 1, sum.charged() + asked, sum.paid(), sum.received(), sum.lapsed());
        }
        if (step instanceof Step.FeePaid) {
            return new Figures(sum.notices(), sum.charged(), sum.paid() + 1, sum.received() + asked, sum.lapsed());
        }
        return step instanceof Step.FeeOverdue
                ? new Figures(sum.notices(), sum.charged(), sum.paid(), sum.received(), sum.lapsed() + 1)
                : sum;
    }

    private List<String> charged(List<OrganId> organs, LocalDate first, LocalDate last) {
        return database.sql("""
                        select distinct request.number from request.step join request.request on request.id = step.request
                        where step.type = 'NOTICE_FEE' and step.on_day between :early and :last and request.organ = any(:organs)
                        """)
                .param("early", first.minusDays(LONGEST_WAIT))
                .param("last", last)
                .param("organs", organs.stream().map(OrganId::value).toArray(Long[]::new))
                .query((row, index) -> row.getString("number"))
                .list();
    }
}
