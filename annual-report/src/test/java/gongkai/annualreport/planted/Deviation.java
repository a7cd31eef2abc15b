package gongkai.annualreport.planted;

import gongkai.annualreport.OrganLevel;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * One way real files depart from the official form, or one error offices make, planted in a fresh draft.
 *
 * @param fits the targets it can be drawn in so that one truth follows
 */
public record Deviation(String name, Form form, Organ organ, Consumer<Draft> plant, Predicate<Target> fits) {
    /** Whose report it is planted in. */
    enum Organ {
        EITHER,
        DEPARTMENT,
        GOVERNMENT
    }

    static Deviation of(String name, Consumer<Draft> plant) {
        return new Deviation(name, Form.OF_2021, Organ.EITHER, plant, target -> true);
    }

    static Deviation of2019(String name, Consumer<Draft> plant) {
        return new Deviation(name, Form.OF_2019, Organ.EITHER, plant, target -> true);
    }

    Deviation where(Predicate<Target> condition) {
        return new Deviation(name, form, organ, plant, fits.and(condition));
    }

    Deviation by(Organ whose) {
        return new Deviation(name, form, whose, plant, fits);
    }

    /** An empty cell can be told from a lost one in such a target. */
    Deviation whereEmptyCellsStay() {
        return where(Target::keepsEmptyCells);
    }

    /** The draft with this planted. The same seed gives the same draft. */
    public Draft draft(long seed) {
        var random = new Random(seed);
        int year = form == Form.OF_2019 ? 2019 + random.nextInt(2) : 2021 + random.nextInt(5);
        boolean government = switch (organ) {
            case EITHER -> random.nextInt(3) == 0;
            case DEPARTMENT -> false;
            case GOVERNMENT -> true;
        };
        var figures = switch (random.nextInt(6)) {
            case 0 -> Draft.Figures.MOSTLY_ZERO;
            case 1 -> Draft.Figures.LARGE;
            default -> Draft.Figures.VARIED;
        };
        return draft(year, government, figures, seed);
    }

    Draft draft(int year, boolean government, Draft.Figures figures, long seed) {
        var draft = new Draft(form, year, government ? "海州市人民政府" : "海州市司法局", OrganLevel.CITY, figures, seed);
        plant.accept(draft);
        return draft;
    }
}
