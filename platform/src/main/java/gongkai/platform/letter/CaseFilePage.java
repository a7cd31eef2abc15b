package gongkai.platform.letter;

import gongkai.platform.request.DisclosureRequest;
import gongkai.platform.web.Form;

/** How the file of a case is asked for. */
public record CaseFilePage(DisclosureRequest request, boolean maySeePersonalData, Form form) {}
