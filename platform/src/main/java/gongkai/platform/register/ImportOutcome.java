package gongkai.platform.register;

import java.util.List;

/**
 * What became, or would become, of a file of organs.
 *
 * @param unknown titles of columns that were left alone
 */
public record ImportOutcome(List<Line> lines, List<String> unknown) {
    /** What becomes of a row. */
    public enum Fate {
        ADDED("新增"),
        CHANGED("变更"),
        SAME("无变化"),
        BAD("有问题");

        private final String chinese;

        Fate(String chinese) {
            this.chinese = chinese;
        }

        public String chinese() {
            return chinese;
        }
    }

    /**
     * One row.
     *
     * @param row its number in the file
     * @param what what would change, empty when nothing
     */
    public record Line(int row, String code, String name, Fate fate, String what, List<Flaw> flaws) {}

    /**
     * Something wrong with a row.
     *
     * @param column the title of the column, empty for the whole row
     * @param cell what stands there
     * @param reason what is wrong and how to mend it
     */
    public record Flaw(String column, String cell, String reason) {}

    public long count(Fate fate) {
        return lines.stream().filter(line -> line.fate() == fate).count();
    }

    /** What became of all rows, in a sentence. */
    public String summary() {
        return "新增 " + count(Fate.ADDED) + " 个，变更 " + count(Fate.CHANGED) + " 个，无变化 " + count(Fate.SAME) + " 个"
                + (count(Fate.BAD) == 0 ? "" : "；" + count(Fate.BAD) + " 行有问题，没有导入");
    }

    /** The rows of that fate, in the order of the file. */
    public List<Line> of(Fate fate) {
        return lines.stream().filter(line -> line.fate() == fate).toList();
    }
}
