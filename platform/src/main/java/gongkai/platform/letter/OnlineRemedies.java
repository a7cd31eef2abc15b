package gongkai.platform.letter;

import gongkai.platform.organ.OrganId;
import org.springframework.stereotype.Service;

/** Where reconsideration of an organ's answers can be applied for on the internet (行政复议法第二十二条). */
@Service
public class OnlineRemedies {
    private final Settings settings;

    OnlineRemedies(Settings settings) {
        this.settings = settings;
    }

    /** The address; empty if the organ has told none. */
    public String address(OrganId organ) {
        return settings.of(organ).remedyUrl();
    }
}
