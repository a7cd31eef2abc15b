package gongkai.platform.review;

import gongkai.platform.calendar.MissingYearException;
import gongkai.platform.organ.OrganId;
import gongkai.platform.personal.Applicant;
import gongkai.platform.personal.ApplicantKind;
import gongkai.platform.request.NewRequest;
import gongkai.platform.request.procedure.Channel;
import gongkai.platform.request.procedure.DecisionType;
import gongkai.platform.request.procedure.DeliveryMethod;
import gongkai.platform.request.procedure.Entry;
import gongkai.platform.request.procedure.NoTermsException;
import gongkai.platform.request.procedure.Opening;
import gongkai.platform.request.procedure.Procedure;
import gongkai.platform.request.procedure.Ruling;
import gongkai.platform.request.procedure.Step;
import gongkai.platform.request.procedure.StepType;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A row of an old register as the request and the steps it tells of, or what is wrong with it. The law is asked here without storing anything,
 * so a preview says what the import will do.
 *
 * @param steps in order, all of the past
 * @param flaws what is wrong, each with its column; empty if nothing is
 */
record OldCase(OldRegister.Row row, @Nullable NewRequest request, List<Step> steps, List<Flaw> flaws) {
    private static final int LONGEST_TEXT = 10_000;
    private static final int LONGEST_FIELD = 500;

    /** Something wrong with a cell; {@code column} is empty for the whole row. */
    record Flaw(String column, String reason) {}

    static OldCase of(OldRegister.Row row, OrganId organ, Procedure procedure, LocalDate today) {
        var reading = new Reading(row);
        for (var column : OldRegister.REQUIRED) {
            if (row.cell(column).isEmpty()) {
                reading.wrong(column, "没有填写");
            }
        }
        row.cells().forEach((column, text) -> {
            if (text.length() > (column.equals(OldRegister.DESCRIPTION) ? LONGEST_TEXT : LONGEST_FIELD)) {
                reading.wrong(column, "太长");
            }
        });
        var submitted = reading.day(OldRegister.SUBMITTED);
        var confirmed = reading.day(OldRegister.CONFIRMED);
        var channel = reading.one(OldRegister.CHANNEL, Channel.values(), Channel::label);
        var kind = reading.one(OldRegister.KIND, ApplicantKind.values(), ApplicantKind::chinese);
        var steps = reading.steps();
        if (!reading.flaws.isEmpty() || submitted == null || channel == null || kind == null) {
            return new OldCase(row, null, List.of(), List.copyOf(reading.flaws));
        }
        var request = new NewRequest(
                organ,
                channel,
                submitted,
                confirmed,
                new Applicant(
                        kind,
                        row.cell(OldRegister.NAME),
                        row.cell(OldRegister.ID_NUMBER),
                        row.cell(OldRegister.PHONE),
                        row.cell(OldRegister.EMAIL),
                        row.cell(OldRegister.ADDRESS)),
                row.cell(OldRegister.DESCRIPTION),
                row.cell(OldRegister.FORM),
                row.cell(OldRegister.DELIVERY),
                true);
        var refused = refused(new Opening.Received(channel, submitted, confirmed), steps, procedure, today);
        return refused == null
                ? new OldCase(row, request, steps, List.of())
                : new OldCase(row, null, List.of(), List.of(refused));
    }

    /** What would become of it, in words. */
    String outcome() {
        return steps.isEmpty() ? "在办" : StepType.of(steps.getLast()).label();
    }

    /** Plays the case through without storing it; null if the law lets everything pass. */
    private static @Nullable Flaw refused(Opening opening, List<Step> steps, Procedure procedure, LocalDate today) {
        try {
            var ruling = procedure.open(opening, today);
            var done = new ArrayList<Step>();
            for (var step : steps) {
                if (!(ruling instanceof Ruling.Moved)) {
                    break;
                }
                ruling = procedure.take(opening, done, step, new Entry(today, true));
                done.add(step);
            }
            var where = done.isEmpty() ? "" : StepType.of(done.getLast()).label() + "，";
            return switch (ruling) {
                case Ruling.Moved moved -> {
                    // Asked for now, so that a year without a calendar is told in the preview.
                    procedure.situation(moved.standing(), today);
                    yield null;
                }
                case Ruling.Barred barred -> new Flaw("", where + barred.article() + "：" + barred.reason());
                case Ruling.Unfit unfit -> new Flaw("", where + unfit.reason());
            };
        } catch (MissingYearException | NoTermsException e) {
            return new Flaw("", String.valueOf(e.getMessage()));
        }
    }

    /** Reads the cells of one row and notes what is wrong with them. */
    private static final class Reading {
        private final OldRegister.Row row;
        private final List<Flaw> flaws = new ArrayList<>();

        Reading(OldRegister.Row row) {
            this.row = row;
        }

        void wrong(String column, String reason) {
            flaws.add(new Flaw(column, reason));
        }

        @Nullable
        LocalDate day(String column) {
            var text = row.cell(column);
            if (text.isEmpty()) {
                return null;
            }
            var parts = text.replaceAll("[年月./]", "-").replaceAll("日$", "").split("-");
            try {
                if (parts.length == 3) {
                    return LocalDate.of(
                            Integer.parseInt(parts[0].strip()),
                            Integer.parseInt(parts[1].strip()),
                            Integer.parseInt(parts[2].strip()));
                }
            } catch (DateTimeException | NumberFormatException e) {
                // Told below, as for any other text.
            }
            wrong(column, "“" + text + "”不是有效的日期，请写成 2026-03-02 的样子");
            return null;
        }

