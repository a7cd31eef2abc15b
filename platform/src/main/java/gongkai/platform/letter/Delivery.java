package gongkai.platform.letter;

import gongkai.platform.files.FileId;
import gongkai.platform.request.procedure.DeliveryMethod;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A letter on its way (送达).
 *
 * @param letter null where the letter itself is not kept here, as with old files
 * @param mail the number of the e-mail it went with, null if none
 * @param deliveredOn 送达之日; null until it is known
 * @param proof a photograph or scan, null if none
 */
public record Delivery(
        UUID id,
        @Nullable UUID letter,
        DeliveryMethod method,
        LocalDate sentOn,
        String mailNo,
        String remedyUrl,
        @Nullable Long mail,
        @Nullable LocalDate deliveredOn,
        People people,
        @Nullable FileId proof) {
    /** Whoever had to do with it; empty texts where nothing is known. */
    public record People(String address, String signer, String relation, String witness, String note) {
        static final People NOBODY = new People("", "", "", "", "");
    }
}
