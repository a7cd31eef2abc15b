package gongkai.platform.letter;

import gongkai.platform.web.Listing;
import gongkai.platform.web.Option;
import java.util.List;

/** The list of letters. */
public record LetterListPage(
        Listing<LetterList.Line> list, List<Option> kinds, List<Option> states, boolean mayEditTemplates) {}
