package gongkai.platform.calendar;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import gongkai.platform.access.Action;
import gongkai.platform.access.Needs;
import gongkai.platform.api.ReadsAs;
import gongkai.platform.web.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Terms and the notices they are counted on, for other systems. */
@RestController
@RequestMapping("/api/v1/calendar")
@Tag(name = "工作日历")
@Needs(Action.SEE_CALENDAR)
class CalendarApi {
    /** Longer than any term of the law; keeps a mistyped number from walking through a century. */
    private static final int LONGEST = 4000;

    private final Calendars calendars;

    CalendarApi(Calendars calendars) {
        this.calendars = calendars;
    }

    record Entry(LocalDate day, boolean counted, String reason) {
        static Entry of(CalendarDay day) {
            return new Entry(
                    day.day(),
                    day.counted(),
                    day.source() == null ? day.reason() : day.reason() + "（" + day.source() + "）");
        }
    }

    record Deadline(
            LocalDate from,
            @JsonInclude(Include.NON_NULL) @Nullable Integer workingDays,
            @JsonInclude(Include.NON_NULL) @Nullable Integer days,
            @JsonInclude(Include.NON_NULL) @Nullable Integer months,
            LocalDate due,
            List<Entry> ledger) {}

    @GetMapping("/deadline")
    @Operation(
            summary = "推算期限届满日",
            description = "workingDays（工作日）、days（自然日）、months（月）三者给一个；起始日不计。自然日和月的期限最后一日是休假日的顺延。缺少所需年度的工作日历时应答 422")
    Deadline deadline(
            @RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate from,
            @RequestParam(required = false) @Nullable Integer workingDays,
            @RequestParam(required = false) @Nullable Integer days,
            @RequestParam(required = false) @Nullable Integer months,
            @RequestParam(required = false) @Nullable String region) {
        var counting = calendars.in(code(region));
        try {
            if (workingDays != null && days == null && months == null) {
                var due = counting.plus(from, length(workingDays));
                return new Deadline(from, workingDays, null, null, due, entries(counting.ledger(from, due)));
            }
            if (workingDays == null && days != null && months == null) {
                return natural(counting, from, days, null, from.plusDays(length(days)));
            }
            if (workingDays == null && days == null && months != null) {
                return natural(counting, from, null, months, from.plusMonths(length(months)));
            }
        } catch (MissingYearException e) {
            throw Refusal.unreadable(String.valueOf(e.getMessage()));
        } catch (DateTimeException e) {
            throw Refusal.unreadable("日期超出可以推算的范围");
        }
        throw Refusal.unreadable("workingDays、days、months 应给出一个，并只给一个");
    }

    private static Deadline natural(
            WorkingDays counting,
            LocalDate from,
            @Nullable Integer days,
            @Nullable Integer months,
            LocalDate nominalEnd) {
        return new Deadline(
                from,
                null,
                days,
                months,
                counting.onOrAfter(nominalEnd),
                entries(counting.naturalLedger(from, nominalEnd)));
    }

    private static int length(int asked) {
        if (asked < 1 || asked > LONGEST) {
            throw Refusal.unreadable("期限的长度应在1至" + LONGEST + "之间，现为" + asked);
        }
        return asked;
    }

    private static @Nullable String code(@Nullable String region) {
        if (region == null || region.isBlank()) {
            return null;
        }
        if (!region.matches("\\d{6}|\\d{9}|\\d{12}")) {
            throw Refusal.unreadable("行政区划代码应为6位、9位或12位数字");
        }
        return region;
    }

    private static List<Entry> entries(List<CalendarDay> ledger) {
        return ledger.stream().map(Entry::of).toList();
    }

    record Year(int year, String source, int workingDays, List<Day> days) {}

    record Day(String name, LocalDate date, boolean isOffDay) {}

    /** What is sent to enter a notice. */
    record Notice(int year, String source, List<Day> days) {}

    @GetMapping("/notices")
    @Operation(summary = "列出各年度的放假安排")
    List<Year> notices() {
        var calendar = calendars.now();
        return calendar.notices().stream()
                .map(notice -> new Year(
                        notice.year(),
                        notice.source(),
                        calendar.national().total(notice.year()),
                        notice.days().stream()
                                .map(day -> new Day(day.name(), day.day(), day.off()))
                                .toList()))
                .toList();
    }

    @PostMapping("/notices")
    @Needs(Action.EDIT_CALENDAR)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "录入一年的放假安排",
            description =
                    "{\"year\", \"source\", \"days\": [{\"name\", \"date\", \"isOffDay\"}]}；调休上班日 isOffDay 为 false")
    Year enter(@ReadsAs(Notice.class) @RequestBody String notice) {
        return switch (NoticeReading.of(notice.getBytes(StandardCharsets.UTF_8))) {
            case NoticeReading.Unusable unusable -> throw Refusal.unreadable(String.join("；", unusable.problems()));
            case NoticeReading.Read read -> {
                refuse(calendars.enter(read.notice()));
                yield notices().stream()
                        .filter(year -> year.year() == read.notice().year())
                        .findFirst()
                        .orElseThrow();
            }
        };
    }

    record Regional(
            @Nullable String region,
            @Nullable String source,
            @Nullable List<Day> days) {}

    @PostMapping("/regional-days")
    @Needs(Action.EDIT_CALENDAR)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "录入地方规定的放假日（例如少数民族节日）")
    Regional enter(@RequestBody Regional asked) {
        if (asked.region() == null || asked.source() == null || asked.days() == null) {
            throw Refusal.unreadable("应有 region、source、days 三项");
        }
        var days = asked.days().stream()
                .map(day -> {
                    if (day == null || day.name() == null || day.date() == null) {
                        throw Refusal.unreadable("days 的每一项应有 name、date、isOffDay");
                    }
                    return new NoticeDay(day.date(), day.name(), day.isOffDay());
                })
                .toList();
        refuse(calendars.enter(new RegionalDays(asked.region(), asked.source(), days)));
        return asked;
    }

    private static void refuse(Optional<Calendars.Rejected> rejected) {
        rejected.ifPresent(wrong -> {
            throw Refusal.unreadable(String.join("；", wrong.problems()));
        });
    }
}
