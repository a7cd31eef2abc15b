package gongkai.platform.application;

import gongkai.platform.access.Access;
import gongkai.platform.disclosures.PromotionWishes;
import gongkai.platform.organ.OrganId;
import gongkai.platform.request.DisclosureRequest;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The requests whose applicants suggested to publish what they were given. */
@Component
class PromotionMessages implements PromotionWishes {
    private final JdbcClient database;
    private final Messages messages;
    private final Access access;

    PromotionMessages(JdbcClient database, Messages messages, Access access) {
        this.database = database;
        this.messages = messages;
        this.access = access;
    }

    @Override
    public Set<String> of(Collection<OrganId> organs) {
        return new HashSet<>(database.sql("""
                        select r.number from application.message m join request.request r on r.id = m.request
                        where m.kind = 'PROMOTION' and m.organ = any(:organs)
                        """)
                .param("organs", organs.stream().map(OrganId::value).toArray(Long[]::new))
                .query((row, number) -> String.valueOf(row.getString("number")))
                .list());
    }

    @Override
    public void settled(DisclosureRequest request) {
        messages.of(request).stream()
                .filter(message -> message.kind() == MessageKind.PROMOTION)
                .forEach(message ->
                        messages.read(message.id(), request, access.required().person()));
    }
}
