package org.rongyi.care.visit;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.rongyi.network.organisation.OpenWork;
import org.rongyi.platform.ui.Words;
import org.rongyi.platform.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 草稿: what was typed and not yet handed in. It belongs to the post, not to the phone it was typed on. */
@Component
public class Drafts implements OpenWork {

    private static final String SAVE = """
            insert into visit.draft (post_id, person_id, unit_id, code_now, sealed, saved_at)
            select p.id, :person, u.id, u.code_now, :sealed, :at
            from access.post p join organisation.unit u on u.id = p.unit_id
            where p.id = :post
            on conflict (post_id, person_id) do update set sealed = excluded.sealed, saved_at = excluded.saved_at
            """;

    private static final String FIND = """
            select sealed, saved_at from visit.draft where post_id = :post and person_id = :person
            """;

    /** Of people outside the reader's territory, row-level security leaves nothing. */
    private static final String LATEST = """
            select d.person_id, p.name, d.saved_at
            from visit.draft d
            join person.person p on p.id = d.person_id
            where d.post_id = :post
            order by d.saved_at desc, d.person_id
            limit :limit
            """;

    /** Of this post and whom they are kept under; also a part of the statement that writes the record. */
    static final String DISCARD = """
            delete from visit.draft where post_id = :post and person_id = any(:drafted::uuid[])
            """;

    private static final String OF_POST = """
            select d.person_id, p.name, d.sealed, d.saved_at
            from visit.draft d
            left join person.person p on p.id = d.person_id
            where d.post_id = :post
            order by d.saved_at desc, d.person_id
            """;

    private static final String TAKE = """
            insert into visit.draft (post_id, person_id, unit_id, code_now, sealed, saved_at)
            select p.id, :person, u.id, u.code_now, :sealed, :at
            from access.post p join organisation.unit u on u.id = p.unit_id
            where p.id = :post
            on conflict (post_id, person_id) do update set sealed = excluded.sealed, saved_at = excluded.saved_at
            where draft.saved_at < excluded.saved_at
            """;

    private static final String DROP = "delete from visit.draft where post_id = :post";

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Clock clock;

    Drafts(JdbcClient jdbc, Vault vault, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.clock = clock;
    }

    /** The form's fields as they were sent, url-encoded. */
    public record Draft(String form, OffsetDateTime savedAt) {}

    public void save(UUID post, UUID person, String form) {
        jdbc.sql(SAVE)
                .param("post", post)
                .param("person", person)
                .param("sealed", vault.seal(form.getBytes(StandardCharsets.UTF_8), aad(post, person)))
                .param("at", OffsetDateTime.now(clock))
                .update();
    }

    public Optional<Draft> find(UUID post, UUID person) {
        return jdbc.sql(FIND)
                .param("post", post)
                .param("person", person)
                .query((row, n) -> new Draft(
                        new String(vault.open(row.getBytes("sealed"), aad(post, person)), StandardCharsets.UTF_8),
                        row.getObject("saved_at", OffsetDateTime.class)))
                .optional();
    }

    /** Somebody whose form was begun and not handed in. */
    public record Begun(UUID personId, String name, OffsetDateTime savedAt) {}

    /** The post's drafts, the latest first. */
    public List<Begun> latest(UUID post, int limit) {
        return jdbc.sql(LATEST)
                .param("post", post)
                .param("limit", limit)
                .query(Begun.class)
                .list();
    }

    public void discard(UUID post, Collection<UUID> persons) {
        jdbc.sql(DISCARD)
                .param("post", post)
                .param("drafted", persons.stream().map(UUID::toString).toArray(String[]::new))
                .update();
    }

    @Override
    public String zh() {
        return "走访草稿";
    }

    @Override
    public List<String> of(UUID post) {
        return jdbc.sql(OF_POST)
                .param("post", post)
                .query((row, n) -> {
                    var name = row.getString("name");
                    var savedAt = row.getObject("saved_at", OffsetDateTime.class);
                    return (name == null ? "不在您查看范围内的人" : name) + "（" + Words.moment(savedAt.toInstant()) + "保存）";
                })
                .list();
    }

    /** A draft is sealed for its post: it is opened, and sealed for the other. */
    @Override
    public void handOver(UUID from, UUID to) {
        jdbc.sql(OF_POST)
                .param("post", from)
                .query((row, n) -> {
                    var person = row.getObject("person_id", UUID.class);
                    var form = vault.open(row.getBytes("sealed"), aad(from, person));
                    return new Taken(
                            person, vault.seal(form, aad(to, person)), row.getObject("saved_at", OffsetDateTime.class));
                })
                .list()
                .forEach(draft -> jdbc.sql(TAKE)
                        .param("post", to)
                        .param("person", draft.person())
                        .param("sealed", draft.sealed())
                        .param("at", draft.savedAt())
                        .update());
        drop(from);
    }

    private record Taken(UUID person, byte[] sealed, OffsetDateTime savedAt) {}

    @Override
    public void drop(UUID post) {
        jdbc.sql(DROP).param("post", post).update();
    }

    static String aad(UUID post, UUID person) {
        return "visit.draft|" + post + "|" + person;
    }
}
