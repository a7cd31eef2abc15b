package gongkai.platform.request;

import gongkai.platform.organ.OrganId;
import gongkai.platform.personal.Applicant;
import gongkai.platform.request.procedure.Channel;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A request as it came in.
 *
 * @param submittedOn the day it was handed in, signed for by the organ, or signed by the applicant
 * @param confirmedOn the day both sides confirmed it, where the channel needs that; null while they have not
 * @param wantedForm how the applicant wants the information, empty if not said
 * @param wantedDelivery by which way, empty if not said
 * @param backfilled it is entered from an old register (补录)
 */
public record NewRequest(
        OrganId organ,
        Channel channel,
        LocalDate submittedOn,
        @Nullable LocalDate confirmedOn,
        Applicant applicant,
        String description,
        String wantedForm,
        String wantedDelivery,
        boolean backfilled) {}
