package gongkai.platform.portal;

import gongkai.platform.organ.DisclosureOffices;
import gongkai.platform.organ.Organs;
import gongkai.platform.web.Open;
import gongkai.platform.web.Page;
import gongkai.platform.web.Refusal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.View;

/** An organ's disclosure as the public sees it (政府信息公开): the guide's contacts, remedies, the units below it. */
@Controller
@Open
class OrganController {
    private final Organs organs;
    private final DisclosureOffices offices;

    OrganController(Organs organs, DisclosureOffices offices) {
        this.organs = organs;
        this.offices = offices;
    }

    @GetMapping("/organs/{code}")
    View organ(@PathVariable String code) {
        var organ = organs.byCode(code).orElseThrow(() -> Refusal.notFound("没有这个单位，请从首页查找"));
        var id = organ.id();
        return Page.of(
                "portal/organ",
                new OrganPage(
                        organ,
                        organs.path(id),
                        offices.of(id).orElse(null),
                        offices.since(id).orElse(null),
                        organs.reconsideration(id),
                        organs.children(id),
                        organ.until()));
    }
}
