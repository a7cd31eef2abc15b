package gongkai.platform.register;

import gongkai.platform.organ.Basis;
import gongkai.platform.organ.Capacity;
import gongkai.platform.organ.CreditCode;
import gongkai.platform.organ.Organ;
import gongkai.platform.organ.OrganFacts;
import gongkai.platform.organ.OrganId;
import gongkai.platform.organ.OrganKind;
import gongkai.platform.organ.OrganTree;
import gongkai.platform.organ.Region;
import gongkai.platform.organ.Ruling;
import gongkai.platform.web.Form;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** What was typed about an organ, read field by field; what cannot be read is said in the form. */
final class OrganInput {
    private final OrganTree tree;
    private final LocalDate today;
    private Form form;

    OrganInput(MultiValueMap<String, String> typed, OrganTree tree, LocalDate today) {
        this.tree = tree;
        this.today = today;
        form = Form.of(typed);
    }

    /** The form with what was typed and what is wrong with it so far. */
    Form form() {
        return form;
    }

    /** The same form with what the law or the data objects to. */
    static Form objected(Form form, Ruling.Barred barred) {
        var wrong = form;
        for (var objection : barred.objections()) {
            wrong = objection.field().isEmpty()
                    ? wrong.wrong(objection.reason())
                    : wrong.wrong(objection.field(), objection.reason());
        }
        return wrong;
    }

    /** A form filled with what is known of an organ. */
    static Form filled(Organ organ, OrganTree tree, LocalDate today) {
        var values = new LinkedMultiValueMap<String, String>();
        values.add("name", organ.name());
        values.add("shortName", organ.shortName());
        values.add("kind", organ.kind().name());
        values.add("parent", code(organ.parent(), tree, today));
        values.add("region", organ.region() == null ? "" : organ.region().code());
        values.add(
                "creditCode",
                organ.creditCode() == null ? "" : organ.creditCode().code());
        values.add("justice", String.valueOf(organ.justice()));
        organ.capacities().forEach(capacity -> values.add("capacities", capacity.name()));
        values.add("supervisor", code(organ.supervisor(), tree, today));
        values.add("place", String.valueOf(organ.place()));
        values.add("way", "change");
        values.add("on", today.toString());
        return Form.of(values);
    }

    private static String code(@Nullable OrganId id, OrganTree tree, LocalDate today) {
        var organ = id == null ? null : tree.lastKnown(id, today);
        return organ == null ? "" : organ.code();
    }

    String text(String field) {
        return form.value(field).strip();
    }

    /** The facts typed; to be used only if the form is not rejected. */
    @Nullable
    OrganFacts facts() {
        var kind = OrganKind.of(text("kind")).orElse(null);
        if (kind == null) {
            form = form.wrong("kind", "请选择机构类型");
        }
        var name = text("name");
        var shortName = text("shortName");
        var parent = organ("parent");
        var region = region();
        var creditCode = creditCode();
        var supervisor = organ("supervisor");
        int place = place();
        var capacities = EnumSet.noneOf(Capacity.class);
        form.values()
                .getOrDefault("capacities", List.of())
                .forEach(word -> Capacity.of(word).ifPresent(capacities::add));
        return kind == null || form.rejected()
                ? null
                : new OrganFacts(
                        name,
                        shortName.isEmpty() ? name : shortName,
                        kind,
                        parent,
                        region,
                        creditCode,
                        form.holds("justice", "true"),
                        capacities,
                        supervisor,
                        place);
    }

    /** The day and the paper typed; today when the day cannot be read, and then the form is rejected. */
    Basis basis() {
        return new Basis(day("on", "生效日期"), text("document"));
    }

    LocalDate day(String field, String label) {
        var text = text(field);
        if (text.isEmpty()) {
            form = form.wrong(field, "请填写" + label);
            return today;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            form = form.wrong(field, label + "“" + text + "”读不懂，请按 2026-03-02 的样子填写");
            return today;
        }
    }

    /** The organ named in that field by code, credit code or name; null when the field is empty or names none. */
    @Nullable
    OrganId organ(String field) {
        var text = text(field);
        return text.isEmpty() ? null : find(field, text);
    }

    /** The organs named in that field, one a line or parted by 、 or commas. */
    Set<OrganId> organs(String field) {
        var found = new LinkedHashSet<OrganId>();
        for (var word : text(field).split("[\\s,，、;；]+")) {
            if (!word.isEmpty()) {
                var id = find(field, word);
                if (id != null) {
                    found.add(id);
                }
            }
        }
        return found;
    }

    private @Nullable OrganId find(String field, String text) {
        switch (OrganNames.find(tree, text, today)) {
            case OrganNames.One one -> {
                return one.organ();
            }
            case OrganNames.None none -> form = form.wrong(field, none.reason());
        }
        return null;
    }

    private @Nullable Region region() {
        var text = text("region");
        if (text.isEmpty()) {
            return null;
        }
        var wrong = Region.wrong(text);
        if (!wrong.isEmpty()) {
            form = form.wrong("region", wrong);
            return null;
        }
        return new Region(text);
    }

    private @Nullable CreditCode creditCode() {
        var text = CreditCode.cleaned(text("creditCode"));
        if (text.isEmpty()) {
            return null;
        }
        var wrong = CreditCode.wrong(text);
        if (!wrong.isEmpty()) {
            form = form.wrong("creditCode", wrong);
            return null;
        }
        return new CreditCode(text);
    }

    private int place() {
        var text = text("place");
        if (text.isEmpty()) {
            return 0;
        }
        if (!text.matches("\\d{1,5}")) {
            form = form.wrong("place", "排序填 0 到 99999 的整数，小的在前");
            return 0;
        }
        return Integer.parseInt(text);
    }
}
