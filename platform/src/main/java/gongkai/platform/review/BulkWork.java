package gongkai.platform.review;

import gongkai.platform.calendar.MissingYearException;
import gongkai.platform.casework.StepObjections;
import gongkai.platform.jobs.Run;
import gongkai.platform.jobs.Work;
import gongkai.platform.request.Requests;
import gongkai.platform.request.procedure.StepType;
import gongkai.platform.web.Column;
import gongkai.platform.web.Export;
import gongkai.platform.web.Refusal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes the same step in many requests, each by itself: what one bars does not stop the others. Taken twice it does no harm, for the law bars the
 * second time.
 */
@Component
class BulkWork implements Work {
    static final String KIND = "bulk-step";

    private final CaseDesk desk;
    private final Requests requests;
    private final StepObjections objections;
    private final JsonMapper json;

    BulkWork(CaseDesk desk, Requests requests, StepObjections objections, JsonMapper json) {
        this.desk = desk;
        this.requests = requests;
        this.objections = objections;
        this.json = json;
    }

    record Input(BulkAct act, List<String> numbers, int workingDays, String approvedBy, String reason) {}

    /** What became of one request. */
    record Line(String number, boolean done, String result) {}

    String input(Input input) {
        return json.writeValueAsString(input);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(Run run) {
        var input = json.readValue(run.input(), Input.class);
        int total = input.numbers().size();
        int done = 0;
        var lines = new ArrayList<Line>();
        for (var number : input.numbers()) {
            var line = take(number, input);
            lines.add(line);
            done += line.done() ? 1 : 0;
            run.progress(lines.size(), total, "已办理 " + done + " 件");
        }
        run.progress(total, total, "办理 " + done + " 件" + (done == total ? "" : "，" + (total - done) + " 件没有办成，见结果文件"));
        run.resultFile(input.act().label() + "结果.xlsx", file(lines));
    }

    private Line take(String number, Input input) {
        try {
            desk.forAction(number, input.act().action());
        } catch (Refusal e) {
            return new Line(number, false, e.sentence());
        }
        var step = input.act().step(requests.today(), input.workingDays(), input.approvedBy(), input.reason());
        var objection = requests.byNumber(number).flatMap(request -> objections.to(request, StepType.of(step)));
        if (objection.isPresent()) {
            return new Line(
                    number,
                    false,
                    objection.get().article() + "：" + objection.get().reason());
        }
        Requests.Outcome outcome;
        try {
            outcome = requests.take(number, step, false, null);
        } catch (MissingYearException e) {
            return new Line(number, false, String.valueOf(e.getMessage()));
        }
        return switch (outcome) {
            case Requests.Outcome.Taken taken ->
                new Line(
                        number,
                        true,
                        taken.request().due() == null
                                ? "已办理"
                                : "已办理，新的答复期限 " + taken.request().due());
            case Requests.Outcome.Barred barred -> new Line(number, false, barred.article() + "：" + barred.reason());
            case Requests.Outcome.Unfit unfit -> new Line(number, false, unfit.reason());
        };
    }

    private static byte[] file(List<Line> lines) {
        var out = new ByteArrayOutputStream();
        try {
            Export.of(
                            "xlsx",
                            "结果",
                            List.of(
                                    Column.of("申请编号", Line::number),
                                    Column.of("是否办成", line -> line.done() ? "是" : "否"),
                                    Column.of("结果", Line::result)),
                            lines.stream())
                    .write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