        /** One of the constants, by its name on screens or its identifier. */
        <E extends Enum<E>> @Nullable E one(String column, E[] all, Function<E, String> label) {
            var text = row.cell(column);
            if (text.isEmpty()) {
                return null;
            }
            var found = Arrays.stream(all)
                    .filter(each -> bare(label.apply(each)).equals(bare(text))
                            || each.name().equals(text.toUpperCase(Locale.ROOT)))
                    .findFirst()
                    .orElse(null);
            if (found == null) {
                wrong(
                        column,
                        "“" + text + "”认不出，应为 "
                                + String.join("、", Arrays.stream(all).map(label).toList()) + " 之一");
            }
            return found;
        }

        private static String bare(String text) {
            return text.replaceAll("[\\s“”\"（）()：:、，,]", "");
        }

        List<Step> steps() {
            var steps = new ArrayList<Step>();
            var asked = day(OldRegister.CORRECTION_ASKED);
            var until = day(OldRegister.CORRECTION_UNTIL);
            if (asked != null && until == null) {
                wrong(OldRegister.CORRECTION_UNTIL, "要求过补正的，须填写补正期限");
            } else if (asked != null && until != null) {
                steps.add(new Step.RequestCorrection(asked, List.of("见原登记"), until));
            }
            var corrected = day(OldRegister.CORRECTED);
            if (corrected != null) {
                steps.add(new Step.CorrectionReceived(corrected, "见原登记"));
            }
            extension(steps);
            decision(steps);
            return steps;
        }

        private void extension(List<Step> steps) {
            var on = day(OldRegister.EXTENDED);
            var days = row.cell(OldRegister.EXTENSION);
            if (on == null) {
                return;
            }
            if (!days.matches("\\d{1,2}")) {
                wrong(OldRegister.EXTENSION, "延期的，须填写延长的工作日数");
                return;
            }
            steps.add(new Step.Extend(on, Integer.parseInt(days), "见原登记", "见原登记"));
        }

        private void decision(List<Step> steps) {
            var text = row.cell(OldRegister.DECISION);
            var on = day(OldRegister.DECIDED);
            if (text.isEmpty() != (on == null) && flaws.isEmpty()) {
                wrong(text.isEmpty() ? OldRegister.DECISION : OldRegister.DECIDED, "处理决定和决定日期须一起填写");
            }
            if (text.isEmpty() || on == null) {
                return;
            }
            if (bare(text).contains("撤回")) {
                steps.add(new Step.Withdraw(on, "见原登记"));
                return;
            }
            var decision = one(OldRegister.DECISION, DecisionType.values(), Reading::known, text);
            if (decision == null) {
                return;
            }
            switch (decision) {
                case OTHER_NO_CORRECTION -> steps.add(new Step.CorrectionOverdue(on));
                case OTHER_NO_PAYMENT -> wrong(OldRegister.DECISION, "逾期不缴费的请逐件补录收费通知和逾期，不能导入");
                default -> {
                    steps.add(new Step.Decide(
                            on,
                            decision,
                            decision == DecisionType.GRANTED
                                    ? bare(text).contains("主动公开")
                                            ? Step.Granting.ALREADY_PUBLIC
                                            : Step.Granting.PROVIDED
                                    : null,
                            "",
                            "",
                            List.of(),
                            "",
                            "",
                            ""));
                    delivery(steps, on);
                }
            }
        }

        /** Everything a decision may be called: its name, the part after the colon, and its row of table 3. */
        private static List<String> known(DecisionType decision) {
            var label = decision.label();
            var row = decision.row().label().replaceAll("^(\\d+\\.|（.）)", "").replaceAll("（.*", "");
            return List.of(bare(label), bare(label.substring(label.indexOf('：') + 1)), bare(row), decision.name());
        }

        private @Nullable DecisionType one(
                String column, DecisionType[] all, Function<DecisionType, List<String>> names, String text) {
            var wanted = bare(text.replaceAll("[（(](已主动公开|提供).*[)）]$", ""));
            var found = Arrays.stream(all)
                    .filter(each -> names.apply(each).contains(wanted))
                    .findFirst()
                    .orElse(null);
            if (found == null) {
                wrong(column, "“" + text + "”认不出，请照表三的行名填写，例如“予以公开”“本机关不掌握相关政府信息”“撤回”");
            }
            return found;
        }

        private void delivery(List<Step> steps, LocalDate decided) {
            var method = one(OldRegister.METHOD, DeliveryMethod.values(), DeliveryMethod::label);
            var sent = day(OldRegister.SENT);
            var delivered = day(OldRegister.DELIVERED);
            if (method == null) {
                if (sent != null || delivered != null) {
                    wrong(OldRegister.METHOD, "填了寄送、送达日期的，须填写送达方式");
                }
                return;
            }
            var on = sent != null ? sent : delivered != null ? delivered : decided;
            steps.add(new Step.Dispatch(on, method, ""));
            if (delivered != null) {
                steps.add(new Step.Deliver(delivered, ""));
            }
        }
    }
}
