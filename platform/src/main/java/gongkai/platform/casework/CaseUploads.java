package gongkai.platform.casework;

import gongkai.platform.files.FilePurpose;
import gongkai.platform.files.Keeping;
import gongkai.platform.files.StoredFiles;
import gongkai.platform.files.Upload;
import gongkai.platform.request.DisclosureRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** Files that come with a form of a case. */
@Component
class CaseUploads {
    private final StoredFiles files;

    CaseUploads(StoredFiles files) {
        this.files = files;
    }

    /** Keeps them with the case. @return those that were not taken, each with its reason */
    List<String> keep(DisclosureRequest request, FilePurpose purpose, @Nullable List<MultipartFile> sent) {
        var refused = new ArrayList<String>();
        if (sent == null) {
            return refused;
        }
        for (var file : sent) {
            var name = file.getOriginalFilename();
            if (file.isEmpty() && (name == null || name.isEmpty())) {
                continue;
            }
            try (var content = file.getInputStream()) {
                var keeping = files.keep(new Upload(
                        name == null ? "" : name,
                        content,
                        purpose,
                        request.organ().value(),
                        request.number()));
                if (keeping instanceof Keeping.Refused not) {
                    refused.add((purpose.encrypted() ? purpose.chinese() : "“" + name + "”") + "：" + not.reason());
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return refused;
    }
}
