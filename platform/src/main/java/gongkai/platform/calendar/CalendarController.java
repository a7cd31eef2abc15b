package gongkai.platform.calendar;

import gongkai.platform.access.Access;
import gongkai.platform.access.Action;
import gongkai.platform.access.Needs;
import gongkai.platform.access.Policy;
import gongkai.platform.web.Form;
import gongkai.platform.web.Page;
import gongkai.platform.web.Redirect;
import gongkai.platform.web.Refusal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;

/** The pages of the working calendar (工作日历). */
@Controller
@RequestMapping("/office/calendar")
@Needs(Action.SEE_CALENDAR)
class CalendarController {
    private final Calendars calendars;
    private final Access access;
    private final Policy policy;
    private final Clock clock;

    CalendarController(Calendars calendars, Access access, Policy policy, Clock clock) {
        this.calendars = calendars;
        this.access = access;
        this.policy = policy;
        this.clock = clock;
    }

    @GetMapping
    View calendar() {
        var entered = calendars.entered();
        var national = calendars.now().national();
        var years = calendars.now().notices().stream()
                .map(notice -> new CalendarPage.Year(
                        notice.year(),
                        notice.source(),
                        national.total(notice.year()),
                        entered.stream()
                                .anyMatch(decision -> decision.withdrawn() == null
                                        && Objects.equals(decision.year(), notice.year()))))
                .toList()
                .reversed();
        var regional =
                entered.stream().filter(decision -> decision.region() != null).toList();
        return Page.of("calendar/calendar", new CalendarPage(years, regional, calendars.missingYears(), mayEdit()));
    }

    @GetMapping("/{year:\\d{4}}")
    View year(@PathVariable int year) {
        var calendar = calendars.now();
        var notice = calendar.notices().stream()
                .filter(known -> known.year() == year)
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("还没有" + year + "年的工作日历"));
        var days = notice.days().stream()
                .sorted(java.util.Comparator.comparing(NoticeDay::day))
                .toList();
        var entered = calendars.entered().stream()
                .filter(decision -> Objects.equals(decision.year(), year))
                .toList();
        return Page.of(
                "calendar/year",
                new YearPage(year, notice.source(), calendar.national().byMonth(year), days, entered, mayEdit()));
    }

    @GetMapping("/new")
    @Needs(Action.EDIT_CALENDAR)
    View enter() {
        var missing = calendars.missingYears();
        int year = missing.isEmpty() ? LocalDate.now(clock).getYear() + 1 : missing.getLast();
        return Page.of("calendar/enter", enterPage(Form.of(Map.of("year", String.valueOf(year))), Form.EMPTY));
    }

    @PostMapping("/new")
    @Needs(Action.EDIT_CALENDAR)
    View enter(@RequestParam Map<String, String> typed) {
        var sent = NoticeForm.read(typed);
        return sent.notice() == null
                ? Page.rejected("calendar/enter", enterPage(sent.form(), Form.EMPTY))
                : entered(sent.notice());
    }

    @PostMapping("/import")
    @Needs(Action.EDIT_CALENDAR)
    View read(
            @RequestParam(defaultValue = "") String text, @RequestParam(required = false) @Nullable MultipartFile file)
            throws IOException {
        var json = file == null || file.isEmpty() ? text.getBytes(StandardCharsets.UTF_8) : file.getBytes();
        return switch (NoticeReading.of(json)) {
            case NoticeReading.Read read -> entered(read.notice());
            case NoticeReading.Unusable unusable -> {
                var form = Form.of(Map.of("text", text));
                for (var problem : unusable.problems()) {
                    form = form.wrong(problem);
                }
                yield Page.rejected("calendar/enter", enterPage(Form.EMPTY, form));
            }
        };
    }

    private View entered(HolidayNotice notice) {
        calendars.enter(notice).ifPresent(rejected -> {
            throw new Refusal(HttpStatus.UNPROCESSABLE_CONTENT, String.join("；", rejected.problems()));
        });
        return Redirect.to("/office/calendar/" + notice.year()).saying("已录入" + notice.year() + "年的放假安排，请核对各月工作日数");
    }

    @GetMapping("/regional/new")
    @Needs(Action.EDIT_CALENDAR)
    View enterRegional() {
        return Page.of("calendar/regional", new EnterRegionalPage(Form.EMPTY));
    }

    @PostMapping("/regional/new")
    @Needs(Action.EDIT_CALENDAR)
    View enterRegional(@RequestParam Map<String, String> typed) {
        var sent = RegionalForm.read(typed);
        if (sent.regional() == null) {
            return Page.rejected("calendar/regional", new EnterRegionalPage(sent.form()));
        }
        calendars.enter(sent.regional());
        return Redirect.to("/office/calendar")
                .saying("已录入行政区划" + sent.regional().region() + "的放假日");
    }

    @PostMapping("/decisions/{id}/withdrawal")
    @Needs(Action.EDIT_CALENDAR)
    View withdraw(@PathVariable long id, @RequestParam(defaultValue = "") String reason) {
        if (reason.isBlank()) {
            throw new Refusal(HttpStatus.UNPROCESSABLE_CONTENT, "请写明撤销的理由，然后返回重新提交");
        }
        if (!calendars.withdraw(id, reason.strip())) {
            throw Refusal.notFound("没有这条记录，或者已经撤销");
        }
        return Redirect.to("/office/calendar").saying("已撤销");
    }

    private static EnterNoticePage enterPage(Form typed, Form json) {
        return new EnterNoticePage(typed, json, List.copyOf(NoticeRules.FESTIVALS));
    }

    private boolean mayEdit() {
        return policy.allows(access.required(), Action.EDIT_CALENDAR, null);
    }
}
