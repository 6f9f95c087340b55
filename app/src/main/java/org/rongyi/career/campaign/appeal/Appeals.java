package org.rongyi.career.campaign.appeal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.campaign.Candidate;
import org.rongyi.career.campaign.candidate.AppealTerm;
import org.rongyi.career.campaign.candidate.RefusalGround;
import org.rongyi.career.campaign.candidate.Refusals;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.documents.sheet.ListDownload;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Ids;
import org.rongyi.platform.ui.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 资格审查和它的复核, of one candidate; and what of them keeps the notice from ending. */
@Component
public class Appeals {

    private static final String LOOKS = """
            select c.name, c.pseudonym, f.id, f.campaign_id, f.person_id, f.code_now, g.notice_from, p.code, p.unit_name, p.title, f.ground, f.rule, f.reason, f.checked_at,
                   f.refused_account, f.checked_account, f.lifted_why, f.lift_checked_account, a.id as appeal, a.words, a.asked_on, a.asked_by,
                   a.upheld, a.answer, a.decided_on, a.decided_by
            from campaign.refusal f
            join campaign.campaign g on g.id = f.campaign_id
            join campaign.post p on p.id = f.post_id
            left join campaign.candidate c on c.id = f.candidate_id
            left join campaign.appeal a on a.refusal_id = f.id
            """;

    private static final String ALL = LOOKS + """
            where f.campaign_id = :campaign
            order by c.name, c.id, f.refused_at, f.id
            limit :limit
            """;

    private static final int FETCH = 500;

    private static final String OF_PERSON = LOOKS + """
            where f.campaign_id = :campaign and f.person_id = :person
            order by f.refused_at, f.id
            """;

    private static final String FIND = LOOKS + "where f.campaign_id = :campaign and f.id = :refusal";

    private static final String INSERT = """
            insert into campaign.appeal (id, refusal_id, campaign_id, candidate_id, person_id, code_now, words, asked_on, asked_by)
            values (:id, :refusal, :campaign, :candidate, :person, :code, :words, :on, :by)
            """;

    private static final String DECIDE = """
            update campaign.appeal
            set upheld = :upheld, answer = :answer, decided_on = :on, decided_by = :by, decided_account = :account
            where refusal_id = :refusal and upheld is null
              and exists (select from campaign.refusal f where f.id = refusal_id and f.lifted_why is null)
            """;

    private static final String LIFT = """
            update campaign.refusal set lifted_why = :why, lifted_by = :by, lifted_account = :account
            where id = :refusal and lifted_why is null
            """;

    private static final String OPEN = """
            select c.name, f.checked_at, g.notice_from, a.id is not null as asked
            from campaign.refusal f
            join campaign.campaign g on g.id = f.campaign_id
            join campaign.candidate c
                on c.campaign_id = f.campaign_id and c.person_id = f.person_id and c.left_at is null
            left join campaign.appeal a on a.refusal_id = f.id
            where f.campaign_id = :campaign and f.lifted_why is null and f.checked_at is not null and a.upheld is null
            order by c.name, f.id
            """;

    /** Beside each other; until the transaction ends the notice does not end. */
    private static final String HOLD =
            "select pg_advisory_xact_lock_shared(hashtextextended('campaign.appeal ' || :campaign, 0))";

    /** Alone: whoever is asking has asked before. */
    private static final String HOLD_ALONE =
            "select pg_advisory_xact_lock(hashtextextended('campaign.appeal ' || :campaign, 0))";

    private final JdbcClient jdbc;
    private final AppealTerm term;
    private final Divisions divisions;

    Appeals(JdbcClient jdbc, AppealTerm term, Divisions divisions) {
        this.jdbc = jdbc;
        this.term = term;
        this.divisions = divisions;
    }

    /**
     * A post somebody may not have, and whether he asked for another look.
     *
     * @param checked whether a second person has checked it
     * @param until the last day on which he may ask; none before it is checked, and while the working days are not known
     * @param lifted whether it counts no more
     * @param liftChecked whether a second person has checked that
     */
    public record Look(
            UUID refusal,
            UUID campaign,
            UUID person,
            long code,
            String post,
            String why,
            boolean checked,
            @Nullable LocalDate until,
            @Nullable UUID refuser,
            @Nullable UUID checker,
            boolean lifted,
            boolean liftChecked,
            @Nullable Asked asked) {

        /** Whether he, or who he stands in for, refused or checked it. */
        public boolean tookPart(Actor.Office one) {
            return one.speaksFor(refuser) || one.speaksFor(checker);
        }
    }

    /** @param decided none while it is open */
    public record Asked(
            String words, LocalDate on, String by, @Nullable Decided decided) {}

    /** @param upheld whether he may still not have it */
    public record Decided(boolean upheld, String answer, LocalDate on, String by) {}

