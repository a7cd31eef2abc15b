package gongkai.platform.register;

import gongkai.platform.web.Form;
import java.util.List;

/**
 * The tree of organs, opened along one path.
 *
 * @param search what is searched for
 * @param found what was found, empty when nothing is searched for
 * @param at the code of the branch that is open, empty for the top
 */
public record OrganTreePage(Form search, List<OrganLine> found, String at, List<Branch> branches, boolean mayEdit) {
    /**
     * One organ in the tree.
     *
     * @param inside what stands below it and is shown
     * @param more how many more stand below it, too many to show
     */
    public record Branch(OrganLine line, boolean opens, boolean open, String toggle, List<Branch> inside, int more) {}
}
