package gongkai.platform.web;

import gg.jte.Content;

/**
 * A part of a page that another feature lends: a template with the parameters {@code frame} and {@code page}, and the record it shows. In
 * a template it stands as {@code ${part.in(frame)}}.
 *
 * @param template its path below {@code src/main/jte}, without ending
 */
public record Part(String template, Object model) {
    /** What is drawn, in the frame of the page it stands in. */
    public Content in(Frame frame) {
        return output -> Page.draw(template, frame, model, output);
    }
}
