package gongkai.platform.review;

import gongkai.platform.letter.CaseFileList;
import gongkai.platform.request.DisclosureRequest;
import gongkai.platform.web.Day;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Who said what about the drafts of an answer (审核流转), for the file of the case. */
@Component
class ReviewRecord implements CaseFileList {
    private final Rounds rounds;
    private final AnswerDrafts drafts;

    ReviewRecord(Rounds rounds, AnswerDrafts drafts) {
        this.rounds = rounds;
        this.drafts = drafts;
    }

    @Override
    public Place place() {
        return Place.REVIEW;
    }

    @Override
    public Optional<Table> of(DisclosureRequest request) {
        var rows = new ArrayList<List<String>>();
        for (var round : rounds.of(request).reversed()) {
            var draft = "第 " + round.draft() + " 稿";
            rows.add(List.of(Day.minute(round.submittedAt()), draft + "\n送审", round.submitter(), decided(round)));
            for (var verdict : round.verdicts()) {
                rows.add(List.of(
                        Day.minute(verdict.at()),
                        draft + "\n" + verdict.title(),
                        verdict.who(),
                        (verdict.approved() ? "" : "退回：") + verdict.remark()));
            }
            var ended = round.endedAt();
            if (ended != null && round.state() != Round.State.SIGNED && round.state() != Round.State.RETURNED) {
                rows.add(List.of(Day.minute(ended), draft + "\n" + round.state().label(), "", ""));
            }
        }
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(new Table("审核流转记录", List.of(20, 22, 20, 38), List.of("时间", "环节", "办理人", "意见"), rows));
    }

    private String decided(Round round) {
        return drafts.version(round.request(), round.draft())
                .map(draft -> "拟作出：" + draft.label())
                .orElse("");
    }

    @Override
    public Map<String, String> approval(DisclosureRequest request) {
        var last = rounds.of(request).stream().findFirst().orElse(null);
        if (last == null) {
            return Map.of();
        }
        var fields = new HashMap<String, String>();
        fields.put("拟办意见", decided(last) + "（" + last.submitter() + "）");
        for (var verdict : last.verdicts()) {
            var said = verdict.remark() + "（" + verdict.who() + "，" + Day.minute(verdict.at()) + "）";
            switch (last.chain().stages().get(verdict.stage()).kind()) {
                case DIVISION, OFFICE -> fields.merge("会办", said, (one, two) -> one + "\n" + two);
                case SECRECY -> fields.merge("保密审查意见", said, (one, two) -> one + "\n" + two);
                case LEGAL -> fields.merge("合法性审核", said, (one, two) -> one + "\n" + two);
                case SIGN -> fields.put("签发人", verdict.who() + "，" + Day.minute(verdict.at()));
            }
        }
        fields.put(
                "各节点时间",
                "送审 " + Day.minute(last.submittedAt())
                        + last.verdicts().stream()
                                .map(verdict -> "\n" + verdict.title() + " " + Day.minute(verdict.at()))
                                .collect(Collectors.joining()));
        return fields;
    }
}
