package gongkai.platform.request.procedure;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.NullUnmarked;

/**
 * A second, plainer telling of the law, to compare the procedure with: one bag of facts, states as words, days counted one by one. Answers
 * an attempt with {@code ok}, {@code unfit} or the article that bars it.
 */
@NullUnmarked
final class NaiveRequest {
    private static final List<String> OVER = List.of(
            "DECIDED", "DISPATCHED", "DELIVERED", "WITHDRAWN", "ABANDONED_CORRECTION", "ABANDONED_FEE", "ARCHIVED");
    private static final List<String> STILL = List.of(
            "AWAITING_CONFIRMATION", "CORRECTION_PENDING", "THIRD_PARTY_PENDING", "AGENCY_PENDING", "FEE_PENDING");

    /** All facts, copied before each step so that a step can be undone. */
    static final class Facts implements Cloneable {
        String state;
        LocalDate last;
        LocalDate receipt;
        LocalDate start;
        LocalDate until;
        int extra;
        boolean extended;
        boolean asked;
        boolean corrected;
        boolean explained;
        Set<LocalDate> leftOut = new HashSet<>();
        LocalDate sent;
        LocalDate received;
        LocalDate deadline;
        String row;
        LocalDate ended;
        LocalDate judged;
        boolean bySending;
        boolean lapsed;

        Facts copy() {
            try {
                var copy = (Facts) clone();
                copy.leftOut = new HashSet<>(leftOut);
                return copy;
            } catch (CloneNotSupportedException e) {
                throw new AssertionError(e);
            }
        }
    }

    Facts now = new Facts();
    private final Deque<Facts> before = new ArrayDeque<>();

    NaiveRequest(LocalDate submitted, boolean confirmed) {
        now.last = submitted;
        now.state = "AWAITING_CONFIRMATION";
        if (confirmed) {
            receive(submitted);
        }
    }

    private void receive(LocalDate day) {
        now.receipt = day;
        now.start = day;
        now.last = day;
        now.state = "REGISTERED";
    }

    LocalDate due() {
        return STILL.contains(now.state) || now.lapsed ? null : clockDue();
    }

    private LocalDate clockDue() {
        if (now.until != null) {
            return NaiveDays.after(now.until, now.extra);
        }
        var day = now.start;
        for (int n = 0; n < 20 + now.extra; ) {
            day = day.plusDays(1);
            if (NaiveDays.works(day) && !now.leftOut.contains(day)) {
                n++;
            }
        }
        return day;
    }

    String attempt(Step step, LocalDate today) {
        var type = step.getClass().getSimpleName();
        if (type.equals("Undo")) {
            if (before.isEmpty()) {
                return "unfit";
            }
            now = before.pop();
            return "ok";
        }
        var barred = byState(type);
        if (barred != null) {
            return barred;
        }
        if (step.on().isBefore(now.last) || step.on().isAfter(today)) {
            return "unfit";
        }
        var saved = now.copy();
        var answer = take(step, step.on());
        if (answer.equals("ok")) {
            now.last = step.on();
            before.push(saved);
        } else {
            now = saved;
        }
        return answer;
    }

    private String byState(String type) {
        var from = switch (type) {
            case "Confirm" -> "AWAITING_CONFIRMATION";
            case "AnswerOnSpot", "RequestExplanation" -> "REGISTERED";
            case "RequestCorrection", "ConsultThirdParty", "ConsultAgency", "Extend", "NoticeFee" ->
                "REGISTERED IN_PROGRESS";
            case "Decide" -> "REGISTERED IN_PROGRESS REVIEWING";
            case "CorrectionReceived", "CorrectionOverdue" -> "CORRECTION_PENDING";
            case "ExplanationUnreasonable", "GrantReasonableDelay" -> "EXPLANATION_PENDING";
            case "ThirdPartyReplied", "ThirdPartyOverdue" -> "THIRD_PARTY_PENDING";
            case "AgencyReplied", "AgencyOverdue" -> "AGENCY_PENDING";
            case "FeePaid", "FeeOverdue" -> "FEE_PENDING";
            case "Dispatch" -> "DECIDED";
            case "Deliver" -> "DISPATCHED";
            case "Archive" -> "DELIVERED WITHDRAWN ABANDONED_CORRECTION ABANDONED_FEE";
            case "Withdraw" -> OVER.contains(now.state) ? "" : now.state;
            default -> throw new AssertionError(type);
        };
        return List.of(from.split(" ")).contains(now.state) ? null : "state";
    }

