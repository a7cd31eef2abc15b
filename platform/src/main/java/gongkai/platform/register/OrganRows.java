package gongkai.platform.register;

import gongkai.platform.organ.Basis;
import gongkai.platform.organ.CreditCode;
import gongkai.platform.organ.DisclosureOffice;
import gongkai.platform.organ.DisclosureOffices;
import gongkai.platform.organ.Organ;
import gongkai.platform.organ.OrganFacts;
import gongkai.platform.organ.OrganId;
import gongkai.platform.organ.Organs;
import gongkai.platform.organ.Reforms;
import gongkai.platform.organ.Ruling;
import gongkai.platform.register.ImportOutcome.Fate;
import gongkai.platform.register.ImportOutcome.Line;
import gongkai.platform.register.OrganTable.Row;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes the rows of a file in, one after another, within one transaction. */
final class OrganRows {
    /** The columns of the objections that the services make. */
    private static final Map<String, String> COLUMNS = Map.ofEntries(
            Map.entry("code", OrganColumns.CODE),
            Map.entry("name", OrganColumns.NAME),
            Map.entry("shortName", OrganColumns.SHORT_NAME),
            Map.entry("kind", OrganColumns.KIND),
            Map.entry("parent", OrganColumns.PARENT),
            Map.entry("region", OrganColumns.REGION),
            Map.entry("creditCode", OrganColumns.CREDIT_CODE),
            Map.entry("justice", OrganColumns.JUSTICE),
            Map.entry("capacities", OrganColumns.CAPACITIES),
            Map.entry("place", OrganColumns.PLACE),
            Map.entry("on", OrganColumns.ON),
            Map.entry("address", OrganColumns.ADDRESS),
            Map.entry("hours", OrganColumns.HOURS),
            Map.entry("phone", OrganColumns.PHONE),
            Map.entry("fax", OrganColumns.FAX),
            Map.entry("email", OrganColumns.EMAIL),
            Map.entry("url", OrganColumns.URL),
            Map.entry("postcode", OrganColumns.POSTCODE));

    private final Organs organs;
    private final Reforms reforms;
    private final DisclosureOffices offices;
    private final LocalDate since;
    private final Map<OrganId, DisclosureOffice> knownOffices;
    private final Map<String, Set<OrganId>> byName = new HashMap<>();
    private final Map<String, Integer> seen = new HashMap<>();

    OrganRows(Organs organs, Reforms reforms, DisclosureOffices offices, LocalDate since) {
        this.organs = organs;
        this.reforms = reforms;
        this.offices = offices;
        this.since = since;
        knownOffices = offices.all(organs.today());
        organs.all().forEach(organ -> name(organ.id(), organ.name(), organ.shortName()));
    }

    Line take(Row row) {
        var cells = new RowCells(row);
        var creditCode = cells.creditCode();
        var before = existing(row, creditCode);
        var code = before != null ? before.code() : code(row, creditCode);
        if (code.isEmpty()) {
            cells.wrong(OrganColumns.CODE, "请填写机构代码；有统一社会信用代码的可以不填，以它为代码");
        }
        var earlier = seen.putIfAbsent(code, row.number());
        if (earlier != null && !code.isEmpty()) {
            cells.wrong(OrganColumns.CODE, "与第 " + earlier + " 行是同一个机构，请只留一行");
        }
        var facts = cells.facts(before == null ? null : before.facts(), creditCode, this::find);
        var on = cells.on(before == null ? since : organs.today());
        var office = cells.office(before == null ? null : knownOffices.get(before.id()));
        if (facts == null || !cells.flaws().isEmpty()) {
            return bad(row, code, cells);
        }
        if (office != null) {
            objections(cells, offices.check(office), true);
        }
        return cells.flaws().isEmpty() ? store(row, cells, code, before, facts, on, office) : bad(row, code, cells);
    }

    private Line store(
            Row row,
            RowCells cells,
            String code,
            @Nullable Organ before,
            OrganFacts facts,
            LocalDate on,
            @Nullable DisclosureOffice office) {
        var differences = before == null ? List.<String>of() : reforms.differences(before.facts(), facts, on);
        if (before == null || !differences.isEmpty()) {
            var basis = new Basis(on, row.cell(OrganColumns.DOCUMENT));
            var ruling =
                    before == null ? reforms.establish(code, facts, basis) : reforms.change(before.id(), facts, basis);
            if (ruling instanceof Ruling.Barred barred) {
                objections(cells, barred.objections(), false);
                return bad(row, code, cells);
            }
        }
        var id = organs.tree().id(code).orElseThrow();
        name(id, facts.name(), facts.shortName());
        var what = new ArrayList<>(differences);
        if (office != null && !office.equals(knownOffices.get(id))) {
            offices.set(id, office, before == null ? on : organs.today()).orThrow();
            what.add("公开工作机构的信息");
        }
        var fate = before == null ? Fate.ADDED : what.isEmpty() ? Fate.SAME : Fate.CHANGED;
        return new Line(row.number(), code, facts.name(), fate, String.join("；", what), List.of());
    }

    private static void objections(RowCells cells, List<Ruling.Objection> objections, boolean ofOffice) {
        for (var objection : objections) {
            var column = ofOffice && objection.field().equals("name")
                    ? OrganColumns.OFFICE
                    : COLUMNS.getOrDefault(objection.field(), "");
            cells.wrong(column, objection.reason());
        }
    }

    private static Line bad(Row row, String code, RowCells cells) {
        return new Line(row.number(), code, row.cell(OrganColumns.NAME), Fate.BAD, "", List.copyOf(cells.flaws()));
    }

    private @Nullable Organ existing(Row row, @Nullable CreditCode creditCode) {
        var tree = organs.tree();
        var code = row.cell(OrganColumns.CODE).toLowerCase(Locale.ROOT);
        if (!code.isEmpty()) {
            return tree.id(code).map(id -> tree.history(id).getLast()).orElse(null);
        }
        return creditCode == null ? null : tree.byCreditCode(creditCode).orElse(null);
    }

    private static String code(Row row, @Nullable CreditCode creditCode) {
        var code = row.cell(OrganColumns.CODE);
        if (!code.isEmpty()) {
            return code.toLowerCase(Locale.ROOT);
        }
        return creditCode == null ? "" : creditCode.code().toLowerCase(Locale.ROOT);
    }

    /** The organ that a word in the file means: a code, a credit code or a name. */
    private OrganNames.Found find(String word) {
        var named = byName.getOrDefault(word, Set.of());
        return named.size() == 1
                ? new OrganNames.One(named.iterator().next())
                : OrganNames.find(organs.tree(), word, organs.today());
    }

    private void name(OrganId id, String name, String shortName) {
        byName.computeIfAbsent(name, any -> new HashSet<>()).add(id);
        byName.computeIfAbsent(shortName, any -> new HashSet<>()).add(id);
    }
}
