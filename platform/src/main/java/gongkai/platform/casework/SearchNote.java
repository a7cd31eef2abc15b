package gongkai.platform.casework;

import java.time.LocalDate;

/**
 * What was searched for the information asked for (检索记录).
 *
 * @param place where, for example 综合档案室2019年至2025年卷宗
 * @param method how, for example 按题名检索
 * @param words with what words
 * @param outcome what was found, or that nothing was
 * @param by who searched
 * @param recorded who wrote it down, and when
 * @param struck whether it was struck out as wrong
 */
public record SearchNote(
        long id,
        LocalDate on,
        String place,
        String method,
        String words,
        boolean found,
        String outcome,
        String by,
        String recorded,
        boolean struck) {
    /** The note as a decision takes it over. */
    public String text() {
        return on + "，" + by + "在" + place + "以" + method + "检索“" + words + "”，" + outcome + "。";
    }
}