    private String take(Step step, LocalDate on) {
        if (step instanceof Step.Confirm) {
            receive(on);
        } else if (step instanceof Step.RequestCorrection ask) {
            if (now.asked || on.isAfter(NaiveDays.after(now.receipt, 7))) {
                return "第三十条";
            }
            now.asked = true;
            now.deadline = ask.deadline();
            now.state = "CORRECTION_PENDING";
        } else if (step instanceof Step.CorrectionReceived) {
            now.corrected = true;
            anew(on);
        } else if (step instanceof Step.CorrectionOverdue) {
            return lapse(on, now.deadline, "第三十条", "ABANDONED_CORRECTION", "other_no_correction");
        } else if (step instanceof Step.RequestExplanation) {
            now.explained = true;
            now.state = "EXPLANATION_PENDING";
        } else if (step instanceof Step.ExplanationUnreasonable) {
            end(on, "DECIDED", "refused_mass_repeat");
        } else if (step instanceof Step.GrantReasonableDelay delay) {
            now.until = delay.until();
            now.extra = 0;
            now.state = "IN_PROGRESS";
        } else if (step instanceof Step.ConsultThirdParty ask) {
            consult(on, ask.receivedOn(), "THIRD_PARTY_PENDING");
        } else if (step instanceof Step.ConsultAgency ask) {
            consult(on, ask.receivedOn(), "AGENCY_PENDING");
        } else if (step instanceof Step.ThirdPartyReplied || step instanceof Step.AgencyReplied) {
            resume(on);
        } else if (step instanceof Step.ThirdPartyOverdue || step instanceof Step.AgencyOverdue) {
            if (!on.isAfter(NaiveDays.after(now.received, 15))) {
                return step instanceof Step.ThirdPartyOverdue ? "第三十二条" : "第三十四条";
            }
            resume(on);
        } else if (step instanceof Step.Extend extend) {
            if (now.extended || extend.workingDays() > 20 || on.isAfter(clockDue())) {
                return "第三十三条";
            }
            now.extended = true;
            now.extra += extend.workingDays();
        } else if (step instanceof Step.NoticeFee fee) {
            if (on.isAfter(clockDue())) {
                return "第四十二条";
            }
            now.deadline = NaiveDays.after(fee.receivedOn(), 20);
            now.state = "FEE_PENDING";
        } else if (step instanceof Step.FeePaid) {
            anew(on);
        } else if (step instanceof Step.FeeOverdue) {
            return lapse(on, now.deadline, "第四十二条", "ABANDONED_FEE", "other_no_payment");
        } else if (step instanceof Step.Withdraw) {
            end(on, "WITHDRAWN", "other_misc");
        } else if (step instanceof Step.AnswerOnSpot answer) {
            return decide(on, answer.decision());
        } else if (step instanceof Step.Decide answer) {
            return decide(on, answer.decision());
        } else if (step instanceof Step.Dispatch sent) {
            now.bySending = sent.method() == DeliveryMethod.POST || sent.method() == DeliveryMethod.ELECTRONIC;
            now.judged = now.bySending ? on : null;
            now.state = "DISPATCHED";
        } else if (step instanceof Step.Deliver) {
            now.judged = now.bySending ? now.judged : on;
            now.state = "DELIVERED";
        } else if (step instanceof Step.Archive) {
            now.state = "ARCHIVED";
        }
        return "ok";
    }

    private void anew(LocalDate on) {
        now.start = on;
        now.extra = 0;
        now.until = null;
        now.leftOut.clear();
        now.state = "IN_PROGRESS";
    }

    private String decide(LocalDate on, DecisionType decision) {
        if (decision == DecisionType.UNAVAIL_STILL_UNCLEAR && !now.corrected) {
            return "第三十条";
        }
        if (decision == DecisionType.REFUSED_MASS_REPEAT && !now.explained) {
            return "第三十五条";
        }
        end(on, "DECIDED", decision.name().toLowerCase(java.util.Locale.ROOT));
        return "ok";
    }

    private String lapse(LocalDate on, LocalDate deadline, String article, String state, String row) {
        if (!on.isAfter(deadline)) {
            return article;
        }
        end(on, state, row);
        return "ok";
    }

    private void end(LocalDate on, String state, String row) {
        now.state = state;
        now.row = row;
        now.ended = on;
        now.lapsed = !state.equals("DECIDED");
    }

    private void consult(LocalDate on, LocalDate received, String state) {
        now.sent = on;
        now.received = received;
        now.state = state;
    }

    private void resume(LocalDate on) {
        var last = NaiveDays.after(now.received, 15);
        for (var day = now.sent.plusDays(1); !day.isAfter(on) && !day.isAfter(last); day = day.plusDays(1)) {
            now.leftOut.add(day);
        }
        now.state = "IN_PROGRESS";
    }
}
