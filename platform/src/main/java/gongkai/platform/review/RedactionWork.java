package gongkai.platform.review;

import gongkai.platform.access.Access;
import gongkai.platform.access.Action;
import gongkai.platform.files.Keeping;
import gongkai.platform.files.StoredFile;
import gongkai.platform.jobs.JobFailedException;
import gongkai.platform.jobs.Run;
import gongkai.platform.jobs.Work;
import gongkai.platform.redaction.RedactionException;
import gongkai.platform.request.DisclosureRequest;
import gongkai.platform.web.Refusal;
import java.time.Clock;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Makes the versions of several files that may be given out. */
@Component
class RedactionWork implements Work {
    static final String KIND = "redaction";

    private final CaseDesk desk;
    private final Markings markings;
    private final Originals originals;
    private final Access access;
    private final TransactionTemplate transaction;
    private final JsonMapper json;
    private final Clock clock;

    RedactionWork(
            CaseDesk desk,
            Markings markings,
            Originals originals,
            Access access,
            TransactionTemplate transaction,
            JsonMapper json,
            Clock clock) {
        this.desk = desk;
        this.markings = markings;
        this.originals = originals;
        this.access = access;
        this.transaction = transaction;
        this.json = json;
        this.clock = clock;
    }

    /** What it is started with. */
    record Input(String number, List<String> files) {}

    String input(String number, List<String> files) {
        return json.writeValueAsString(new Input(number, files));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(Run run) throws JobFailedException {
        var input = json.readValue(run.input(), Input.class);
        var request = desk.forAction(input.number(), Action.HANDLE_REQUESTS);
        int total = input.files().size();
        int first = run.checkpoint().map(Integer::parseInt).orElse(0);
        for (int i = first; i < total; i++) {
            run.progress(i, total, "第 " + (i + 1) + " 个文件");
            var file = desk.material(request, input.files().get(i))
                    .orElseThrow(() -> new JobFailedException("文件已被清除，没有全部完成"));
            make(request, file);
            run.checkpoint(String.valueOf(i + 1));
        }
        run.progress(total, total, "已生成 " + total + " 个遮盖版");
        run.resultAt("/office/requests/" + input.number() + "/answer/redaction");
    }

    private void make(DisclosureRequest request, StoredFile file) throws JobFailedException {
        var marks = markings.of(request, file.id()).stream()
                .filter(Markings.Marking::stands)
                .map(Markings.Marking::mark)
                .toList();
        if (marks.isEmpty()) {
            throw new JobFailedException(file.name() + "：还没有标出要遮盖的内容");
        }
        try {
            var result = originals.burnt(file, marks);
            transaction.executeWithoutResult(status -> {
                switch (originals.keepBeside(request, file, "遮盖版", result.pdf())) {
                    case Keeping.Kept kept ->
                        markings.made(
                                request,
                                new Markings.Made(
                                        file.id(),
                                        kept.file().id(),
                                        result.pages(),
                                        marks.size(),
                                        result.removed(),
                                        access.required().name(),
                                        clock.instant()));
                    case Keeping.Refused refused ->
                        throw new Refusal(HttpStatus.CONFLICT, file.name() + "：" + refused.reason());
                }
            });
        } catch (RedactionException e) {
            throw new JobFailedException(file.name() + "：" + e.getMessage());
        }
    }
}
