package gongkai.platform.application;

import gongkai.platform.organ.Organ;
import gongkai.platform.request.fee.FeeQuote;
import gongkai.platform.web.Due;
import gongkai.platform.web.Form;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page of one act of an applicant.
 *
 * @param seen how many steps the request had when the page was made
 * @param due until when it is asked for, null if there is no term
 * @param asked what was asked for, item by item
 * @param why why it was asked for, empty if nothing was said
 * @param fee what is to be paid, null if nothing is
 * @param amount what this request costs in yuan
 */
public record ActPage(
        Organ organ,
        String number,
        int seen,
        Form form,
        @Nullable Due due,
        List<String> asked,
        String why,
        @Nullable FeeQuote fee,
        long amount) {}
