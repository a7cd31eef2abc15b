package gongkai.platform.letter;

import gongkai.platform.letter.Prefill.Around;
import gongkai.platform.letter.Prefill.Proposed;
import gongkai.platform.request.fee.FeeBand;
import gongkai.platform.request.fee.FeeBasis;
import gongkai.platform.request.fee.FeeSchedule;
import gongkai.platform.request.procedure.Deadlines;
import gongkai.platform.request.procedure.LetterKind;
import gongkai.platform.request.procedure.Step;
import gongkai.platform.request.procedure.Terms;
import java.util.List;
import java.util.Map;

/** The notice of a fee (收费通知书) as it is proposed. Pure. */
final class FeeLetter {
    private FeeLetter() {}

    /** What stands in the notice of a fee, band by band (国办函〔2020〕109号第三条至第六条). */
    static Proposed notice(Step.NoticeFee step, Around around) {
        var schedule = FeeSchedule.on(step.on()).orElseThrow();
        var bands = schedule.quote(step.basis(), step.count()).bands();
        // By pieces a notice charges one request: what it adds to those before it in the month.
        var rows = step.basis() == FeeBasis.PIECES && !bands.isEmpty()
                ? List.of(row(
                        "本月第" + step.count() + "件",
                        bands.getLast().rate(),
                        1,
                        bands.getLast().rate()))
                : bands.stream().map(band -> row(step.basis(), band)).toList();
        var lastDay = around.lastDay(Deadlines.Kind.FEE_PAYMENT);
        return new Proposed(
                LetterKind.FEE_NOTICE,
                null,
                false,
                Map.of(
                        "计收方式",
                        step.basis().label(),
                        "件数或页数",
                        step.basis() == FeeBasis.PIECES
                                ? "本月第" + step.count() + "件"
                                : step.count() + step.basis().unit(),
                        "金额",
                        String.valueOf(schedule.charge(step.basis(), step.count())),
                        "依据",
                        Prefill.REGULATION + "第四十二条和《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）",
                        "缴费期限",
                        "收到本通知次日起" + Terms.on(step.on()).payment() + "个工作日内"
                                + (lastDay.isEmpty() ? "" : "（最迟为" + lastDay + "）"),
                        "缴款方式",
                        around.settings().payment(),
                        "逾期后果",
                        "逾期未缴纳的，视为放弃申请，本机关不再处理该政府信息公开申请。",
                        "投诉渠道",
                        around.settings().complaints()),
                Map.of("分档", rows));
    }

    private static Map<String, String> row(FeeBasis basis, FeeBand band) {
        return row("第" + band.from() + "—" + band.to() + basis.unit(), band.rate(), band.count(), band.amount());
    }

    private static Map<String, String> row(String range, long rate, int count, long amount) {
        return Map.of(
                "范围", range, "单价", String.valueOf(rate), "数量", String.valueOf(count), "金额", String.valueOf(amount));
    }
}
