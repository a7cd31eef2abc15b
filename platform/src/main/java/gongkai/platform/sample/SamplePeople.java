package gongkai.platform.sample;

import gongkai.platform.access.Divisions;
import gongkai.platform.access.People;
import gongkai.platform.access.Role;
import gongkai.platform.organ.Organ;
import gongkai.platform.organ.OrganKind;
import gongkai.platform.organ.Organs;
import java.util.List;
import org.springframework.stereotype.Component;

/** The sample people: for every organ one of each duty, for every government its office, and the three administrators. */
@Component
class SamplePeople {
    private static final String SURNAMES = "张李王赵钱孙周吴郑冯陈褚卫蒋沈韩杨朱秦尤许何吕施";
    private static final String GIVEN = "三四五六七八九十一二";

    /** Someone of every organ: the sign-in name before the @, and the roles held. */
    private record Duty(String login, List<Role> roles) {}

    private static final List<Duty> DUTIES = List.of(
            new Duty("officer", List.of(Role.HANDLER)),
            new Duty("head", List.of(Role.DIVISION_HEAD)),
            new Duty("office", List.of(Role.OFFICE_CLERK, Role.OFFICE_HEAD)),
            new Duty("secrecy", List.of(Role.SECRECY_REVIEWER)),
            new Duty("legal", List.of(Role.LEGAL_REVIEWER)),
            new Duty("leader", List.of(Role.LEADER)));

    private static final List<String> DIVISIONS = List.of("办公室", "法制科", "业务科");

    private final Organs organs;
    private final People people;
    private final Divisions divisions;
    private int named;

    SamplePeople(Organs organs, People people, Divisions divisions) {
        this.organs = organs;
        this.people = people;
        this.divisions = divisions;
    }

    void fill() {
        // One hash for all: it is slow on purpose, and this password is printed at every start.
        var password = people.shared(SampleData.PASSWORD);
        people.grant(people.add("sysadmin", name(), password), Role.SYSTEM_ADMIN, null, false);
        people.grant(people.add("secadmin", name(), password), Role.SECURITY_ADMIN, null, false);
        people.grant(people.add("auditor", name(), password), Role.AUDITOR, null, false);
        for (var organ : organs.all()) {
            if (works(organ)) {
                DIVISIONS.forEach(division -> divisions.add(organ.id(), division));
                DUTIES.forEach(duty -> add(organ, duty, password));
            } else if (organ.kind() == OrganKind.GOVERNMENT) {
                add(organ, DUTIES.get(2), password);
            }
        }
    }

    /** Whether it is one of the organs in which every duty has its person. */
    static boolean works(Organ organ) {
        return SampleOrgans.BUREAUS.contains(organ.code())
                || organ.code().equals(SampleOrgans.SHOWN)
                || organ.code().matches("demo-(d\\d\\d|c\\d(-d\\d)?)");
    }

    private void add(Organ organ, Duty duty, People.SharedPassword password) {
        long person = people.add(duty.login() + "@" + organ.code(), name(), password);
        duty.roles().forEach(role -> people.grant(person, role, organ.id(), false));
        if (organ.kind() == OrganKind.GOVERNMENT && duty.login().equals("office")) {
            people.grant(person, Role.SUPERVISOR, organ.id(), true);
        }
    }

    private String name() {
        int number = named++;
        return "" + SURNAMES.charAt(number % SURNAMES.length())
                + GIVEN.charAt(number / SURNAMES.length() % GIVEN.length());
    }
}
