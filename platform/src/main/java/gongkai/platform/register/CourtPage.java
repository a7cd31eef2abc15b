package gongkai.platform.register;

import gongkai.platform.organ.Court;
import gongkai.platform.organ.Organ;
import gongkai.platform.web.Form;
import gongkai.platform.web.Option;
import java.util.List;

/**
 * The rules about courts that were entered for an organ, and the form of one more.
 *
 * @param rules those that hold today
 */
public record CourtPage(Organ organ, List<Court> rules, Form form, List<Option> covers) {}
