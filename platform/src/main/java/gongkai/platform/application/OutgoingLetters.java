package gongkai.platform.application;

import gongkai.platform.files.StoredFile;
import gongkai.platform.files.StoredFiles;
import gongkai.platform.letter.Letter;
import gongkai.platform.letter.Letters;
import gongkai.platform.request.DisclosureRequest;
import gongkai.platform.request.procedure.LetterKind;
import gongkai.platform.review.GivenFiles;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The signed letters to the applicant of a request, and the files that go with its answer. Those to third parties and other organs, and inner papers, are none of theirs. */
@Component
class OutgoingLetters {
    private static final Set<LetterKind> TO_OTHERS = EnumSet.of(
            LetterKind.THIRD_PARTY_CONSULTATION,
            LetterKind.DISCLOSE_DESPITE_OBJECTION,
            LetterKind.AGENCY_CONSULTATION,
            LetterKind.DELIVERY_RECEIPT,
            LetterKind.CASE_FILE_INDEX);

    private final Letters letters;
    private final StoredFiles files;
    private final GivenFiles given;

    OutgoingLetters(Letters letters, StoredFiles files, GivenFiles given) {
        this.letters = letters;
        this.files = files;
        this.given = given;
    }

    /**
     * A letter.
     *
     * @param answer whether it tells a decision
     * @param files empty while it is being printed
     */
    record Outgoing(String title, String number, LocalDate on, boolean answer, List<StoredFile> files) {}

    /**
     * Those that may be saved now, oldest first.
     *
     * @param out whether the answer has left the organ
     */
    List<Outgoing> of(DisclosureRequest request, boolean out) {
        return Stream.concat(signed(request, out), provided(request, out)).toList();
    }

    private Stream<Outgoing> signed(DisclosureRequest request, boolean out) {
        return letters.of(request).stream()
                .filter(letter -> letter.holds() && !TO_OTHERS.contains(letter.kind()))
                .filter(letter -> out || letter.decision() == null)
                .map(this::outgoing)
                .flatMap(Optional::stream);
    }

    /** The information itself, as it goes with the answer. */
    private Stream<Outgoing> provided(DisclosureRequest request, boolean out) {
        var on = request.endedOn();
        return out && on != null
                ? given.of(request).stream()
                        .map(file -> new Outgoing("随答复提供：" + file.name(), "", on, true, List.of(file)))
                : Stream.empty();
    }

    private Optional<Outgoing> outgoing(Letter letter) {
        var printed = Stream.of(letter.pdf(), letter.ofd())
                .filter(Objects::nonNull)
                .flatMap(id -> files.find(id).stream())
                .toList();
        return letter.signedOn() == null
                ? Optional.empty()
                : Optional.of(new Outgoing(
                        letter.kind().title(),
                        Objects.requireNonNullElse(letter.docNo(), ""),
                        letter.signedOn(),
                        letter.decision() != null,
                        printed));
    }
}
