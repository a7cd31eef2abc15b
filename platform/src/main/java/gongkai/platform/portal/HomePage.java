package gongkai.platform.portal;

import gongkai.platform.organ.Organ;
import java.util.List;

/**
 * What the portal's first page shows.
 *
 * @param asked the words looked for, empty if none
 * @param found the organs that hold them
 * @param groups the organs at the top with those directly below them, when nothing was looked for
 */
public record HomePage(String asked, List<Organ> found, List<Group> groups) {
    /**
     * An organ at the top.
     *
     * @param below the first of those directly below it
     * @param all how many there are below it in all
     */
    public record Group(Organ top, List<Organ> below, int all) {}
}
