package org.rongyi.platform.notice;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.kernel.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 消息设置: what a veteran does not want as SMS, and where a colleague wants his messages as mail. Each for himself. */
@Component
public class Preferences {

    private static final String DECLINED = "select kind from notice.opt_out where person_id = :person";

    private static final String DECLINE = """
            insert into notice.opt_out (person_id, kind, at) values (:person, :kind, :at) on conflict do nothing
            """;

    private static final String WANT =
            "delete from notice.opt_out where person_id = :person and not (kind = any(:kinds::text[]))";

    private final JdbcClient jdbc;
    private final Templates templates;
    private final Mailboxes mailboxes;
    private final AuditTrail trail;
    private final Clock clock;

    Preferences(JdbcClient jdbc, Templates templates, Mailboxes mailboxes, AuditTrail trail, Clock clock) {
        this.jdbc = jdbc;
        this.templates = templates;
        this.mailboxes = mailboxes;
        this.trail = trail;
        this.clock = clock;
    }

    /** A kind of SMS that may be declined, with what it says; the rest of the kind is sent all the same. */
    public record Declinable(NoticeKind kind, List<String> titles) {}

    public List<Declinable> declinable() {
        return templates.all().stream()
                .filter(Template::optional)
                .filter(template -> template.channels().contains(Channel.SMS))
                .collect(Collectors.groupingBy(
                        Template::kind, TreeMap::new, Collectors.mapping(Template::title, Collectors.toList())))
                .entrySet()
                .stream()
                .map(entry -> new Declinable(entry.getKey(), entry.getValue()))
                .toList();
    }

    public Set<NoticeKind> declined(Actor.Self self) {
        var kinds = EnumSet.noneOf(NoticeKind.class);
        kinds.addAll(jdbc.sql(DECLINED)
                .param("person", self.person())
                .query((row, n) -> NoticeKind.valueOf(row.getString(1)))
                .list());
        return kinds;
    }

    /** From now on these and no others; what cannot be declined is passed over. */
    public void decline(Actor.Self self, Collection<NoticeKind> kinds) {
        var allowed = declinable().stream()
                .map(Declinable::kind)
                .filter(kinds::contains)
                .toList();
        jdbc.sql(WANT)
                .param("person", self.person())
                .param("kinds", allowed.stream().map(NoticeKind::name).toArray(String[]::new))
                .update();
        allowed.forEach(kind -> jdbc.sql(DECLINE)
                .param("person", self.person())
                .param("kind", kind.name())
                .param("at", OffsetDateTime.now(clock))
                .update());
        trail.record(self, new AuditTrail.Entry("ChooseMessages", self.person(), "Chosen", true));
    }

    /** @param address empty: no mails any more */
    public void mailTo(Actor.Office actor, String address) {
        if (address.isEmpty()) {
            mailboxes.remove(actor);
        } else {
            mailboxes.put(actor, address);
        }
        trail.record(actor, new AuditTrail.Entry("SetMailbox", actor.account(), "Set", true));
    }
}
