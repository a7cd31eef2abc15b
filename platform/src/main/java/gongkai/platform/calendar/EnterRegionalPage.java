package gongkai.platform.calendar;

import gongkai.platform.web.Form;

/** The form to enter what a region decided. */
public record EnterRegionalPage(Form form) {}
