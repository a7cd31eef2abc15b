package gongkai.annualreport.checking;

import gongkai.annualreport.AnnualReport;
import gongkai.annualreport.SectionKey;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The prose of one report in sentences, made once for all rules that read it.
 *
 * @param reporter the reporting organ
 * @param paragraphs the paragraphs of preamble and sections, broken lines joined
 * @param sentences what the paragraphs say, ready for reading claims
 */
record Narrative(Organ reporter, @Nullable Integer year, List<Paragraph> paragraphs, List<Sentence> sentences) {
    /** No sentence an official writes is longer; what is, is noise. */
    private static final int LONGEST_SENTENCE = 1_000;

    private static final int CONTEXT = 240;
    private static final Pattern SUBHEADING = Pattern.compile(
            "^(?:（[一二三四五六七八九十]{1,3}）|[一二三四五六七八九十]{1,3}[、.]|（?\\d{1,2}[、.）](?!\\d))([^。，；：]{2,30})(?:[。：]|$)");
    /** A line's end, or wide space before a number: converters run paragraphs of one cell together so. */
    private static final Pattern PARAGRAPH_END = Pattern.compile(
            "\n|(?<=[。！？])[ \\u3000\\u00a0]{2,}(?=（[一二三四五六七八九十]{1,3}）|[一二三四五六七八九十]{1,3}、|\\d{1,2}[、.](?!\\d))");

    private static final Pattern NUMBERED = Pattern.compile("^(?:（?[一二三四五六七八九十]{1,3}[）、.]|（?\\d{1,2}[、.）]).*");

    /**
     * @param section null in the preamble
     * @param heading the sub-heading the paragraph begins with, without number; empty if it has none
     * @param text the whole paragraph, plain
     */
    record Paragraph(@Nullable SectionKey section, String heading, String text) {}

    /**
     * @param section null in the preamble
     * @param topic the nearest sub-heading above
     * @param before what the paragraph says before it
     * @param counts whether a number stands in it
     */
    record Sentence(@Nullable SectionKey section, String topic, String before, String text, boolean counts) {
        boolean has(String word) {
            return text.contains(word);
        }

        /** The sentence with its surroundings, for telling what it speaks of. */
        String context() {
            return topic + "。" + before + text;
        }
    }

    static Narrative of(AnnualReport report, @Nullable String organ) {
        var paragraphs = new ArrayList<Paragraph>();
        cut(null, report.preamble(), paragraphs);
        for (var section : report.sections()) {
            cut(section.key(), section.text(), paragraphs);
        }
        var sentences = new ArrayList<Sentence>();
        var topic = "";
        @Nullable SectionKey section = null;
        for (var paragraph : paragraphs) {
            if (paragraph.section() != section) {
                section = paragraph.section();
                topic = "";
            }
            topic = paragraph.heading().isEmpty() ? topic : paragraph.heading();
            split(paragraph, topic, sentences);
        }
        return new Narrative(Organ.named(organ), report.year(), List.copyOf(paragraphs), List.copyOf(sentences));
    }

    /** Whether the report is a people's government's, a township's included: its tables cover the organs below it. */
    boolean ofGovernment() {
        return reporter.kind() == Organ.Kind.GOVERNMENT || ofTownship() || organ().endsWith("人民政府");
    }

    boolean ofTownship() {
        return reporter.kind() == Organ.Kind.TOWNSHIP_GOVERNMENT;
    }

    /** The organ's name; empty where unknown. */
    String organ() {
        return reporter.name();
    }

    private static void cut(@Nullable SectionKey section, String text, List<Paragraph> paragraphs) {
        var joined = new StringBuilder();
        for (var line : PARAGRAPH_END.split(text)) {
            var plain = PlainText.of(line);
            if (plain.isEmpty()) {
                continue;
            }
            if (!joined.isEmpty() && !goesOn(joined, plain)) {
                add(section, joined.toString(), paragraphs);
                joined.setLength(0);
            }
            joined.append(plain);
        }
        if (!joined.isEmpty()) {
            add(section, joined.toString(), paragraphs);
        }
    }

    /** Lines broken in the middle of a sentence, as pages and scans leave them. */
    private static boolean goesOn(CharSequence above, String below) {
        return above.length() > 24
                && "。！？；：.…”）".indexOf(above.charAt(above.length() - 1)) < 0
                && !NUMBERED.matcher(below.length() > 12 ? below.substring(0, 12) : below)
                        .matches();
    }

    private static void add(@Nullable SectionKey section, String text, List<Paragraph> paragraphs) {
        var heading = SUBHEADING.matcher(text.length() > 60 ? text.substring(0, 60) : text);
        paragraphs.add(new Paragraph(section, heading.find() ? heading.group(1) : "", text));
    }

    private static void split(Paragraph paragraph, String topic, List<Sentence> sentences) {
        var text = PlainText.forClaims(paragraph.text());
        int from = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || "。！？；".indexOf(text.charAt(i)) >= 0) {
                if (i > from && i - from <= LONGEST_SENTENCE) {
                    var before = text.substring(Math.max(0, from - CONTEXT), from);
                    var sentence = text.substring(from, i);
                    sentences.add(
                            new Sentence(paragraph.section(), topic, before, sentence, PlainText.hasDigit(sentence)));
                }
                from = i + 1;
            }
        }
    }
}
