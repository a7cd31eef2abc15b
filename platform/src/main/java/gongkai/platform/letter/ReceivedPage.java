package gongkai.platform.letter;

import gongkai.platform.request.DisclosureRequest;
import gongkai.platform.web.Form;

/** When a consultation or the notice of a fee was received. */
public record ReceivedPage(DisclosureRequest request, Form form) {}
