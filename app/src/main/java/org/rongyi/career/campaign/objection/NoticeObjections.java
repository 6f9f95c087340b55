package org.rongyi.career.campaign.objection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.approval.Objection;
import org.rongyi.platform.documents.sheet.ListDownload;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Cursor;
import org.rongyi.platform.kernel.Ids;
import org.rongyi.platform.kernel.Slice;
import org.rongyi.platform.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 公示异议, kept: name, phone, grounds and answer lie sealed; how many there are is public. */
@Component
public class NoticeObjections {

    private static final int PAGE = 20;
    private static final int FETCH = 500;
    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
    private static final UUID NOBODY = new UUID(0, 0);

    private static final String FILE = """
            select campaign.object(:campaign, :id, :name, :phone, :grounds, :today, :at, :due, :who, :registrar, :most)
            """;

    private static final String COUNTS = "select c.filed, c.open from campaign.objections(:campaign) c";

    private static final String COLUMNS = """
            select o.id, o.campaign_id, o.number, o.name_sealed, o.phone_sealed, o.grounds_sealed, o.filed_on, o.filed_by,
                   o.answer_by, o.ruling, o.answer_sealed, o.answered_on, o.answered_by, o.answered_account, o.about,
                   c.id as candidate, c.name as candidate_name, c.reception_id as reception
            from campaign.objection o
            left join campaign.candidate c on c.id = o.candidate_id
            """;

    /** Who was dropped and listed again is the same person with the same score. */
    private static final String UPHELD = """
            select o.number, n.name, n.reception_id, o.filed_at
            from campaign.objection o
            join campaign.candidate c on c.id = o.candidate_id
            join campaign.candidate n on n.campaign_id = o.campaign_id and n.reception_id = c.reception_id
            where o.campaign_id = :campaign and o.ruling = 'UPHELD' and n.left_at is null and n.exempt_ground is null
            order by o.number
            """;

    private static final String OF = COLUMNS + """
            where o.campaign_id = :campaign and (o.filed_on, o.id) > (:afterOn, :afterId)
            order by o.filed_on, o.id
            limit :limit
            """;

    private static final String FIND = COLUMNS + "where o.campaign_id = :campaign and o.id = :id";

    private static final String ANSWER = """
            update campaign.objection
            set ruling = :ruling, answer_sealed = :answer, answered_on = :on, answered_by = :by, answered_account = :account,
                candidate_id = :candidate
            where id = :id and ruling is null
            """;

    private static final String NAME = "update campaign.objection set candidate_id = :candidate where id = :id";

    private static final String NAMED = """
            insert into campaign.objection_named (id, objection_id, campaign_id, code_now, from_candidate, to_candidate, why, named_at,
                                                  named_by, named_account)
            select :named, o.id, o.campaign_id, o.code_now, o.candidate_id, :candidate, :why, :at, :by, :account
            from campaign.objection o
            where o.id = :id
            """;

    private static final String NAMINGS = """
            select f.name as from_name, t.name as to_name, n.why, n.named_at, n.named_by
            from campaign.objection_named n
            left join campaign.candidate f on f.id = n.from_candidate
            left join campaign.candidate t on t.id = n.to_candidate
            where n.objection_id = :id
            order by n.named_at, n.id
            """;

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Clock clock;

    NoticeObjections(JdbcClient jdbc, Vault vault, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.clock = clock;
    }

    /** How many were filed, and how many of them wait for their answer. */
    public record Counts(int filed, int open) {}

    /** Whose score an objection that holds says is wrong. */
    public record Concerned(UUID candidate, String name, UUID reception) {}

    /** One that holds and is about a score. */
    public record Upheld(String number, String name, UUID reception, Instant filed) {}

    /**
     * @param answer what came of it, in writing; none while it is open
     * @param ofResult whether it is against the result, not against posts and scores
     * @param concerned none where it does not hold, or is not about a score
     */
    public record One(
            UUID id,
            UUID campaign,
            String number,
            Objection.Objector by,
            String grounds,
            LocalDate filedOn,
            String filedBy,
            LocalDate answerBy,
            @Nullable Answer answer,
            boolean ofResult,
            @Nullable Concerned concerned) {}

    /** 书面答复. */
    public record Answer(Objection.Ruling ruling, String text, LocalDate on, String by, UUID account) {}

    /**
     * 改指.
     *
     * @param from who was named before; none where nobody was
     * @param to who is; none where it is not about a score
     */
    public record Naming(@Nullable String from, @Nullable String to, String why, Instant at, String by) {}

    /** How filing one ended, as the database says it: its number, or why not. */
    String file(ObjectToNotice.Filing filing) {
        var id = filing.id();
        return jdbc.sql(FILE)
                .param("campaign", filing.campaign())
                .param("id", id)
                .param("name", vault.seal(ObjectionSeals.NAME, id, filing.by().name()))
                .param("phone", vault.seal(ObjectionSeals.PHONE, id, filing.by().phone()))
                .param("grounds", vault.seal(ObjectionSeals.GROUNDS, id, filing.grounds()))
                .param("today", filing.today())
                .param("at", OffsetDateTime.now(clock))
                .param("due", filing.answerBy())
                .param("who", filing.who())
                .param("registrar", filing.registrar())
                .param("most", filing.most())
                .query(String.class)
                .single();
    }

