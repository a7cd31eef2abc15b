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

    /** What should become public for everyone, and what was looked into and is not published. */
    public record Suggested(List<PromotionSuggestions.Suggestion> all) {
        public List<PromotionSuggestions.Suggestion> open() {
            return all.stream().filter(each -> each.declined().isEmpty()).toList();
        }

        public List<PromotionSuggestions.Suggestion> declined() {
            return all.stream().filter(each -> !each.declined().isEmpty()).toList();
        }
    }

    /** Saying why an answer is not published. */
    public record Decline(String number, String title, Form form) {}

    /** Taking one back. */
    public record Withdraw(Disclosure disclosure, Form form) {}

    /**
     * On the page of a case.
     *
     * @param wished whether its applicant suggests to publish the answer
     * @param declined why it is not published, empty if nobody has said so
     */
    public record Panel(
            String number,
            boolean mayPublish,
            boolean wished,
            String declined,
            @Nullable Disclosure current) {}
}
