package gongkai.platform.casework;

import gongkai.platform.web.Form;
import gongkai.platform.web.Option;
import java.util.List;

/** The form by which officers register a request. */
public record IntakePage(
        String organ,
        Form form,
        List<Option> channels,
        List<Option> kinds,
        List<Option> proofs,
        List<Option> forms,
        List<Option> deliveries,
        boolean mayBackfill) {}
