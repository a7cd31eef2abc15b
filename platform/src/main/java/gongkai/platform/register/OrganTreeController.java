package gongkai.platform.register;

import gongkai.platform.access.Action;
import gongkai.platform.access.Needs;
import gongkai.platform.organ.Organ;
import gongkai.platform.organ.OrganId;
import gongkai.platform.organ.OrganTree;
import gongkai.platform.organ.Organs;
import gongkai.platform.register.OrganTreePage.Branch;
import gongkai.platform.web.Form;
import gongkai.platform.web.Page;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/**
 * The tree of organs. An address opens one branch and the path to it; htmx puts that branch into the tree that is shown, so others stay open.
 */
@Controller
@Needs(Action.SEE_ORGANS)
class OrganTreeController {
    private static final int MOST_INSIDE = 200;
    private static final int MOST_FOUND = 50;

    private final Organs organs;
    private final OrganRights rights;

    OrganTreeController(Organs organs, OrganRights rights) {
        this.organs = organs;
        this.rights = rights;
    }

    @GetMapping("/office/organs/tree")
    View tree(@RequestParam(defaultValue = "") String at, @RequestParam(defaultValue = "") String q) {
        var tree = organs.tree();
        var today = organs.today();
        var open = tree.id(at)
                .map(id -> tree.path(id, today).stream().map(Organ::id).collect(Collectors.toCollection(HashSet::new)))
                .orElseGet(HashSet::new);
        var found = organs.search(q, MOST_FOUND).stream()
                .map(organ -> line(tree, organ, today))
                .toList();
        return Page.of(
                "organ/tree",
                new OrganTreePage(
                        Form.of(Map.of("q", q)),
                        found,
                        open.isEmpty() ? "" : at,
                        branches(tree, null, open, today),
                        rights.mayAnywhere(Action.EDIT_ORGANS)));
    }

    private static List<Branch> branches(OrganTree tree, @Nullable OrganId above, Set<OrganId> open, LocalDate today) {
        return tree.children(above, today).stream()
                .limit(MOST_INSIDE)
                .map(organ -> branch(tree, organ, open, today))
                .toList();
    }

    private static Branch branch(OrganTree tree, Organ organ, Set<OrganId> open, LocalDate today) {
        boolean isOpen = open.contains(organ.id());
        var inside = isOpen ? branches(tree, organ.id(), open, today) : List.<Branch>of();
        int more = isOpen ? tree.children(organ.id(), today).size() - inside.size() : 0;
        var above = tree.parent(organ, today);
        return new Branch(
                line(tree, organ, today),
                tree.hasChildren(organ.id(), today),
                isOpen,
                "/office/organs/tree"
                        + (isOpen ? above.map(a -> "?at=" + a.code()).orElse("") : "?at=" + organ.code()),
                inside,
                more);
    }

    private static OrganLine line(OrganTree tree, Organ organ, LocalDate today) {
        return new OrganLine(organ, tree.parent(organ, today).orElse(null), organ.on(today), organ.since());
    }
}
