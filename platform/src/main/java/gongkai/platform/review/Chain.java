package gongkai.platform.review;

import java.util.ArrayList;
import java.util.List;

/** The stages an answer goes through, in order; the last one signs it. */
public record Chain(List<Stage> stages) {
    /** What an organ has that has set nothing: 科室 → 保密审查 → 法制审核 → 分管领导. */
    public static final Chain USUAL = new Chain(List.of(
            Stage.usual(StageKind.DIVISION),
            Stage.usual(StageKind.SECRECY),
            Stage.usual(StageKind.LEGAL),
            Stage.usual(StageKind.SIGN)));

    private static final int MOST = 10;
    private static final int LONGEST_TITLE = 20;

    public Chain {
        stages = List.copyOf(stages);
    }

    /** One stage, under the name the organ has for it. */
    public record Stage(StageKind kind, String title) {
        static Stage usual(StageKind kind) {
            return new Stage(kind, kind.usualTitle());
        }
    }

    /** What is wrong with it, in Chinese; empty if nothing is. */
    List<String> flaws() {
        var flaws = new ArrayList<String>();
        long signatures =
                stages.stream().filter(stage -> stage.kind() == StageKind.SIGN).count();
        if (stages.isEmpty() || stages.getLast().kind() != StageKind.SIGN || signatures != 1) {
            flaws.add("最后一个环节应为签发，且只能签发一次");
        }
        if (stages.stream().noneMatch(stage -> stage.kind() == StageKind.SECRECY)) {
            flaws.add("第十七条：公开前应当依照保密法等规定审查，保密审查环节不能去掉");
        }
        if (stages.size() > MOST) {
            flaws.add("环节最多 " + MOST + " 个");
        }
        if (stages.stream()
                .anyMatch(stage -> stage.title().isBlank() || stage.title().length() > LONGEST_TITLE)) {
            flaws.add("每个环节都要有名称，最多 " + LONGEST_TITLE + " 个字");
        }
        return flaws;
    }
}
