package gongkai.platform.review;

import gongkai.platform.access.Access;
import gongkai.platform.access.Action;
import gongkai.platform.access.Policy;
import gongkai.platform.jobs.JobFailedException;
import gongkai.platform.jobs.Run;
import gongkai.platform.jobs.Work;
import gongkai.platform.organ.OrganId;
import gongkai.platform.request.Requests;
import gongkai.platform.web.Column;
import gongkai.platform.web.Export;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes an old register in, row by row: what is wrong with one does not stop the others, and no row is taken in twice. */
@Component
class OldRegisterWork implements Work {
    static final String KIND = "old-register";

    private final OldRegisters registers;
    private final Requests requests;
    private final Access access;
    private final Policy policy;
    private final TransactionTemplate transaction;

    OldRegisterWork(
            OldRegisters registers, Requests requests, Access access, Policy policy, TransactionTemplate transaction) {
        this.registers = registers;
        this.requests = requests;
        this.access = access;
        this.policy = policy;
        this.transaction = transaction;
    }

    /** What became of a row; it says nothing of what stood in it. */
    record Line(int row, String oldNumber, String number, String result) {}

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(Run run) throws JobFailedException {
        var actor = access.required();
        var upload = registers
                .find(actor.person(), UUID.fromString(run.input()))
                .orElseThrow(() -> new JobFailedException("上传的文件已经清除，请重新导入"));
        policy.require(actor, Action.BACKFILL_REQUESTS, upload.organ());
        OldRegister register;
        try {
            register = OldRegister.read(upload.content());
        } catch (OldRegister.UnreadableException e) {
            throw new JobFailedException(String.valueOf(e.getMessage()));
        }
        var cases = registers.cases(upload.organ(), register);
        var lines = new ArrayList<Line>();
        int good = 0;
        for (var one : cases) {
            var line = take(upload.organ(), one);
            good += line.number().isEmpty() ? 0 : 1;
            lines.add(line);
            run.progress(lines.size(), cases.size(), "已导入 " + good + " 件");
        }
        run.progress(
                cases.size(),
                cases.size(),
                "已导入 " + good + " 件" + (good == cases.size() ? "" : "，" + (cases.size() - good) + " 行没有导入，见结果文件"));
        run.resultFile("导入结果.xlsx", file(lines));
        registers.drop(upload.id());
    }

    private Line take(OrganId organ, OldCase one) {
        var old = one.row().cell(OldRegister.OLD_NUMBER);
        var request = one.request();
        if (request == null) {
            return new Line(one.row().number(), old, "", flaws(one));
        }
        var line = transaction.execute(status -> {
            if (registers.taken(organ, old)) {
                return new Line(one.row().number(), old, "", "这个编号已经导入过");
            }
            if (!(requests.receive(request) instanceof Requests.Outcome.Taken received)) {
                status.setRollbackOnly();
                return new Line(one.row().number(), old, "", "登记的日期不对");
            }
            var number = received.request().number();
            for (var step : one.steps()) {
                var outcome = requests.take(number, step, true, null);
                if (!(outcome instanceof Requests.Outcome.Taken)) {
                    status.setRollbackOnly();
                    return new Line(one.row().number(), old, "", words(outcome));
                }
            }
            registers.took(organ, old, received.request().id());
            return new Line(one.row().number(), old, number, "已导入");
        });
        return line == null ? new Line(one.row().number(), old, "", "没有导入") : line;
    }

    static String flaws(OldCase one) {
        return one.flaws().stream()
                .map(flaw -> flaw.column().isEmpty() ? flaw.reason() : flaw.column() + "：" + flaw.reason())
                .collect(Collectors.joining("；"));
    }

    private static String words(Requests.Outcome outcome) {
        return switch (outcome) {
            case Requests.Outcome.Taken taken -> "";
            case Requests.Outcome.Barred barred -> barred.article() + "：" + barred.reason();
            case Requests.Outcome.Unfit unfit -> unfit.reason();
        };
    }

    private static byte[] file(List<Line> lines) {
        var out = new ByteArrayOutputStream();
        try {
            Export.of(
                            "xlsx",
                            "导入结果",
                            List.of(
                                    Column.of("原行号", Line::row),
                                    Column.of("原编号", Line::oldNumber),
                                    Column.of("申请编号", Line::number),
                                    Column.of("结果", Line::result)),
                            lines.stream())
                    .write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
