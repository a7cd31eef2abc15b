package gongkai.platform.web;

import java.util.List;

/** The filters a person has given a name. */
public interface SavedFilters {
    /** Those whoever is signed in has saved for the list at that address. */
    List<SavedFilter> of(String path);

    /** A filter under a name. */
    record SavedFilter(long id, String name, String link) {}
}
