package org.rongyi.care.visit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.policy.Parameter;
import org.rongyi.platform.policy.Policy;
import org.rongyi.platform.policy.PolicyReader;
import org.rongyi.platform.ui.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many people are due by a term, and how many would be due on another day if it were another one. */
@Component
class ContactPolicy implements PolicyReader {

    private static final String BY_TERM = """
            select count(*) filter (where c.last_contact_on is null) as never,
                   count(*) filter (where c.last_contact_on is not null and c.attention = 'KEY') as key,
                   count(*) filter (where c.last_contact_on is not null and c.attention = 'GENERAL') as general
            from visit.contact c
            where c.active
            """;

    /** Terms are those of the day they begin on: only who was contacted, visited or registered since is looked at. */
    private static final String SINCE = """
            select c.attention, c.registered_on, c.last_contact_on, c.last_visit_on, count(*) as persons
            from visit.contact c
            where c.active and greatest(c.registered_on, c.last_contact_on, c.last_visit_on) >= :from
            group by c.attention, c.registered_on, c.last_contact_on, c.last_visit_on
            """;

    private final JdbcClient jdbc;

    ContactPolicy(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record ByTerm(long never, long key, long general) {}

    private record Alike(
            Attention attention,
            LocalDate registeredOn,
            @Nullable LocalDate lastContactOn,
            @Nullable LocalDate lastVisitOn,
            long persons) {

        ContactRules.Known known() {
            return new ContactRules.Known(attention, registeredOn, lastContactOn, lastVisitOn);
        }
    }

    @Override
    public String room() {
        return "走访联系";
    }

    @Override
    public Set<String> reads() {
        return Set.of(
                ContactRules.KEY_CONTACT, ContactRules.KEY_VISIT, ContactRules.GENERAL_CONTACT, ContactRules.FIRST);
    }

    @Override
    public List<String> touched(String id, Parameter.Value changed, Policy now, Policy then) {
        var lines = new ArrayList<String>();
        lines.add("现有 " + Words.number(underTerm(id)) + " 人的应联系日按这项参数推算；生效以后再联系、再走访或新建档的，按新取值。");
        long moved = moved(changed.from(), new ContactRules(now), new ContactRules(then));
        lines.add(
                moved == 0
                        ? "没有人的应联系日会因此不同。"
                        : "自生效日以来联系过或建档的，有 " + Words.number(moved) + " 人按新取值算出的应联系日不同；名单上的日期不自动重算，到他下次有走访登记、更正时才按新取值。");
        return lines;
    }

    private long underTerm(String id) {
        var counts = jdbc.sql(BY_TERM).query(ByTerm.class).single();
        return switch (id) {
            case ContactRules.FIRST -> counts.never();
            case ContactRules.GENERAL_CONTACT -> counts.general();
            default -> counts.key();
        };
    }

    private long moved(LocalDate from, ContactRules now, ContactRules then) {
        return jdbc.sql(SINCE).param("from", from).query(Alike.class).list().stream()
                .filter(alike -> !now.dueOn(alike.known()).equals(then.dueOn(alike.known())))
                .mapToLong(Alike::persons)
                .sum();
    }
}