    /** For everybody. */
    public Counts counts(UUID campaign) {
        return jdbc.sql(COUNTS).param("campaign", campaign).query(Counts.class).single();
    }

    /** Those of a campaign within the reader's territory, the first first. */
    public Slice<One> page(UUID campaign, @Nullable Cursor<LocalDate> after) {
        var read = jdbc.sql(OF)
                .param("campaign", campaign)
                .param("afterOn", after == null ? FIRST : after.key())
                .param("afterId", after == null ? NOBODY : after.id())
                .param("limit", PAGE + 1)
                .query((row, n) -> read(row))
                .list();
        return Slice.of(read, PAGE, one -> new Cursor<>(one.filedOn(), one.id()));
    }

    /** All of them in the same order, a few hundred at a time, inside the caller's transaction. */
    public void each(UUID campaign, Consumer<One> to) {
        try (var rows = jdbc
                .sql(OF)
                .param("campaign", campaign)
                .param("afterOn", FIRST)
                .param("afterId", NOBODY)
                .param("limit", ListDownload.most())
                .withFetchSize(FETCH)
                .query((row, n) -> read(row))
                .stream()) {
            rows.forEach(to);
        }
    }

    public Optional<One> find(UUID campaign, UUID id) {
        return jdbc.sql(FIND)
                .param("campaign", campaign)
                .param("id", id)
                .query((row, n) -> read(row))
                .optional();
    }

    /** Those that hold and are about the score of somebody who takes part by it. */
    public List<Upheld> upheld(UUID campaign) {
        return jdbc.sql(UPHELD)
                .param("campaign", campaign)
                .query((row, n) -> new Upheld(
                        row.getString("number"),
                        row.getString("name"),
                        row.getObject("reception_id", UUID.class),
                        row.getObject("filed_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Whether it was open. */
    boolean answer(
            UUID id, Objection.Ruling ruling, String text, @Nullable UUID candidate, LocalDate on, Actor.Office by) {
        return jdbc.sql(ANSWER)
                        .param("ruling", ruling.name())
                        .param("answer", vault.seal(ObjectionSeals.ANSWER, id, text))
                        .param("candidate", candidate)
                        .param("on", on)
                        .param("by", by.signed())
                        .param("account", by.account())
                        .param("id", id)
                        .update()
                == 1;
    }

    /** Who it is about from now on; what was named before is kept. */
    void name(One one, @Nullable UUID candidate, String why, Actor.Office by) {
        jdbc.sql(NAMED)
                .param("named", Ids.next())
                .param("candidate", candidate, Types.OTHER)
                .param("why", why)
                .param("at", OffsetDateTime.now(clock))
                .param("by", by.signed())
                .param("account", by.account())
                .param("id", one.id())
                .update();
        jdbc.sql(NAME)
                .param("candidate", candidate, Types.OTHER)
                .param("id", one.id())
                .update();
    }

    /** Each time somebody else was named, the first first. */
    public List<Naming> namings(UUID id) {
        return jdbc.sql(NAMINGS)
                .param("id", id)
                .query((row, n) -> new Naming(
                        row.getString("from_name"),
                        row.getString("to_name"),
                        row.getString("why"),
                        row.getObject("named_at", OffsetDateTime.class).toInstant(),
                        row.getString("named_by")))
                .list();
    }

    private static @Nullable Concerned concerned(ResultSet row) throws SQLException {
        var candidate = row.getObject("candidate", UUID.class);
        return candidate == null
                ? null
                : new Concerned(candidate, row.getString("candidate_name"), row.getObject("reception", UUID.class));
    }

    private One read(ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var ruling = row.getString("ruling");
        return new One(
                id,
                row.getObject("campaign_id", UUID.class),
                row.getString("number"),
                new Objection.Objector(
                        vault.open(ObjectionSeals.NAME, id, row.getBytes("name_sealed")),
                        vault.open(ObjectionSeals.PHONE, id, row.getBytes("phone_sealed"))),
                vault.open(ObjectionSeals.GROUNDS, id, row.getBytes("grounds_sealed")),
                row.getObject("filed_on", LocalDate.class),
                row.getString("filed_by"),
                row.getObject("answer_by", LocalDate.class),
                ruling == null
                        ? null
                        : new Answer(
                                Objection.Ruling.valueOf(ruling),
                                vault.open(ObjectionSeals.ANSWER, id, row.getBytes("answer_sealed")),
                                row.getObject("answered_on", LocalDate.class),
                                row.getString("answered_by"),
                                row.getObject("answered_account", UUID.class)),
                row.getString("about").equals("RESULT"),
                concerned(row));
    }
}
