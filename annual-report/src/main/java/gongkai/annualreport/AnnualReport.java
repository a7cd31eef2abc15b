package gongkai.annualreport;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One annual report (政府信息公开工作年度报告) as it stands in a file; nothing in it is corrected or worked out.
 *
 * @param format the official format the tables follow, judged from the tables themselves; null if there is none
 * @param year the report year, from the title, else from the statistical period
 * @param organ the reporting organ as the title names it
 * @param title the report's title, white space aside
 * @param innerTitle a second, different title (the page has one and the text below it another)
 * @param period the statistical period the text states
 * @param publishedOn the day of publication: as the page states it, else the day under the signature
 * @param preamble the prose between the title and the first section, paragraphs parted by {@code \n}; may be empty
 * @param sections the sections found, in the order of the document
 * @param closing what follows the last section: signature, date, attachments; may be empty
 * @param cells every cell of the format, in official order, and cells of another format where the file mixes both
 */
public record AnnualReport(
        @Nullable ReportFormat format,
        @Nullable Integer year,
        @Nullable String organ,
        @Nullable String title,
        @Nullable String innerTitle,
        @Nullable Period period,
        @Nullable LocalDate publishedOn,
        String preamble,
        List<Section> sections,
        String closing,
        Map<CellKey, Cell> cells) {

    public AnnualReport {
        sections = List.copyOf(sections);
        cells = Collections.unmodifiableMap(new LinkedHashMap<>(cells));
    }

    /** What stands in the cell; null where the report's format has no such cell. */
    public @Nullable Cell cell(CellKey key) {
        return cells.get(key);
    }

    /** The number in the cell; null when it is blank, missing, a placeholder or not of this format. */
    public @Nullable BigDecimal figure(CellKey key) {
        return cells.get(key) instanceof Cell.Figure figure ? figure.value() : null;
    }

    public Optional<Section> section(SectionKey key) {
        return sections.stream().filter(section -> section.key() == key).findFirst();
    }
}
