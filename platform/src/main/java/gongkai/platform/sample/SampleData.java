package gongkai.platform.sample;

import gongkai.platform.organ.Organs;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Fills an empty platform with sample organs, people and cases, through the services that screens and calls use, so nothing unlawful gets in. The same
 * every time.
 */
@Service
public class SampleData {
    /** The password of every sample person. It is public: printed at each start with {@code --sample} and told in the README. */
    public static final String PASSWORD = "Shili#Mima-2026";

    private final Organs organs;
    private final SampleOrgans sampleOrgans;
    private final SampleContacts contacts;
    private final SamplePeople people;
    private final SampleCases cases;
    private final TransactionTemplate transaction;

    SampleData(
            Organs organs,
            SampleOrgans sampleOrgans,
            SampleContacts contacts,
            SamplePeople people,
            SampleCases cases,
            TransactionTemplate transaction) {
        this.organs = organs;
        this.sampleOrgans = sampleOrgans;
        this.contacts = contacts;
        this.people = people;
        this.cases = cases;
        this.transaction = transaction;
    }

    /**
     * Fills the platform: organs and people all or nothing, then the cases, whose numbers are drawn beside the transaction and need the
     * organs to be there.
     *
     * @return false when there are organs already; then nothing is changed
     */
    public boolean fill() {
        if (!organs.all().isEmpty()) {
            return false;
        }
        transaction.executeWithoutResult(status -> {
            sampleOrgans.fill();
            contacts.fill();
            people.fill();
        });
        transaction.executeWithoutResult(status -> cases.fill());
        return true;
    }
}
