package gongkai.platform.casework;

import gongkai.platform.request.DisclosureRequest;
import gongkai.platform.request.procedure.LetterKind;
import gongkai.platform.request.procedure.Recorded;
import gongkai.platform.request.procedure.Step;
import gongkai.platform.request.procedure.StepType;
import gongkai.platform.web.Day;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What happened to a case, in order, and who wrote it down. */
@Component
class Timeline {
    private final JdbcClient database;

    Timeline(JdbcClient database) {
        this.database = database;
    }

    List<TimelineEntry> of(DisclosureRequest request, List<Recorded> steps) {
        var recorders = recorders(request);
        var undone = undone(steps);
        var entries = new ArrayList<TimelineEntry>();
        entries.add(received(request, recorders.getOrDefault(0, "")));
        for (int i = 0; i < steps.size(); i++) {
            var recorded = steps.get(i);
            var type = StepType.of(recorded.step());
            entries.add(new TimelineEntry(
                    recorded.step().on(),
                    type.label(),
                    type.article(),
                    StepWords.said(recorded.step()),
                    recorded.backfilled()
                            ? List.of()
                            : StepWords.letters(recorded.step()).stream()
                                    .map(LetterKind::title)
                                    .toList(),
                    recorders.getOrDefault(i + 1, ""),
                    Day.minute(recorded.recordedAt()),
                    recorded.isLate(),
                    recorded.backfilled(),
                    undone.contains(i)));
        }
        return entries;
    }

    private TimelineEntry received(DisclosureRequest request, String who) {
        var at = database.sql("select recorded_at from request.request where id = :id")
                .param("id", request.id())
                .query((row, number) ->
                        row.getObject("recorded_at", OffsetDateTime.class).toInstant())
                .optional()
                .orElse(Instant.EPOCH);
        boolean ordered = request.isOrdered();
        var said = new ArrayList<String>();
        if (request.origin() != null) {
            said.add((ordered ? "原申请：" : "拆分自：") + request.origin());
        }
        if (request.answerBy() != null) {
            said.add("重新答复期限：" + Day.text(request.answerBy()));
        } else {
            said.add("渠道：" + request.channel().label());
        }
        return new TimelineEntry(
                request.submittedOn(),
                ordered ? "责令重新答复" : "收到申请材料",
                ordered ? "行政复议法第六十四条、行政诉讼法第七十条" : "第二十九条",
                said,
                request.backfilled() || ordered ? List.of() : List.of(LetterKind.REGISTRATION_RECEIPT.title()),
                who,
                Day.minute(at),
                false,
                request.backfilled(),
                false);
    }

    /** The names of those who wrote down the registration (0) and each step, by its number. */
    private Map<Integer, String> recorders(DisclosureRequest request) {
        var names = new HashMap<Integer, String>();
        database.sql("""
                        select seq, name from (
                            select 0 as seq, recorded_by from request.request where id = :id
                            union all select seq, recorded_by from request.step where request = :id) s
                        join access.person p on p.id = s.recorded_by
                        """)
                .param("id", request.id())
                .query((row, number) -> Map.entry(row.getInt("seq"), row.getString("name")))
                .list()
                .forEach(entry -> names.put(entry.getKey(), entry.getValue()));
        return names;
    }

    /** The places of the steps that a later one took back. */
    private static HashSet<Integer> undone(List<Recorded> steps) {
        var standing = new ArrayList<Integer>();
        var undone = new HashSet<Integer>();
        for (int i = 0; i < steps.size(); i++) {
            if (!(steps.get(i).step() instanceof Step.Undo)) {
                standing.add(i);
            } else if (!standing.isEmpty()) {
                undone.add(standing.removeLast());
            }
        }
        return undone;
    }
}
