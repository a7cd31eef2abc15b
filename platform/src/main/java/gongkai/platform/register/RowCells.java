package gongkai.platform.register;

import gongkai.platform.organ.Capacity;
import gongkai.platform.organ.CreditCode;
import gongkai.platform.organ.DisclosureOffice;
import gongkai.platform.organ.OrganFacts;
import gongkai.platform.organ.OrganId;
import gongkai.platform.organ.OrganKind;
import gongkai.platform.organ.ReceivingChannel;
import gongkai.platform.organ.Region;
import gongkai.platform.register.ImportOutcome.Flaw;
import gongkai.platform.register.OrganTable.Row;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The cells of one row, read; an empty cell leaves what is known as it is. */
final class RowCells {
    private static final List<String> OF_THE_OFFICE = List.of(
            OrganColumns.OFFICE,
            OrganColumns.ADDRESS,
            OrganColumns.HOURS,
            OrganColumns.PHONE,
            OrganColumns.FAX,
            OrganColumns.EMAIL,
            OrganColumns.URL,
            OrganColumns.POSTCODE,
            OrganColumns.CHANNELS);

    private final Row row;
    private final List<Flaw> flaws = new ArrayList<>();

    RowCells(Row row) {
        this.row = row;
    }

    /** What is wrong with the row so far. */
    List<Flaw> flaws() {
        return flaws;
    }

    void wrong(String column, String reason) {
        flaws.add(new Flaw(column, row.cell(column), reason));
    }

    /** What the row says of the organ; null when that cannot be told. */
    @Nullable
    OrganFacts facts(
            @Nullable OrganFacts before, @Nullable CreditCode creditCode, Function<String, OrganNames.Found> find) {
        var name = or(OrganColumns.NAME, before == null ? "" : before.name());
        if (name.isEmpty()) {
            wrong(OrganColumns.NAME, "请填写机构全称");
        }
        var kind = kind(before);
        var parent = parent(before, find);
        var shortName = or(OrganColumns.SHORT_NAME, before == null ? name : before.shortName());
        return kind == null || !flaws.isEmpty()
                ? null
                : new OrganFacts(
                        name,
                        shortName,
                        kind,
                        parent,
                        region(before),
                        creditCode != null || before == null ? creditCode : before.creditCode(),
                        justice(before),
                        capacities(before),
                        before == null ? null : before.supervisor(),
                        place(before));
    }

    @Nullable
    CreditCode creditCode() {
        var text = CreditCode.cleaned(row.cell(OrganColumns.CREDIT_CODE));
        var wrong = text.isEmpty() ? "" : CreditCode.wrong(text);
        if (!wrong.isEmpty()) {
            wrong(OrganColumns.CREDIT_CODE, wrong);
        }
        return text.isEmpty() || !wrong.isEmpty() ? null : new CreditCode(text);
    }

    LocalDate on(LocalDate unsaid) {
        var text = row.cell(OrganColumns.ON);
        if (text.isEmpty()) {
            return unsaid;
        }
        var parts = text.replaceAll("[年月/.]", "-").replace("日", "").split("-");
        try {
            if (text.matches("\\d{5}")) {
                // What a spreadsheet leaves of a day when the cell has lost its format.
                return LocalDate.of(1899, 12, 30).plusDays(Integer.parseInt(text));
            }
            return parts.length == 3
                    ? LocalDate.of(
                            Integer.parseInt(parts[0].strip()),
                            Integer.parseInt(parts[1].strip()),
                            Integer.parseInt(parts[2].strip()))
                    : LocalDate.parse(text);
        } catch (DateTimeException | NumberFormatException e) {
            wrong(OrganColumns.ON, "日期读不懂或不存在，请按 2026-03-02 的样子填写");
            return unsaid;
        }
    }

    /** What the row says of the disclosure office; null when it says nothing. */
    @Nullable
    DisclosureOffice office(@Nullable DisclosureOffice before) {
        if (OF_THE_OFFICE.stream().allMatch(column -> row.cell(column).isEmpty())) {
            return null;
        }
        return new DisclosureOffice(
                or(OrganColumns.OFFICE, before == null ? "" : before.name()),
                or(OrganColumns.ADDRESS, before == null ? "" : before.address()),
                or(OrganColumns.HOURS, before == null ? "" : before.hours()),
                or(OrganColumns.PHONE, before == null ? "" : before.phone()),
                or(OrganColumns.FAX, before == null ? "" : before.fax()),
                or(OrganColumns.EMAIL, before == null ? "" : before.email()),
                or(OrganColumns.URL, before == null ? "" : before.url()),
                or(OrganColumns.POSTCODE, before == null ? "" : before.postcode()),
                channels(before));
    }

