package gongkai.platform.web;

import java.util.List;

/** What a feature adds to the left navigation. A feature with back office pages has one bean of this kind. */
public interface Navigation {
    /** The lines whoever is signed in may open; never one that leads nowhere or to a refusal. */
    List<NavigationLink> links();

    /** Where what is typed into the box at the top of every page is looked for; empty if this feature has nothing to find for whoever is signed in. */
    default String search() {
        return "";
    }
}
