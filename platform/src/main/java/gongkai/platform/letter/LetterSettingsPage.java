package gongkai.platform.letter;

import gongkai.platform.organ.Organ;
import gongkai.platform.web.Form;

/** The settings of an organ's letters, with how the 文号 of an answer and of a 补正告知书 look now. */
public record LetterSettingsPage(Organ organ, Form form, String answer, String correction) {}