    public List<Look> of(UUID campaign, UUID person) {
        return jdbc.sql(OF_PERSON)
                .param("campaign", campaign)
                .param("person", person)
                .query((row, n) -> read(row))
                .list();
    }

    /** Of whom one is: the name and pseudonym under which he takes part, or took part. */
    public record Line(String name, String pseudonym, Look look) {}

    /** All of a campaign, by name, a few hundred at a time, inside the caller's transaction. */
    public void each(UUID campaign, Consumer<Line> to) {
        try (var rows = jdbc
                .sql(ALL)
                .param("campaign", campaign)
                .param("limit", ListDownload.most())
                .withFetchSize(FETCH)
                .query((row, n) -> new Line(row.getString("name"), row.getString("pseudonym"), read(row)))
                .stream()) {
            rows.forEach(to);
        }
    }

    Optional<Look> find(UUID campaign, UUID refusal) {
        return jdbc.sql(FIND)
                .param("campaign", campaign)
                .param("refusal", refusal)
                .query((row, n) -> read(row))
                .optional();
    }

    /** To be called before what is behind it is read, and before the campaign is locked. */
    public void hold(UUID campaign) {
        jdbc.sql(HOLD).param("campaign", campaign.toString()).query().singleRow();
    }

    public void holdAlone(UUID campaign) {
        jdbc.sql(HOLD_ALONE).param("campaign", campaign.toString()).query().singleRow();
    }

    /** What keeps the notice from ending: one that waits for its answer, and one that may still be asked for. */
    public List<String> open(UUID campaign) {
        var today = divisions.today();
        return jdbc
                .sql(OPEN)
                .param("campaign", campaign)
                .query((row, n) -> row.getBoolean("asked")
                        ? row.getString("name") + "：资格审查的复核还没有答复"
                        : running(
                                row.getString("name"),
                                term.until(
                                        row.getObject("checked_at", OffsetDateTime.class),
                                        row.getObject("notice_from", LocalDate.class)),
                                today))
                .list()
                .stream()
                .filter(words -> !words.isEmpty())
                .toList();
    }

    private static String running(String name, Optional<LocalDate> until, LocalDate today) {
        return until.map(day -> day.isBefore(today) ? "" : name + "：资格审查不通过，本人到" + Words.day(day) + "为止可以申请复核")
                .orElse(name + "：资格审查不通过，本人可以申请复核，期限等工作日历载入");
    }

    void insert(Look look, Candidate whom, String words, String by) {
        jdbc.sql(INSERT)
                .param("id", Ids.next())
                .param("refusal", look.refusal())
                .param("campaign", look.campaign())
                .param("candidate", whom.id())
                .param("person", whom.person())
                .param("code", look.code())
                .param("words", words)
                .param("on", divisions.today())
                .param("by", by)
                .update();
    }

    /** Whether it was open; one that is not upheld is lifted, which a second person checks like any lifting. */
    boolean decide(UUID refusal, boolean upheld, String answer, Actor.Office by) {
        int decided = jdbc.sql(DECIDE)
                .param("upheld", upheld)
                .param("answer", answer)
                .param("on", divisions.today())
                .param("by", by.signed())
                .param("account", by.account())
                .param("refusal", refusal)
                .update();
        if (decided == 1 && !upheld) {
            jdbc.sql(LIFT)
                    .param("why", "复核：" + answer)
                    .param("by", by.signed())
                    .param("account", by.account())
                    .param("refusal", refusal)
                    .update();
        }
        return decided == 1;
    }

    private Look read(ResultSet row) throws SQLException {
        var checked = row.getObject("checked_at", OffsetDateTime.class);
        return new Look(
                row.getObject("id", UUID.class),
                row.getObject("campaign_id", UUID.class),
                row.getObject("person_id", UUID.class),
                row.getLong("code_now"),
                row.getString("code") + " " + row.getString("unit_name") + row.getString("title"),
                Refusals.said(RefusalGround.valueOf(row.getString("ground")), row.getString("rule")) + "："
                        + row.getString("reason"),
                checked != null,
                checked == null
                        ? null
                        : term.until(checked, row.getObject("notice_from", LocalDate.class))
                                .orElse(null),
                row.getObject("refused_account", UUID.class),
                row.getObject("checked_account", UUID.class),
                row.getString("lifted_why") != null,
                row.getObject("lift_checked_account", UUID.class) != null,
                row.getObject("appeal", UUID.class) == null ? null : asked(row));
    }

    private static Asked asked(ResultSet row) throws SQLException {
        var upheld = row.getObject("upheld", Boolean.class);
        return new Asked(
                row.getString("words"),
                row.getObject("asked_on", LocalDate.class),
                row.getString("asked_by"),
                upheld == null
                        ? null
                        : new Decided(
                                upheld,
                                row.getString("answer"),
                                row.getObject("decided_on", LocalDate.class),
                                row.getString("decided_by")));
    }
}
