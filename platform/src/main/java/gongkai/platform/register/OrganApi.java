package gongkai.platform.register;

import gongkai.platform.access.Action;
import gongkai.platform.access.Needs;
import gongkai.platform.organ.Capacity;
import gongkai.platform.organ.Court;
import gongkai.platform.organ.Courts;
import gongkai.platform.organ.DisclosureOffice;
import gongkai.platform.organ.DisclosureOffices;
import gongkai.platform.organ.Organ;
import gongkai.platform.organ.OrganId;
import gongkai.platform.organ.OrganKind;
import gongkai.platform.organ.OrganTree;
import gongkai.platform.organ.Organs;
import gongkai.platform.organ.ReceivingChannel;
import gongkai.platform.organ.Reconsideration;
import gongkai.platform.web.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Organs for other systems, as of any day. Read-only. */
@RestController
@RequestMapping("/api/v1/organs")
@Needs(Action.SEE_ORGANS)
@Tag(name = "机构")
class OrganApi {
    private static final int MOST = 1000;

    private final Organs organs;
    private final DisclosureOffices offices;
    private final Courts courts;

    OrganApi(Organs organs, DisclosureOffices offices, Courts courts) {
        this.organs = organs;
        this.offices = offices;
        this.courts = courts;
    }

    /** Some of the organs that exist on a day; {@code total} counts those of all pages. */
    record Several(LocalDate on, long total, int page, int size, List<OneOfSeveral> items) {}

    /** An organ in a list. */
    record OneOfSeveral(
            String code,
            String name,
            String shortName,
            OrganKind kind,
            @Nullable String parent,
            @Nullable String region,
            @Nullable String creditCode,
            boolean justice,
            List<Capacity> capacities) {}

    /** An organ with what the law says of it. {@code until} is the day after the last of this state. */
    record One(
            String code,
            String name,
            String shortName,
            OrganKind kind,
            String kindName,
            @Nullable String parent,
            List<String> path,
            @Nullable String region,
            @Nullable String creditCode,
            boolean justice,
            List<Capacity> capacities,
            LocalDate since,
            @Nullable LocalDate until,
            @Nullable String supervisor,
            Remedies reconsideration,
            @Nullable FirstInstance court,
            @Nullable Office office) {}

    /** Who reconsiders; without organs {@code note} says what is missing. */
    record Remedies(List<Named> organs, String article, String note) {}

    record Named(String code, String name) {}

    record FirstInstance(String name, String basis) {}

    record Office(
            String name,
            String address,
            String hours,
            String phone,
            String fax,
            String email,
            String url,
            String postcode,
            List<ReceivingChannel> channels) {}

    @GetMapping
    @Operation(summary = "查询机构", description = "q 为名称、简称、代码的一部分；below 为某机构之下的全部机构；on 为某日的情况，默认今天。")
    Several list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable OrganKind kind,
            @RequestParam(defaultValue = "") String below,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate on,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "100") int size) {
        if (page < 1 || size < 1 || size > MOST) {
            throw Refusal.unreadable("page 从 1 开始，size 为 1 到 " + MOST);
        }
        var tree = organs.tree();
        var day = on == null ? organs.today() : on;
        var above = below.isEmpty() ? null : tree.id(below).orElseThrow(() -> unknown(below));
        var all = tree.on(day)
                .filter(organ -> kind == null || organ.kind() == kind)
                .filter(organ -> above == null || tree.isBelow(organ.id(), above, day))
                .filter(organ -> organ.name().contains(q)
                        || organ.shortName().contains(q)
                        || organ.code().contains(q))
                .sorted(Comparator.comparing(Organ::code))
                .toList();
        return new Several(
                day,
                all.size(),
                page,
                size,
                all.stream()
                        .skip((long) (page - 1) * size)
                        .limit(size)
                        .map(organ -> oneOfSeveral(tree, organ, day))
                        .toList());
    }

    @GetMapping("/{code}")
    @Operation(summary = "一个机构", description = "on 为某日的情况，默认今天；该日不存在的机构应答 404。")
    One one(
            @PathVariable String code,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate on) {
        var tree = organs.tree();
        var day = on == null ? organs.today() : on;
        var organ = tree.id(code).flatMap(id -> tree.find(id, day)).orElseThrow(() -> unknown(code));
        return new One(
                organ.code(),
                organ.name(),
                organ.shortName(),
                organ.kind(),
                organ.kind().chinese(),
                code(tree, organ.parent(), day),
                tree.path(organ.id(), day).stream().map(Organ::code).toList(),
                organ.region() == null ? null : organ.region().code(),
                organ.creditCode() == null ? null : organ.creditCode().code(),
                organ.justice(),
                organ.capacities().stream().sorted().toList(),
                organ.since(),
                organ.until(),
                offices.supervisor(organ.id(), day).map(Organ::code).orElse(null),
                remedies(organ, day),
                courts.of(organ.id(), day).map(OrganApi::firstInstance).orElse(null),
                offices.of(organ.id(), day).map(OrganApi::office).orElse(null));
    }

    private Remedies remedies(Organ organ, LocalDate day) {
        return switch (organs.reconsideration(organ.id(), day)) {
            case Reconsideration.Found found ->
                new Remedies(
                        found.organs().stream()
                                .map(each -> new Named(each.code(), each.name()))
                                .toList(),
                        found.article(),
                        found.note());
            case Reconsideration.Unknown unknown -> new Remedies(List.of(), "", unknown.reason());
        };
    }

    private static FirstInstance firstInstance(Court court) {
        return new FirstInstance(court.court(), court.basis());
    }

    private static Office office(DisclosureOffice office) {
        return new Office(
                office.name(),
                office.address(),
                office.hours(),
                office.phone(),
                office.fax(),
                office.email(),
                office.url(),
                office.postcode(),
                office.channels().stream().sorted().toList());
    }

    private static OneOfSeveral oneOfSeveral(OrganTree tree, Organ organ, LocalDate day) {
        return new OneOfSeveral(
                organ.code(),
                organ.name(),
                organ.shortName(),
                organ.kind(),
                code(tree, organ.parent(), day),
                organ.region() == null ? null : organ.region().code(),
                organ.creditCode() == null ? null : organ.creditCode().code(),
                organ.justice(),
                organ.capacities().stream().sorted().toList());
    }

    private static @Nullable String code(OrganTree tree, @Nullable OrganId id, LocalDate day) {
        return id == null
                ? null
                : Objects.requireNonNull(tree.lastKnown(id, day)).code();
    }

    private static Refusal unknown(String code) {
        return Refusal.notFound("没有代码为“" + code + "”的机构");
    }
}
