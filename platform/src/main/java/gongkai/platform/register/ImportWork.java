package gongkai.platform.register;

import gongkai.platform.access.Access;
import gongkai.platform.access.Action;
import gongkai.platform.access.Policy;
import gongkai.platform.jobs.JobFailedException;
import gongkai.platform.jobs.Jobs;
import gongkai.platform.jobs.Run;
import gongkai.platform.jobs.Work;
import gongkai.platform.register.ImportOutcome.Fate;
import gongkai.platform.register.OrganTable.Unreadable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes a confirmed file of organs in, as a job: all good rows or, when it is called off or broken off, none. Rows with something wrong are kept with
 * the job as a file.
 */
@Component
class ImportWork implements Work {
    private static final String KIND = "organ-import";

    private final Jobs jobs;
    private final Uploads uploads;
    private final OrganImport organImport;
    private final Access access;
    private final Policy policy;
    private final TransactionTemplate together;

    ImportWork(
            Jobs jobs,
            Uploads uploads,
            OrganImport organImport,
            Access access,
            Policy policy,
            PlatformTransactionManager transactions) {
        this.jobs = jobs;
        this.uploads = uploads;
        this.organImport = organImport;
        this.access = access;
        this.policy = policy;
        together = new TransactionTemplate(transactions);
    }

    /** Starts the job for that file. {@code since} is when new organs begin whose row does not say it. */
    void start(Uploads.Upload upload, LocalDate since) {
        together.executeWithoutResult(status -> {
            uploads.confirm(upload.id());
            jobs.start(KIND, "导入机构 " + upload.name(), access.required().person(), upload.id() + " " + since);
        });
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** @param run its input is the number of the file and the day */
    @Override
    public void run(Run run) throws JobFailedException {
        policy.require(access.required(), Action.EDIT_ORGANS, null);
        var words = run.input().split(" ", 2);
        var id = UUID.fromString(words[0]);
        run.resultAt("/office/organs");
        // An earlier attempt may have ended after its work was stored and before that was noted of the job.
        var summary = uploads.summary(id)
                .or(() -> together.execute(status ->
                        uploads.confirmed(id).map(upload -> takeIn(upload, LocalDate.parse(words[1]), run))))
                .orElseThrow(() -> new JobFailedException("导入的文件已经不在，请重新导入"));
        run.progress(1, 1, summary);
    }

    private String takeIn(Uploads.Upload upload, LocalDate since, Run run) {
        var table = table(upload);
        int all = table.rows().size();
        run.progress(0, all, "正在导入");
        var outcome = organImport.carryOut(
                upload.name(), table, since, row -> run.progress(Math.min(row, all - 1), all, "正在导入"));
        if (outcome.count(Fate.BAD) > 0) {
            run.resultFile("有问题的行.xlsx", wrongRows(table, outcome));
        }
        uploads.taken(upload.id(), outcome.summary());
        return outcome.summary();
    }

    private static byte[] wrongRows(OrganTable table, ImportOutcome outcome) {
        var out = new ByteArrayOutputStream();
        try {
            WrongRows.export("xlsx", table, outcome.of(Fate.BAD)).write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static OrganTable table(Uploads.Upload upload) {
        try {
            return OrganTableReader.read(upload.content());
        } catch (Unreadable e) {
            throw new IllegalStateException(e);
        }
    }
}
