package gongkai.annualreport.planted;

import gongkai.annualreport.AnnualReport;
import gongkai.annualreport.Cell;
import gongkai.annualreport.CellKey;
import gongkai.annualreport.FileKind;
import gongkai.annualreport.Finding;
import gongkai.annualreport.Severity;
import gongkai.annualreport.UnreadableFileException;
import gongkai.annualreport.checking.Checks;
import gongkai.annualreport.checking.Subject;
import gongkai.annualreport.opening.Documents;
import gongkai.annualreport.reading.ReportReader;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Holds what was read from a drawn file, and what checking it found, against the draft. */
public final class Judgement {
    private final Draft draft;
    private final FileKind kind;
    private final List<String> wrong = new ArrayList<>();

    private Judgement(Draft draft, FileKind kind) {
        this.draft = draft;
        this.kind = kind;
    }

    /** What is wrong, a line each; figures first. */
    public static List<String> of(Draft draft, FileKind kind, byte[] file) {
        var judgement = new Judgement(draft, kind);
        try {
            var reading = ReportReader.read(Documents.open(file));
            judgement.report(reading.report());
            var previous = draft.previous == null
                    ? null
                    : ReportReader.read(Documents.open(
                                    HtmlFile.draw("", draft.previous.pieces(), HtmlFile.Style.CLEAN, "utf-8")
                                            .getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                            .report();
            judgement.findings(Checks.check(new Subject(reading, previous, null, draft.level))
                    .findings());
        } catch (UnreadableFileException e) {
            judgement.wrong.add("不能读：" + e.getMessage());
        } catch (RuntimeException | StackOverflowError e) {
            judgement.wrong.add("异常：" + e + " " + e.getStackTrace()[0]);
        }
        return judgement.wrong;
    }

    private void report(AnnualReport report) {
        cells(report);
        var format = report.format() == null ? null : report.format().key();
        boolean noTables = draft.truth.values().stream().noneMatch(cell -> cell instanceof Cell.Figure);
        if (!noTables) {
            same("格式", draft.form.key, format);
        }
        same("年度", draft.year, report.year());
        if (draft.judgeTitle) {
            same("标题", bare(draft.title), bare(report.title()));
            if (draft.organ != null) {
                same("机关", draft.organ, report.organ());
            }
        }
        same("期限", draft.period, report.period());
        same("发布", draft.publishedOn, report.publishedOn());
        if (draft.parts.size() != report.sections().size()) {
            wrong.add("部分 应" + draft.parts.keySet() + " 实"
                    + report.sections().stream().map(s -> s.key()).toList());
        }
        draft.parts.forEach((key, part) -> report.section(key).ifPresent(section -> {
            same("标题行" + key, bare(part.heading), bare(section.heading()));
            if (draft.judgeText) {
                same("正文" + key, bare(String.join("", part.paragraphs)), prose(section.text()));
            }
        }));
    }

    private void cells(AnnualReport report) {
        int shown = 0;
        int count = 0;
        var keys = new LinkedHashSet<>(draft.truth.keySet());
        keys.addAll(report.cells().keySet());
        for (var key : keys) {
            var expected = draft.truth.get(key);
            var actual = report.cell(key);
            if (agree(key, expected, actual)) {
                continue;
            }
            count++;
            if (shown++ < 4) {
                wrong.add("格 " + key + " 应" + show(expected) + " 实" + show(actual));
            }
        }
        if (count > 4) {
            wrong.add("格 共" + count + "格不符");
        }
    }

    private boolean agree(CellKey key, @Nullable Cell expected, @Nullable Cell actual) {
        if (draft.doubtful.contains(key)) {
            return !(actual instanceof Cell.Figure);
        }
        if (expected == null || expected instanceof Cell.Missing) {
            return actual == null || actual instanceof Cell.Missing;
        }
        if (expected instanceof Cell.Figure one && actual instanceof Cell.Figure other) {
            if (one.value().compareTo(other.value()) != 0) {
                return false;
            }
            // Numbers of a workbook have no writing of their own.
            return kind == FileKind.XLSX || bare(one.raw()).equals(bare(other.raw()));
        }
        if (expected instanceof Cell.Words one && actual instanceof Cell.Words other) {
            return bare(one.raw()).equals(bare(other.raw()));
        }
        return expected.equals(actual);
    }

    private static String show(@Nullable Cell cell) {
        return switch (cell) {
            case null -> "无此格";
            case Cell.Figure figure ->
                figure.value().toPlainString() + (figure.raw() == null ? "" : "〔" + figure.raw() + "〕");
            case Cell.Blank ignored -> "空白";
            case Cell.Missing ignored -> "缺";
            case Cell.Words words -> "〔" + words.raw() + "〕";
        };
    }

    private void findings(List<Finding> findings) {
        var implied = Oracle.failing(draft);
        var found = new LinkedHashSet<String>();
        for (var finding : findings) {
            var cells = new LinkedHashSet<>(finding.cells());
            var name = entry(finding, implied);
            if (name != null) {
                found.add(name);
            } else if (finding.severity() == Severity.ERROR && !planted(finding.rule(), cells)) {
                wrong.add("误报 " + finding.rule() + " " + finding.message());
            }
        }
        for (var entry : implied) {
            if (!found.contains(entry)) {
                wrong.add("漏报 " + entry);
            }
        }
        for (var error : draft.errors) {
            boolean there = findings.stream()
                    .anyMatch(finding -> finding.rule().equals(error.rule())
                            && finding.cells().containsAll(error.cells()));
            if (!there) {
                wrong.add("漏报 " + error.rule() + " " + error.cells());
            }
        }
    }

    /** Which of the implied failures a finding tells. */
    private static @Nullable String entry(Finding finding, Set<String> implied) {
        for (var entry : implied) {
            var parts = entry.split(" ");
            if (finding.rule().equals(parts[0])
                    && finding.cells().stream()
                            .anyMatch(cell -> cell.column().equals(parts[1])
                                    || cell.line().equals(parts[1]))) {
                // A total of both a row and a column belongs to the rule's own direction.
                boolean direction = parts[0].equals("T3-ROW-TOTAL")
                        ? finding.cells().stream().allMatch(cell -> cell.line().equals(parts[1]))
                        : parts[0].startsWith("T4")
                                || finding.cells().stream()
                                        .allMatch(cell -> cell.column().equals(parts[1]));
                if (direction) {
                    return entry;
                }
            }
        }
        return null;
    }

    private boolean planted(String rule, Set<CellKey> cells) {
        return draft.tolerated.contains(rule)
                || draft.errors.stream()
                        .anyMatch(error -> error.rule().equals(rule)
                                && (error.cells().isEmpty() || cells.containsAll(error.cells())));
    }

    private void same(String what, @Nullable Object expected, @Nullable Object actual) {
        if (!java.util.Objects.equals(expected, actual)) {
            var one = String.valueOf(expected);
            var other = String.valueOf(actual);
            int at = 0;
            while (at < Math.min(one.length(), other.length()) && one.charAt(at) == other.charAt(at)) {
                at++;
            }
            int from = Math.max(0, at - 6);
            wrong.add(what + " 应…" + one.substring(from, Math.min(one.length(), from + 30)) + " 实…"
                    + other.substring(from, Math.min(other.length(), from + 30)));
        }
    }

    /** Prose without page numbers, which a reader may leave out or in. */
    private static String prose(String text) {
        return bare(text.replaceAll("(?m)^\\s*[-—]\\s*\\d+\\s*[-—]\\s*$", ""));
    }

    private static String bare(@Nullable String text) {
        return text == null ? "" : text.replaceAll("[\\s\\u00a0\\u3000]+", "");
    }
}
