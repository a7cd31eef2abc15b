package gongkai.platform.access;

import gongkai.platform.organ.Organ;
import gongkai.platform.web.Form;
import gongkai.platform.web.Page;
import gongkai.platform.web.Redirect;
import gongkai.platform.web.Refusal;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.util.UriComponentsBuilder;

/** The divisions of an organ (科室). */
@Controller
@RequestMapping("/office/divisions")
@Needs(Action.EDIT_PEOPLE)
class DivisionsController {
    private static final int LONGEST = 60;

    private final Divisions divisions;
    private final OrganField organField;

    DivisionsController(Divisions divisions, OrganField organField) {
        this.divisions = divisions;
        this.organField = organField;
    }

    @GetMapping
    View divisions(@RequestParam(defaultValue = "") String organ) {
        if (organ.isBlank()) {
            return Page.of("access/divisions", new PeoplePages.Divisions("", "", List.of(), Form.EMPTY));
        }
        var found = organField.find(organ);
        var typed = Form.of(Map.of("organ", organ));
        return found.organ()
                .map(one -> page(one, typed))
                .orElseGet(() -> Page.rejected(
                        "access/divisions",
                        new PeoplePages.Divisions("", "", List.of(), typed.wrong("organ", found.problem()))));
    }

    @PostMapping
    View add(@RequestParam String organ, @RequestParam(defaultValue = "") String name) {
        var one = required(organ);
        var division = name.strip();
        if (division.isEmpty() || division.length() > LONGEST) {
            return Page.rejected(
                    "access/divisions",
                    new PeoplePages.Divisions(
                            one.code(),
                            one.name(),
                            divisions.of(one.id()),
                            Form.of(Map.of("name", name)).wrong("name", "请填写科室名称，不超过 " + LONGEST + " 个字")));
        }
        divisions.add(one.id(), division);
        return back(one).saying("已登记科室");
    }

    @PostMapping("/end")
    View end(@RequestParam String organ, @RequestParam long division) {
        var one = required(organ);
        divisions.end(one.id(), division);
        return back(one).saying("已撤销科室");
    }

    private Organ required(String code) {
        return organField.find(code).organ().orElseThrow(() -> Refusal.notFound("没有这个单位"));
    }

    private static Redirect back(Organ organ) {
        return Redirect.to(UriComponentsBuilder.fromPath("/office/divisions")
                .queryParam("organ", organ.code())
                .build()
                .encode()
                .toUriString());
    }

    private Page page(Organ organ, Form form) {
        return Page.of(
                "access/divisions",
                new PeoplePages.Divisions(organ.code(), organ.name(), divisions.of(organ.id()), form));
    }
}
