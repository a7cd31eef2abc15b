package gongkai.platform.sample;

import gongkai.platform.organ.Organs;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Fills an empty platform with sample organs and people, through the services that screens and calls use, so nothing unlawful gets in. The same
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

    SampleData(Organs organs, SampleOrgans sampleOrgans, SampleContacts contacts, SamplePeople people) {
        this.organs = organs;
        this.sampleOrgans = sampleOrgans;
        this.contacts = contacts;
        this.people = people;
    }

    /**
     * Fills the platform, all or nothing.
     *
     * @return false when there are organs already; then nothing is changed
     */
    @Transactional
    public boolean fill() {
        if (!organs.all().isEmpty()) {
            return false;
        }
        sampleOrgans.fill();
        contacts.fill();
        people.fill();
        return true;
    }
}
