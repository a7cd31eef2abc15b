package gongkai.annualreport.planted;

import gongkai.annualreport.FileKind;
import java.util.ArrayList;
import java.util.List;

/** Exemplary files of every kind, for tests that need files and not their truth. */
public final class PlantedFiles {
    private PlantedFiles() {}

    /** @param name the kind and style */
    public record PlantedFile(String name, FileKind kind, byte[] content) {}

    /** One file of every target drawn in this process. */
    public static List<PlantedFile> all() throws Exception {
        var files = new ArrayList<PlantedFile>();
        for (var target : Targets.own()) {
            var draft = Deviations.ALL.getFirst().draft(20260101L + files.size());
            files.add(new PlantedFile(
                    target.name(), target.kind(), target.drawer().draw(draft)));
        }
        return files;
    }
}
