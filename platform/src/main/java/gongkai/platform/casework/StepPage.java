package gongkai.platform.casework;

import gongkai.platform.request.DisclosureRequest;
import gongkai.platform.request.fee.FeeQuote;
import gongkai.platform.web.Form;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The form of a step.
 *
 * @param title what is done, in the words of the law
 * @param effect what it would do as it is filled in now; null while that cannot be told
 * @param dangerous whether the case ends with it or something is taken back, so that the button says so
 * @param expected how many steps were taken when the form was opened
 * @param quotes both ladders of the fee, side by side
 * @param advice what the officer should know before
 * @param changed what others did since the form was opened
 */
public record StepPage(
        DisclosureRequest request,
        String name,
        String title,
        String article,
        String clock,
        String action,
        boolean backfill,
        List<StepField> fields,
        Form form,
        @Nullable StepEffect effect,
        boolean dangerous,
        List<FeeQuote> quotes,
        List<String> advice,
        int expected,
        List<String> changed) {
    public String path() {
        return Cases.path(request.number());
    }

    /** Whether papers can be sent with it. */
    public boolean takesPapers() {
        return fields.stream().anyMatch(field -> field.kind() == StepField.Kind.FILES);
    }

    /** The same, telling what others did meanwhile. */
    StepPage after(List<String> changes) {
        return new StepPage(
                request, name, title, article, clock, action, backfill, fields, form, effect, dangerous, quotes, advice,
                expected, changes);
    }
}
