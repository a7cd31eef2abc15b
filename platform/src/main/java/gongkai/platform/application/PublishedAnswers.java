package gongkai.platform.application;

import gongkai.platform.organ.OrganId;
import java.util.List;

/** Offers what is published already while somebody writes what they want. Who publishes has a bean of this kind; without one nothing is offered. */
public interface PublishedAnswers {
    /** The likeliest few for these words, the organ's own first. */
    List<Suggestion> like(OrganId organ, String words);

    /** Something published, and where it is read. */
    record Suggestion(String title, String link) {}
}
