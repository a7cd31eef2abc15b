package gongkai.platform.register;

import gongkai.platform.web.Listing;
import gongkai.platform.web.Option;
import java.util.List;

/** The list of organs. */
public record OrganListPage(Listing<OrganLine> list, List<Option> kinds, List<Option> states, boolean mayEdit) {}
