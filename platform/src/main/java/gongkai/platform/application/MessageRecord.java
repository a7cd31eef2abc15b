package gongkai.platform.application;

import gongkai.platform.files.StoredFile;
import gongkai.platform.letter.CaseFileList;
import gongkai.platform.request.DisclosureRequest;
import gongkai.platform.web.Day;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What the applicant sent after applying (申请人来信), for the file of the case. The files themselves are bound in beside it. */
@Component
class MessageRecord implements CaseFileList {
    private final Messages messages;

    MessageRecord(Messages messages) {
        this.messages = messages;
    }

    @Override
    public Place place() {
        return Place.REQUEST;
    }

    @Override
    public Optional<Table> of(DisclosureRequest request) {
        var rows = messages.of(request).stream()
                .map(message -> List.of(
                        Day.minute(message.at()),
                        message.kind().chinese(),
                        message.text(),
                        message.files().stream().map(StoredFile::name).collect(Collectors.joining("\n"))))
                .toList();
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(new Table("申请人来信", List.of(20, 20, 38, 22), List.of("时间", "事项", "内容", "附件"), rows));
    }
}
