package gongkai.platform.letter;

import gongkai.platform.audit.AuditEntry;
import gongkai.platform.audit.AuditLog;
import gongkai.platform.letter.docx.Fields;
import gongkai.platform.letter.docx.Pages;
import gongkai.platform.organ.Organ;
import gongkai.platform.organ.Organs;
import gongkai.platform.personal.Applicant;
import gongkai.platform.personal.Applicants;
import gongkai.platform.request.DisclosureRequest;
import gongkai.platform.request.procedure.LetterKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The file of a case (卷宗) as one PDF: index, all papers in their order, steps and clock ledger. For the organ of reconsideration or the court. */
@Service
public class CaseFiles {
    /** The repeated rows of the index. */
    static final String PAPERS = "卷内";

    private final CaseFileParts parts;
    private final LetterStore letters;
    private final Templates templates;
    private final Applicants applicants;
    private final Organs organs;
    private final AuditLog log;

    CaseFiles(
            CaseFileParts parts,
            LetterStore letters,
            Templates templates,
            Applicants applicants,
            Organs organs,
            AuditLog log) {
        this.parts = parts;
        this.letters = letters;
        this.templates = templates;
        this.applicants = applicants;
        this.organs = organs;
        this.log = log;
    }

    /** The file without what says who the applicant is. The caller has asked for the right. */
    @Transactional
    public byte[] masked(DisclosureRequest request) {
        return bound(request, maskedParts(request), "已遮盖个人信息");
    }

    private List<CaseFilePart> maskedParts(DisclosureRequest request) {
        var known = applicants.masked(request.applicant());
        var applicant = new Applicant(
                known.kind(), known.name(), known.idNumber(), known.phone(), known.email(), known.address());
        return parts.of(request, applicant, false);
    }

    /** The lines of an index (卷内目录) that is made by itself; its pages are numbered when the file is bound. */
    @Transactional
    List<Map<String, String>> contents(DisclosureRequest request) {
        var papers = maskedParts(request);
        return IntStream.range(0, papers.size())
                .mapToObj(i -> line(i, papers.get(i), ""))
                .toList();
    }

    /** What the review tells for the form of approval (办理审批单). */
    Map<String, String> approval(DisclosureRequest request) {
        return parts.approval(request);
    }

    private static Map<String, String> line(int index, CaseFilePart paper, String pages) {
        return Map.of(
                "序号",
                String.valueOf(index + 1),
                "题名",
                paper.title(),
                "文号",
                paper.docNo(),
                "日期",
                paper.on(),
                "页次",
                pages);
    }

    /**
     * The whole file, identity papers and all, for a reason that is logged.
     *
     * @throws gongkai.platform.access.NotAllowedException without the right to see personal data
     * @throws gongkai.platform.personal.ReasonMissingException without a reason
     */
    @Transactional
    public byte[] whole(DisclosureRequest request, String reason) {
        var applicant = applicants.reveal(request.applicant(), reason);
        return bound(request, parts.of(request, applicant, true), "含个人信息，理由：" + reason.strip());
    }

    private byte[] bound(DisclosureRequest request, List<CaseFilePart> papers, String how) {
        int own = Binding.pages(index(request, papers, 1));
        var pdfs = new ArrayList<byte[]>();
        pdfs.add(index(request, papers, own));
        for (var paper : papers) {
            if (paper.pdf() instanceof byte[] pdf) {
                pdfs.add(pdf);
            }
        }
        var file = Binding.bound(pdfs, "卷宗 " + request.number());
        log.write(AuditEntry.of("导出卷宗", "申请", request.number())
                .concerning(request.organ().value())
                .with(how));
        return file;
    }

    /** The index (卷内目录), which takes so many pages itself. */
    private byte[] index(DisclosureRequest request, List<CaseFilePart> papers, int own) {
        var lines = new ArrayList<Map<String, String>>();
        int page = own + 1;
        for (int i = 0; i < papers.size(); i++) {
            var paper = papers.get(i);
            int pages = paper.pdf() == null ? 0 : Binding.pages(paper.pdf());
            var range = pages == 1 ? String.valueOf(page) : page + "—" + (page + pages - 1);
            lines.add(line(i, paper, pages == 0 ? "另附" : range));
            page += pages;
        }
        // What somebody wrote into an index of the case comes before what the review tells by itself.
        var values = new HashMap<>(parts.approval(request));
        letters.of(request.id()).stream()
                .filter(letter -> letter.kind() == LetterKind.CASE_FILE_INDEX && letter.state() != Letter.State.VOID)
                .reduce((first, second) -> second)
                .ifPresent(letter -> letter.content().values().forEach((field, text) -> {
                    if (!text.isBlank()) {
                        values.put(field, text);
                    }
                }));
        values.put("申请编号", request.number());
        values.put("机关全称", organs.byId(request.organ()).map(Organ::name).orElse(""));
        if (papers.stream().anyMatch(paper -> paper.pdf() == null)) {
            values.merge("备注", "标明“另附”的材料没有装订在内，请另行附送原件。", (one, two) -> one + two);
        }
        var template =
                templates.inUse(request.organ(), LetterKind.CASE_FILE_INDEX).orElse(null);
        var filled =
                new Fields(values, Map.of(PAPERS, lines)).fill(templates.file(LetterKind.CASE_FILE_INDEX, template));
        return Pages.pdf(filled, "卷内目录");
    }
}
