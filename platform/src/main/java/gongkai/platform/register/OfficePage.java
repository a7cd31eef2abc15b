package gongkai.platform.register;

import gongkai.platform.organ.Organ;
import gongkai.platform.web.Form;
import gongkai.platform.web.Option;
import java.util.List;

/** The form of a disclosure office. */
public record OfficePage(Organ organ, Form form, List<Option> channels) {}
