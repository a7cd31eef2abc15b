package gongkai.platform.application;

import gongkai.platform.web.Form;

/** Number and query code are asked for. */
public record StatusForm(Form form) {}
