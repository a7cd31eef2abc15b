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
    record Found(List<Organ> organs, String article, String note) implements Reconsideration {}

    /**
     * It cannot be told.
     *
     * @param reason in Chinese, with what is missing
     */
    record Unknown(String reason) implements Reconsideration {}
}
