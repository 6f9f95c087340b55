package org.rongyi.network.organisation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.rongyi.platform.intake.Batches;
import org.rongyi.platform.kernel.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 导入后未启用的账号: who of an imported list still waits for a link, as far as the actor may let him in. */
@Component
public class ImportedStaff {

    /** Who also serves outside the territory gets his link there. */
    private static final String WAITING = """
            select s.account_id, s.name, u.name as unit
            from organisation.staff s
            join organisation.unit u on u.id = s.unit_id
            where s.id = any(:ids::uuid[]) and s.valid_to is null
              and not organisation.serves_outside(s.account_id, :ranges::int8multirange)
            order by array_position(:ids::uuid[], s.id)
            """;

    private final JdbcClient jdbc;
    private final Batches batches;
    private final Newcomers newcomers;

    ImportedStaff(JdbcClient jdbc, Batches batches, Newcomers newcomers) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.newcomers = newcomers;
    }

    /** Somebody who waits. */
    public record Waiting(UUID account, String unit, String name, String username) {}

    /** Some hundred rows of the list; the next ones begin behind the last. */
    public record Chunk(int lastRow, List<Waiting> waiting) {}

    private record Member(UUID accountId, String name, String unit) {}

    /** Those behind a row; empty when the list is over. */
    public Optional<Chunk> after(Actor actor, UUID batch, int row) {
        var rows = batches.importedAfter(batch, row);
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        var members = jdbc.sql(WAITING)
                .param("ids", rows.stream().map(one -> one.subject().toString()).toArray(String[]::new))
                .param("ranges", actor.scope().toMultirange())
                .query(Member.class)
                .list();
        var ids = members.stream().map(Member::accountId).distinct().toList();
        var usernames = newcomers.usernames(actor, ids);
        var waiting = new ArrayList<Waiting>();
        for (var member : members) {
            var username = usernames.get(member.accountId());
            if (username != null) {
                waiting.add(new Waiting(member.accountId(), member.unit(), member.name(), username));
            }
        }
        return Optional.of(new Chunk(rows.getLast().rowNumber(), List.copyOf(waiting)));
    }

    public int count(Actor actor, UUID batch) {
        int count = 0;
        for (var chunk = after(actor, batch, 0);
                chunk.isPresent();
                chunk = after(actor, batch, chunk.get().lastRow())) {
            count += chunk.get().waiting().size();
        }
        return count;
    }
}
