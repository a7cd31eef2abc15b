package gongkai.platform.register;

import gongkai.platform.access.Action;
import gongkai.platform.access.Needs;
import gongkai.platform.organ.Court;
import gongkai.platform.organ.CourtCover;
import gongkai.platform.organ.Courts;
import gongkai.platform.organ.Organ;
import gongkai.platform.organ.Organs;
import gongkai.platform.web.Form;
import gongkai.platform.web.Option;
import gongkai.platform.web.Page;
import gongkai.platform.web.Redirect;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Which court hears cases against an organ, or against those below it. */
@Controller
@RequestMapping("/office/organs/{code}/courts")
@Needs(Action.EDIT_ORGANS)
class CourtController {
    private static final int LONGEST = 200;
    private static final List<Option> COVERS = Stream.of(CourtCover.values())
            .map(cover -> new Option(cover.name(), cover.chinese()))
            .toList();

    private final Organs organs;
    private final Courts courts;
    private final OrganRights rights;

    CourtController(Organs organs, Courts courts, OrganRights rights) {
        this.organs = organs;
        this.courts = courts;
        this.rights = rights;
    }

    @GetMapping
    View courts(@PathVariable String code) {
        var organ = rights.organ(code, Action.EDIT_ORGANS);
        var form = Form.of(
                Map.of("covers", CourtCover.OWN.name(), "on", organs.today().toString()));
        return Page.of("organ/courts", page(organ, form));
    }

    @PostMapping
    View set(@PathVariable String code, @RequestParam MultiValueMap<String, String> typed) {
        var organ = rights.organ(code, Action.EDIT_ORGANS);
        var input = new OrganInput(typed, organs.tree(), organs.today());
        var from = input.day("on", "生效日期");
        var form = input.form();
        var cover = Stream.of(CourtCover.values())
                .filter(each -> each.name().equals(input.text("covers")))
                .findFirst();
        if (cover.isEmpty()) {
            form = form.wrong("covers", "请选择适用于谁");
        }
        if (input.text("court").length() > LONGEST || input.text("basis").length() > LONGEST) {
            form = form.wrong("court", "法院名称和依据都不超过 " + LONGEST + " 个字");
        }
        if (form.rejected()) {
            return Page.rejected("organ/courts", page(organ, form));
        }
        courts.set(new Court(organ.id(), cover.orElseThrow(), from, input.text("court"), input.text("basis")));
        return Redirect.to(OrganLine.link(organ) + "/courts").saying("管辖法院已保存");
    }

    private CourtPage page(Organ organ, Form form) {
        return new CourtPage(organ, courts.rules(organ.id(), organs.today()), form, COVERS);
    }
}
