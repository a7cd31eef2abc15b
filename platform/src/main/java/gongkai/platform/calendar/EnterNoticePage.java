package gongkai.platform.calendar;

import gongkai.platform.web.Form;
import java.util.List;

/**
 * The forms to enter a year's notice: by festival, or as JSON.
 *
 * @param typed the form by festival
 * @param json the form with the file or the pasted text
 */
public record EnterNoticePage(Form typed, Form json, List<String> festivals) {}
