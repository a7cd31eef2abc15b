package gongkai.platform.request.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.platform.calendar.WorkCalendar;
import gongkai.platform.request.procedure.Ruling.Barred;
import gongkai.platform.request.procedure.Ruling.Moved;
import gongkai.platform.request.procedure.Ruling.Unfit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NullMarked;

/** A request in a test: it reaches a state by legal steps only. All its steps are backfilled from the end of the known calendar. */
@NullMarked
final class Case {
    static final Procedure PROCEDURE = new Procedure(WorkCalendar.shipped().national());
    static final Entry LATER = new Entry(LocalDate.of(2026, 12, 31), true);

    final Opening opening;
    final List<Step> steps = new ArrayList<>();

    private Case(Opening opening) {
        this.opening = opening;
        assertThat(PROCEDURE.open(opening, LATER.today())).isInstanceOf(Moved.class);
    }

    static LocalDate day(String day) {
        return LocalDate.parse(day);
    }

    static Case received(String day) {
        return received(Channel.IN_PERSON, day, null);
    }

    static Case received(Channel channel, String submitted, @org.jspecify.annotations.Nullable String confirmed) {
        return new Case(new Opening.Received(channel, day(submitted), confirmed == null ? null : day(confirmed)));
    }

    static Case ordered(String on, String until) {
        return new Case(new Opening.Ordered(day(on), day(until), "原申请"));
    }

    Ruling attempt(Step step) {
        return PROCEDURE.take(opening, steps, step, LATER);
    }

    Case then(Step step) {
        assertThat(attempt(step)).as("%s", step).isInstanceOf(Moved.class);
        steps.add(step);
        return this;
    }

    /** The step is barred; gives the article. */
    String bar(Step step) {
        var ruling = attempt(step);
        assertThat(ruling).as("%s", step).isInstanceOf(Barred.class);
        var barred = (Barred) ruling;
        assertThat(barred.reason()).isNotBlank();
        return barred.article();
    }

    /** The step is unfit; gives the field. */
    String unfit(Step step) {
        var ruling = attempt(step);
        assertThat(ruling).as("%s", step).isInstanceOf(Unfit.class);
        return ((Unfit) ruling).field();
    }

    Standing standing() {
        return Procedure.replay(opening, steps);
    }

    Situation on(String today) {
        return PROCEDURE.situation(standing(), day(today));
    }

    Situation now() {
        return PROCEDURE.situation(standing(), LATER.today());
    }

    @org.jspecify.annotations.Nullable
    LocalDate due() {
        return now().due();
    }

    RequestState state() {
        return standing().state();
    }

    List<ClockDay> ledger() {
        return PROCEDURE.ledger(standing());
    }

    long countedDays() {
        return ledger().stream().filter(ClockDay::counted).count();
    }
}
