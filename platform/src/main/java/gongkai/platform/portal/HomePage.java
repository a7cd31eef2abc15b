package gongkai.platform.portal;

import gongkai.platform.organ.Organ;
import java.util.List;

/**
 * What the portal's first page shows.
 *
 * @param asked the words looked for, empty if none
 * @param found the organs that hold them
 * @param groups the organs with an office of disclosure, under the organ above them, when nothing was looked for
 */
public record HomePage(String asked, List<Organ> found, List<Group> groups) {
    /**
     * An organ and those directly below it.
     *
     * @param below the first of those with an office of disclosure
     * @param all how many of those there are in all
     */
    public record Group(Organ top, List<Organ> below, int all) {}
}
