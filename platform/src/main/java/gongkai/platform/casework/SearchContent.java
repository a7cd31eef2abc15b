package gongkai.platform.casework;

import gongkai.platform.files.StoredFile;
import gongkai.platform.web.Form;
import gongkai.platform.web.Option;
import java.util.List;

/** What was searched, and the papers of the case. */
public record SearchContent(
        String number, List<SearchNote> notes, List<StoredFile> materials, boolean mayHandle, Form form) {
    public String path() {
        return Cases.path(number);
    }

    public List<Option> found() {
        return List.of(new Option("false", "没有检索到"), new Option("true", "检索到了"));
    }
}
