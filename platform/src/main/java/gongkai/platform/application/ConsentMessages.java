package gongkai.platform.application;

import gongkai.platform.letter.ElectronicConsent;
import gongkai.platform.request.DisclosureRequest;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What applicants said about electronic delivery on the page of their request. */
@Component
class ConsentMessages implements ElectronicConsent {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Messages messages;

    ConsentMessages(Messages messages) {
        this.messages = messages;
    }

    @Override
    public Optional<Said> of(DisclosureRequest request) {
        return messages.of(request).stream()
                .filter(message ->
                        message.kind() == MessageKind.ELECTRONIC_YES || message.kind() == MessageKind.ELECTRONIC_NO)
                .reduce((first, second) -> second)
                .map(message -> new Said(
                        message.kind() == MessageKind.ELECTRONIC_YES,
                        message.at().atZone(ZONE).toLocalDate()));
    }
}
