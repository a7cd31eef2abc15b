package gongkai.platform;

import gongkai.platform.web.Open;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Moves the day, in development only: {@code /dev/time?day=2027-01-31}, and back with {@code /dev/time?day=}. */
@RestController
@Profile("dev")
class TimeController {
    private final TimeMachine machine;

    TimeController(TimeMachine machine) {
        this.machine = machine;
    }

    @GetMapping(path = "/dev/time", produces = MediaType.TEXT_PLAIN_VALUE + ";charset=UTF-8")
    @Open
    String time(
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate day) {
        if (day == null) {
            machine.comeBack();
        } else {
            machine.travelTo(day);
        }
        return "今天是 " + LocalDate.now(machine) + "\n";
    }
}
