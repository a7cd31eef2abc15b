package gongkai.platform.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was typed into long forms and not yet sent, kept for whoever typed it.
 *
 * <p>A page of the back office takes part by three lines of its template, and no line of its controller:
 *
 * <pre>{@code
 * !{var form = frame.draft().into(page.form());}            // the form, or the draft of it
 * @template.layout.office(frame = frame, title = "…", content = @`
 *   @template.part.restored(frame = frame)                  // says so, and offers to throw it away
 *   <form method="post" action="…" data-guard>
 *     @template.part.csrf(frame = frame)
 *     @template.part.errors(form = form)
 *     …fields from form, hidden ones from form.value(…)…
 *     @template.part.buttons(primary = "保存", cancel = "…", draft = frame)   // 保存草稿
 *   </form>`)
 * }</pre>
 *
 * <p>The button works without scripts; with them the form is also saved a moment after the last key. The draft is thrown away when the form ends in a
 * redirect (303). Each is kept for one person, acting for one organ, at one address with its query, for thirty days, encrypted. Names that begin with
 * an underscore, passwords and files are not kept. The draft replaces every value of the form, so let it hold what its fields hold and nothing else.
 * A page of preview between form and work passes the draft on by {@code <input type="hidden" name="_draft" value="${frame.draft().page()}">}.
 */
public interface Drafts {
    /** The draft whoever is signed in has for the form at that address. */
    Optional<Draft> of(String page);

    /**
     * Keeps what was typed in place of what was kept before.
     *
     * @param asked whether the person asked for it, so that the log tells of it
     */
    void save(String page, Map<String, List<String>> fields, boolean asked);

    /** Throws the draft away, if there is one. */
    void remove(String page);

    /** What was typed, and when it was kept. */
    record Draft(Map<String, List<String>> fields, Instant savedAt) {}
}