    private Set<ReceivingChannel> channels(@Nullable DisclosureOffice before) {
        var words = words(OrganColumns.CHANNELS);
        if (words.isEmpty()) {
            return before == null ? Set.of() : before.channels();
        }
        var channels = EnumSet.noneOf(ReceivingChannel.class);
        for (var word : words) {
            ReceivingChannel.of(word)
                    .ifPresentOrElse(
                            channels::add,
                            () -> wrong(OrganColumns.CHANNELS, "没有“" + word + "”这种渠道，可以填：在线提交、电子邮件、传真（当面提交和邮政寄送不用填）"));
        }
        return channels;
    }

    private @Nullable OrganKind kind(@Nullable OrganFacts before) {
        var text = row.cell(OrganColumns.KIND);
        if (text.isEmpty()) {
            if (before == null) {
                wrong(OrganColumns.KIND, "请填写类型：" + kinds());
            }
            return before == null ? null : before.kind();
        }
        var kind = OrganKind.of(text);
        if (kind.isEmpty()) {
            wrong(OrganColumns.KIND, "没有“" + text + "”这种类型，可以填：" + kinds());
        }
        return kind.orElse(null);
    }

    private static String kinds() {
        return String.join(
                "、",
                java.util.Arrays.stream(OrganKind.values())
                        .map(OrganKind::chinese)
                        .toList());
    }

    private @Nullable OrganId parent(@Nullable OrganFacts before, Function<String, OrganNames.Found> find) {
        var word = row.cell(OrganColumns.PARENT);
        if (word.isEmpty()) {
            return before == null ? null : before.parent();
        }
        switch (find.apply(word)) {
            case OrganNames.One one -> {
                return one.organ();
            }
            case OrganNames.None none -> wrong(OrganColumns.PARENT, none.reason() + "（上级机构那一行有问题时，先改正那一行）");
        }
        return null;
    }

    private @Nullable Region region(@Nullable OrganFacts before) {
        var text = row.cell(OrganColumns.REGION);
        if (text.isEmpty()) {
            return before == null ? null : before.region();
        }
        var wrong = Region.wrong(text);
        if (!wrong.isEmpty()) {
            wrong(OrganColumns.REGION, wrong);
            return null;
        }
        return new Region(text);
    }

    private boolean justice(@Nullable OrganFacts before) {
        return switch (row.cell(OrganColumns.JUSTICE)) {
            case "" -> before != null && before.justice();
            case "是", "√", "true", "TRUE", "1" -> true;
            case "否", "×", "false", "FALSE", "0" -> false;
            default -> {
                wrong(OrganColumns.JUSTICE, "请填“是”或“否”");
                yield false;
            }
        };
    }

    private Set<Capacity> capacities(@Nullable OrganFacts before) {
        var words = words(OrganColumns.CAPACITIES);
        if (words.isEmpty()) {
            return before == null ? Set.of() : before.capacities();
        }
        var capacities = EnumSet.noneOf(Capacity.class);
        for (var word : words) {
            if (!word.equals("无")) {
                Capacity.of(word)
                        .ifPresentOrElse(
                                capacities::add,
                                () -> wrong(
                                        OrganColumns.CAPACITIES,
                                        "没有“" + word + "”这项权限，可以填：规章制定权、行政许可、行政处罚、行政强制，用顿号分开；都没有填“无”"));
            }
        }
        return capacities;
    }

    private int place(@Nullable OrganFacts before) {
        var text = row.cell(OrganColumns.PLACE);
        if (text.isEmpty()) {
            return before == null ? 0 : before.place();
        }
        if (!text.matches("\\d{1,5}")) {
            wrong(OrganColumns.PLACE, "排序填 0 到 99999 的整数");
            return 0;
        }
        return Integer.parseInt(text);
    }

    private List<String> words(String column) {
        return java.util.Arrays.stream(row.cell(column).split("[、,，;；/\\s]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private String or(String column, String otherwise) {
        var text = row.cell(column);
        return text.isEmpty() ? otherwise : text;
    }
}
