package gongkai.annualreport.checking;

import gongkai.annualreport.Severity;
import java.util.List;

/**
 * One rule about one report, declared as data. The declarations are also the documentation: {@code docs/report-rules.md} is written
 * from them.
 *
 * @param code never changes meaning
 * @param formats the keys of the formats it applies to; empty for all
 * @param statement what must hold, in Chinese
 * @param message the finding's message with {@code {name}} for each value
 * @param source the article or the practice it rests on
 */
public record Rule(
        String code,
        Severity severity,
        Chapter chapter,
        List<String> formats,
        String statement,
        String message,
        String source,
        Judge judge)
        implements Declaration {
    public Rule {
        formats = List.copyOf(formats);
    }

    /** The chapters of the catalogue, in its order. */
    public enum Chapter {
        STRUCTURE("结构、标题、期限"),
        CELLS("单元格"),
        TABLE_TWO("表二"),
        TABLE_THREE("表三"),
        TABLE_FOUR("表四"),
        ACROSS_YEARS("跨年"),
        NARRATIVE("正文与表格"),
        CONSOLIDATION("汇总");

        private final String title;

        Chapter(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    /** Looks at one report and says what it finds, or that it cannot judge. Saying nothing is a pass. */
    @FunctionalInterface
    public interface Judge {
        void judge(Subject subject, Verdict verdict);
    }
}
