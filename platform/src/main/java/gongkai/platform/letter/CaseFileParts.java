package gongkai.platform.letter;

import gongkai.platform.files.FileId;
import gongkai.platform.files.FilePurpose;
import gongkai.platform.files.StoredFile;
import gongkai.platform.files.StoredFiles;
import gongkai.platform.personal.Applicant;
import gongkai.platform.request.DisclosureRequest;
import gongkai.platform.request.procedure.LetterKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers the papers of a case in the order they are filed (domain/requests 10). */
@Component
class CaseFileParts {
    /** How much of what was uploaded is bound in; what goes beyond is listed only, for a file of a case is made in memory. */
    private static final long MOST_BYTES = 60L << 20;

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final LetterStore letters;
    private final LetterFiles letterFiles;
    private final Deliveries deliveries;
    private final StoredFiles files;
    private final CaseFileSheets sheets;
    private final List<CaseFileList> lists;

    CaseFileParts(
            LetterStore letters,
            LetterFiles letterFiles,
            Deliveries deliveries,
            StoredFiles files,
            CaseFileSheets sheets,
            List<CaseFileList> lists) {
        this.letters = letters;
        this.letterFiles = letterFiles;
        this.deliveries = deliveries;
        this.files = files;
        this.sheets = sheets;
        this.lists = lists;
    }

    /**
     * @param applicant as whoever asks for the file may see them, masked or in the clear
     * @param clear with all that tells who the applicant is: their papers, what they handed in, the letters as they were printed
     */
    List<CaseFilePart> of(DisclosureRequest request, Applicant applicant, boolean clear) {
        var parts = new ArrayList<CaseFilePart>();
        parts.add(sheets.form(request, applicant, clear));
        var room = new AtomicLong(MOST_BYTES);
        Predicate<StoredFile> fits = file -> room.addAndGet(-file.size()) >= 0;
        Predicate<StoredFile> personal = clear ? fits : file -> false;
        parts.addAll(files(request, FilePurpose.REQUEST_ATTACHMENT, "申请附件", file -> true, personal));
        if (clear) {
            parts.addAll(files(request, FilePurpose.IDENTITY_PAPER, "身份证明", file -> true, fits));
        }
        lists(request, CaseFileList.Place.REQUEST).stream()
                .map(list -> clear ? list : new CaseFilePart(list.title(), list.docNo(), list.on(), null))
                .forEach(parts::add);
        var all = printed(request);
        parts.addAll(bound(all, clear, kind -> kind == LetterKind.REGISTRATION_RECEIPT));
        parts.addAll(bound(all, clear, CaseFileParts::onTheWay));
        sheets.searches(request).ifPresent(parts::add);
        var proofs = deliveries.of(request).stream()
                .map(Delivery::proof)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        parts.addAll(files(request, FilePurpose.CASE_MATERIAL, "办理材料", file -> !proofs.contains(file.id()), fits));
        parts.addAll(lists(request, CaseFileList.Place.REVIEW));
        parts.addAll(bound(all, clear, kind -> LetterFields.isAnswer(kind) || kind == LetterKind.TERMINATION_NOTICE));
        parts.addAll(receipts(request, all, clear));
        parts.addAll(files(request, FilePurpose.CASE_MATERIAL, "送达凭证", file -> proofs.contains(file.id()), personal));
        parts.addAll(bound(all, clear, kind -> kind == LetterKind.RECTIFICATION_NOTICE));
        parts.add(sheets.steps(request, clear));
        parts.add(sheets.ledger(request));
        return parts;
    }

    /** What the lists tell for the form of approval. */
    Map<String, String> approval(DisclosureRequest request) {
        var approval = new HashMap<String, String>();
        lists.forEach(list -> approval.putAll(list.approval(request)));
        return approval;
    }

    private List<CaseFilePart> lists(DisclosureRequest request, CaseFileList.Place place) {
        return lists.stream()
                .filter(list -> list.place() == place)
                .flatMap(list -> list.of(request).stream())
                .map(table -> sheets.list(request, table))
                .toList();
    }

    /** Receipts of delivery (送达回证); one that is a draft still is bound in without a number, for the delivery counts without it. */
    private List<CaseFilePart> receipts(DisclosureRequest request, List<Letter> printed, boolean clear) {
        var receipts = new ArrayList<>(bound(printed, clear, kind -> kind == LetterKind.DELIVERY_RECEIPT));
        letters.of(request.id()).stream()
                .filter(letter -> letter.kind() == LetterKind.DELIVERY_RECEIPT && letter.state() == Letter.State.DRAFT)
                .forEach(letter -> receipts.add(new CaseFilePart(
                        letter.kind().title() + "（未编号）",
                        "",
                        ChineseDay.of(letter.madeAt().atZone(ZONE).toLocalDate()),
                        letterFiles.form(letter, clear))));
        return receipts;
    }

    private static boolean onTheWay(LetterKind kind) {
        return !LetterFields.isAnswer(kind)
                && kind != LetterKind.TERMINATION_NOTICE
                && kind != LetterKind.REGISTRATION_RECEIPT
                && kind != LetterKind.DELIVERY_RECEIPT
                && kind != LetterKind.CASE_FILE_INDEX
                && kind != LetterKind.RECTIFICATION_NOTICE;
    }

    private List<Letter> printed(DisclosureRequest request) {
        letters.of(request.id()).stream().filter(Letter::unprinted).forEach(letter -> letterFiles.print(letter.id()));
        return letters.of(request.id()).stream()
                .filter(letter -> letter.pdf() != null)
                .sorted(Comparator.comparing(letter -> Objects.requireNonNull(letter.signedOn())))
                .toList();
    }

    private List<CaseFilePart> bound(List<Letter> letters, boolean clear, Predicate<LetterKind> wanted) {
        return letters.stream()
                .filter(letter -> wanted.test(letter.kind()))
                .map(letter -> new CaseFilePart(
                        letter.kind().title() + (letter.state() == Letter.State.VOID ? "（已作废）" : ""),
                        String.valueOf(letter.docNo()),
                        ChineseDay.of(letter.signedOn()),
                        clear ? bytes(Objects.requireNonNull(letter.pdf())) : masked(letter)))
                .toList();
    }

    /** As it is shown on the screen; one whose content was erased cannot be masked any more. */
    private byte @Nullable [] masked(Letter letter) {
        return letter.content().fixed().isEmpty()
                ? null
                : letterFiles.preview(letter).pdf();
    }

    private byte[] bytes(FileId id) {
        try (var in = files.open(id)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The uploads of a purpose; those that are not {@code bindable} are listed only. */
    private List<CaseFilePart> files(
            DisclosureRequest request,
            FilePurpose purpose,
            String title,
            Predicate<StoredFile> wanted,
            Predicate<StoredFile> bindable) {
        return files.of(purpose, request.number()).stream()
                .filter(wanted)
                .map(file -> new CaseFilePart(
                        purpose.encrypted() ? title : title + "：" + file.name(),
                        "",
                        ChineseDay.of(file.addedAt().atZone(ZONE).toLocalDate()),
                        bindable.test(file) ? Binding.pdf(file.kind(), bytes(file.id())) : null))
                .toList();
    }
}
