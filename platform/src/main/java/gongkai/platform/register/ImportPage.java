package gongkai.platform.register;

import gongkai.platform.web.Form;
import java.util.List;

/** Where a file of organs is chosen. */
public record ImportPage(Form form, List<String> columns) {}
