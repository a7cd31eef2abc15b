package gongkai.platform.disclosures;

import gongkai.platform.organ.Organ;
import gongkai.platform.web.Form;
import gongkai.platform.web.Listing;
import gongkai.platform.web.Option;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the pages of the disclosure log show. */
public final class DisclosurePages {
    private DisclosurePages() {}

    /** What everyone finds. {@code organ} is the one asked for, null for all. */
    public record Log(Listing<Disclosure> list, @Nullable Organ organ) {}

    /** What the organ's own people see: taken back ones too. */
    public record Own(Listing<Disclosure> list) {}

    /** Publishing an answer. {@code unread} are the chosen files that a person must look at. */
    public record Publish(
            String number, String decision, boolean partial, List<Option> files, List<Option> unread, Form form) {}

    /** What should become public for everyone. */
    public record Suggested(List<PromotionSuggestions.Suggestion> rows) {}

    /** Taking one back. */
    public record Withdraw(Disclosure disclosure, Form form) {}

    /** On the page of a case. */
    public record Panel(
            String number,
            boolean fit,
            boolean mayPublish,
            @Nullable Disclosure current) {}
}
