package gongkai.annualreport.checking;

import gongkai.annualreport.AnnualReport;
import gongkai.annualreport.CellKey;
import gongkai.annualreport.OrganLevel;
import gongkai.annualreport.reading.Reading;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is checked. Not a record, because the prose is analysed only once, when the first rule asks for it. */
public final class Subject {
    private final Reading reading;
    private final @Nullable AnnualReport previous;
    private final @Nullable String organ;
    private final @Nullable OrganLevel level;
    private final @Nullable Map<CellKey, Integer> ledger;
    private final CheckSettings settings;
    private @Nullable Narrative narrative;

    /**
     * @param previous last year's report of the same organ, for the rules across years
     * @param organ the organ's full name, when the caller knows it better than the title tells
     * @param level the level of the organ's region; null where unknown, and rules that need it cannot judge
     * @param ledger what the organ's own register of cases (台账) counts for cells of table four; null where there is none
     * @param settings the thresholds that are not fixed by law
     */
    public Subject(
            Reading reading,
            @Nullable AnnualReport previous,
            @Nullable String organ,
            @Nullable OrganLevel level,
            @Nullable Map<CellKey, Integer> ledger,
            CheckSettings settings) {
        this.reading = reading;
        this.previous = previous;
        this.organ = organ;
        this.level = level;
        this.ledger = ledger;
        this.settings = settings;
    }

    public Subject(
            Reading reading, @Nullable AnnualReport previous, @Nullable String organ, @Nullable OrganLevel level) {
        this(
                reading,
                previous,
                organ,
                level,
                null,
                CheckSettings.forYear(reading.report().year()));
    }

    /** A report about which nothing else is known. */
    public Subject(Reading reading) {
        this(reading, null, null, null);
    }

    public Reading reading() {
        return reading;
    }

    public AnnualReport report() {
        return reading.report();
    }

    public Reading.Trace trace() {
        return reading.trace();
    }

    public @Nullable AnnualReport previous() {
        return previous;
    }

    public @Nullable String organ() {
        return organ;
    }

    /** The organ as the caller names it, else as the title does. */
    public @Nullable String organName() {
        return organ != null ? organ : report().organ();
    }

    /** Whether the report, signed by a government's office and not titled as the office's, may be the government's own. */
    boolean maySpeakForGovernment() {
        var title = report().title();
        return organ == null
                && Organ.named(report().organ()).isGovernmentOffice()
                && (title == null || !title.contains("政府办"));
    }

    public @Nullable OrganLevel level() {
        return level;
    }

    public @Nullable Map<CellKey, Integer> ledger() {
        return ledger;
    }

    public CheckSettings settings() {
        return settings;
    }

    /** The report's prose in sentences. A subject is checked by one thread. */
    Narrative narrative() {
        var known = narrative;
        if (known == null) {
            known = Narrative.of(report(), organName());
            narrative = known;
        }
        return known;
    }
}
