package gongkai.platform.disclosures;

import gongkai.platform.organ.Organs;
import gongkai.platform.web.Day;
import gongkai.platform.web.ListQuery;
import gongkai.platform.web.ListShape;
import gongkai.platform.web.Open;
import gongkai.platform.web.Page;
import gongkai.platform.web.Refusal;
import java.time.Instant;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Published answers, for everyone. */
@Controller
@Open
class PublicDisclosuresController {
    private static final ListShape SHAPE = ListShape.at("/disclosures", "id").filters("q", "organ");

    private final Disclosures disclosures;
    private final Organs organs;

    PublicDisclosuresController(Disclosures disclosures, Organs organs) {
        this.disclosures = disclosures;
        this.organs = organs;
    }

    @GetMapping("/disclosures")
    View log(@RequestParam Map<String, String> parameters) {
        var query = ListQuery.of(SHAPE, parameters);
        return Page.of(
                "disclosures/log",
                new DisclosurePages.Log(
                        disclosures.search(query),
                        query.filter("organ").flatMap(organs::byCode).orElse(null)));
    }

    @GetMapping("/disclosures/{id}")
    View one(@PathVariable long id) {
        var found = disclosures.byId(id).orElseThrow(() -> Refusal.notFound("没有公布过这条答复"));
        if (found.withdrawnAt() instanceof Instant at) {
            throw new Refusal(
                    HttpStatus.GONE, "这条答复已于 " + Day.minute(at).substring(0, 10) + " 撤回：" + found.withdrawnNote());
        }
        return Page.of("disclosures/one", found);
    }
}
