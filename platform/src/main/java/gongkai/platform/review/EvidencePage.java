package gongkai.platform.review;

import java.time.LocalDate;
import java.util.List;

/**
 * The figures about one applicant's requests (申请统计).
 *
 * @param applicant the applicant, masked
 * @param onlyName how many more share nothing but the name and are not counted
 * @param words the figures as a sentence, to be taken over into a letter or a draft
 */
public record EvidencePage(
        CaseHead head,
        String applicant,
        LocalDate today,
        int total,
        int lastYear,
        int open,
        int onlyName,
        List<Count> months,
        List<Count> organs,
        List<Subject> subjects,
        List<Count> results,
        List<Line> lines,
        String words) {
    public record Count(String name, int number) {}

    public record Subject(String title, int number, String numbers) {}

    public record Line(String number, String organ, LocalDate day, String title, String result, boolean sure) {}
}
