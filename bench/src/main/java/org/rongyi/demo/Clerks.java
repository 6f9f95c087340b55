package org.rongyi.demo;

import java.util.List;
import java.util.UUID;
import org.rongyi.platform.access.Personas;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Role;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** For the benchmark: clerks of towns at work, each with the persons of a town to visit. */
@Component
public class Clerks {

    private static final String BUSY = """
            select distinct on (c.town) s.account_id, s.name, s.post_id, s.unit_id, a.username, c.town
            from (select town, count(*) as persons
                  from visit.contact
                  where active and held is null and town % 1000000 / 1000 between 1 and 599
                  group by 1
                  having count(*) > 1000) c
            join organisation.unit u on u.code_now = c.town and u.kind = 'STATION' and u.closed_on is null
            join organisation.staff s on s.unit_id = u.id and s.valid_to is null
            join access.account a on a.id = s.account_id
            join access.post p on p.id = s.post_id and p.role = 'CLERK'
            order by c.town
            limit :count
            """;

    private static final String PERSONS = """
            select person_id from visit.contact where town = :town and active and held is null order by person_id limit 1000
            """;

    private final Desk desk;
    private final JdbcClient job;

    Clerks(Desk desk, @Qualifier("job") JdbcClient job) {
        this.desk = desk;
        this.job = job;
    }

    /** Somebody who records visits, and to whom. */
    public record Clerk(Actor.Office actor, Personas.Entry entry, List<UUID> persons) {}

    private record Found(UUID accountId, String name, UUID postId, UUID unitId, String username, long town) {}

    /** Clerks of so many towns; they get the password. */
    public List<Clerk> take(int count, String password) {
        return job.sql(BUSY).param("count", count).query(Found.class).list().stream()
                .map(found -> clerk(found, password))
                .toList();
    }

    private Clerk clerk(Found found, String password) {
        desk.enable(found.accountId(), password);
        var actor = desk.actor(found.accountId(), found.name(), found.postId(), found.unitId(), Role.CLERK);
        var entry = new Personas.Entry(
                found.username(),
                password,
                "站务员",
                actor.unitCode().toString(),
                actor.level().number(),
                found.name(),
                actor.unitName());
        var persons =
                job.sql(PERSONS).param("town", found.town()).query(UUID.class).list();
        return new Clerk(actor, entry, persons);
    }
}
