package gongkai.platform.review;

import gongkai.platform.access.Action;
import gongkai.platform.access.Needs;
import gongkai.platform.organ.Organ;
import gongkai.platform.web.Form;
import gongkai.platform.web.Option;
import gongkai.platform.web.Page;
import gongkai.platform.web.Redirect;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Sets the stages an organ's answers go through (审核环节). */
@Controller
@RequestMapping("/office/reviews/chain")
@Needs(Action.EDIT_REVIEW_CHAIN)
class ChainController {
    private static final int MOST = 10;

    private final CaseDesk desk;
    private final Chains chains;
    private final Unmanned unmanned;

    ChainController(CaseDesk desk, Chains chains, Unmanned unmanned) {
        this.desk = desk;
        this.chains = chains;
        this.unmanned = unmanned;
    }

    @GetMapping
    View show() {
        var organ = desk.organ(Action.EDIT_REVIEW_CHAIN);
        var kept = chains.of(organ.id());
        var values = new LinkedHashMap<String, String>();
        values.put("seen", String.valueOf(kept.version()));
        for (int i = 0; i < kept.chain().stages().size(); i++) {
            var stage = kept.chain().stages().get(i);
            values.put("place" + i, String.valueOf(i + 1));
            values.put("kind" + i, stage.kind().name());
            values.put("title" + i, stage.title());
        }
        for (int i = kept.chain().stages().size(); i < MOST; i++) {
            // What is added comes before the signature unless another place is typed.
            values.put("place" + i, String.valueOf(kept.chain().stages().size()));
        }
        return Page.of(
                "review/chain",
                page(organ, Form.of(values), kept.chain().stages().size() + 2, kept.chain()));
    }

    @PostMapping
    View set(@RequestParam Map<String, String> typed, @RequestParam(defaultValue = "0") int seen) {
        var organ = desk.organ(Action.EDIT_REVIEW_CHAIN);
        var form = Form.of(typed);
        var chain = read(typed);
        var flaws = chain.flaws();
        if (flaws.isEmpty()) {
            if (chains.change(organ.id(), chain, seen)) {
                return Redirect.to("/office/reviews/chain").saying("已保存。正在审核的稿件仍按送审时的环节办理，以后送审的按新的环节");
            }
            flaws = List.of("审核环节刚刚由他人修改过，请重新打开本页看过后再改");
        }
        for (var flaw : flaws) {
            form = form.wrong(flaw);
        }
        return Page.rejected("review/chain", page(organ, form, MOST, chain));
    }

    /** The rows in which a kind is chosen, in the order of their places; a row without a kind is no stage. */
    private static Chain read(Map<String, String> typed) {
        record Placed(int place, int row, Chain.Stage stage) {}
        var placed = new ArrayList<Placed>();
        for (int i = 0; i < MOST; i++) {
            var kind = kind(typed.getOrDefault("kind" + i, ""));
            if (kind.isEmpty()) {
                continue;
            }
            var title = typed.getOrDefault("title" + i, "").strip();
            var stage = new Chain.Stage(
                    kind.getFirst(), title.isEmpty() ? kind.getFirst().usualTitle() : title);
            placed.add(new Placed(place(typed.getOrDefault("place" + i, ""), i + 1), i, stage));
        }
        return new Chain(placed.stream()
                .sorted(Comparator.comparingInt(Placed::place)
                        .thenComparing(Comparator.comparingInt(Placed::row).reversed()))
                .map(Placed::stage)
                .toList());
    }

    private static List<StageKind> kind(String name) {
        return Arrays.stream(StageKind.values())
                .filter(kind -> kind.name().equals(name))
                .toList();
    }

    private static int place(String text, int usual) {
        return text.strip().matches("\\d{1,3}") ? Integer.parseInt(text.strip()) : usual;
    }

    private ReviewPages.Stages page(Organ organ, Form form, int rows, Chain chain) {
        var kinds = Arrays.stream(StageKind.values())
                .map(kind -> new Option(kind.name(), kind.usualTitle()))
                .toList();
        return new ReviewPages.Stages(
                organ.name(), form, Math.min(rows, MOST), kinds, unmanned.of(organ.id(), chain.stages(), Set.of()));
    }
}
