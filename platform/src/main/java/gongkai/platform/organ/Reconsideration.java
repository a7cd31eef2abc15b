package gongkai.platform.organ;

import java.util.List;

/** Where a reconsideration (行政复议) of an organ's acts may be asked for. */
public sealed interface Reconsideration {
    /**
     * One of these organs, at the applicant's choice where there are several.
     *
     * @param organs in the order in which a letter names them
     * @param article the article that says so, for example 行政复议法第二十八条
     * @param note what a person should know besides, empty when nothing
     */
    record Found(List<Organ> organs, String article, String note) implements Reconsideration {
        /** Whether the organ decides on its own acts, so that the State Council may be asked to rule on its decision (行政复议法第二十六条). */
        public boolean ruledByStateCouncil() {
            return article.equals("行政复议法第二十四条第二款") || article.equals("行政复议法第二十五条");
        }
    }

    /**
     * It cannot be told.
     *
     * @param reason in Chinese, with what is missing
     */
    record Unknown(String reason) implements Reconsideration {}
}
