package org.rongyi.career.campaign.direct;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.campaign.Candidate;
import org.rongyi.career.campaign.candidate.RefusalGround;
import org.rongyi.career.campaign.candidate.Refusals;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 报名和意向, kept: read by the office within its territory, by the veteran himself his own. */
@Component
public class DirectApplications {

    private static final String COLUMNS = """
            select a.id, a.call_id, a.campaign_id, a.candidate_id, a.person_id, c.name, k.post_id, a.applied_at, a.applied_by,
                   a.examined_by, a.examined_account, a.refused_ground, a.refused_rule,
                   a.refused_why, a.paper, a.paper_on, a.reason, a.agreed_by, a.agreed_account, a.confirmed_by, a.confirmed_account, a.notice_until, a.settled_by,
                   a.withdrawn_side, a.withdrawn_why, c.left_at is null as takes_part
            from campaign.direct_application a
            join campaign.direct_call k on k.id = a.call_id
            join campaign.candidate c on c.id = a.candidate_id
            """;

    private static final String FIND = COLUMNS + "where a.id = :id";

    private static final String OF = COLUMNS + "where a.campaign_id = :campaign order by a.applied_at, a.id";

    private static final String OF_CANDIDATE =
            COLUMNS + "where a.candidate_id = :candidate order by a.applied_at desc, a.id";

    private static final String APPLY = """
            insert into campaign.direct_application (id, call_id, campaign_id, code_now, candidate_id, person_id, applied_at,
                                                     applied_by)
            values (:id, :call, :campaign, :code, :candidate, :person, :at, :by)
            """;

    private static final String EXAMINE = """
            update campaign.direct_application
            set examined_at = :at, examined_by = :by, examined_account = :account, checks = :checks,
                refused_ground = :ground, refused_rule = :rule, refused_why = :why
            where id = :id and examined_at is null and withdrawn_at is null
            """;

    private static final String AGREE = """
            update campaign.direct_application
            set paper = :paper, paper_on = :on, reason = :reason, agreed_at = :at, agreed_by = :by, agreed_account = :account
            where id = :id and confirmed_at is null and withdrawn_at is null
            """;

    private static final String CONFIRM = """
            update campaign.direct_application
            set confirmed_at = :at, confirmed_by = :by, confirmed_account = :account, shown_name = :name,
                shown_others = :others, notice_from = :from, notice_until = :until
            where id = :id and agreed_at is not null and confirmed_at is null and withdrawn_at is null
            """;

    private static final String SETTLE = """
            update campaign.direct_application set settled_at = :at, settled_by = :by, settled_account = :account
            where id = :id and confirmed_at is not null and settled_at is null and withdrawn_at is null
            """;

    private static final String WITHDRAW = """
            update campaign.direct_application
            set withdrawn_at = :at, withdrawn_by = :by, withdrawn_side = :side, withdrawn_why = :why
            where id = :id and settled_at is null and withdrawn_at is null
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    DirectApplications(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * One that somebody made, and what has come of it.
     *
     * @param refusedRule the rule it rests on, as it was worded that day; empty where none was kept
     * @param refusedGround why 资格审查 was not passed, by its name; none where it was, or is still to come
     * @param paper the number of the unit's letter, and its day
     * @param noticeUntil the last day the agreement is shown
     * @param takesPart whether he still takes part in the campaign
     */
    public record Application(
            UUID id,
            UUID call,
            UUID campaign,
            UUID candidate,
            UUID person,
            String name,
            UUID post,
            Instant applied,
            String appliedBy,
            @Nullable String examinedBy,
            @Nullable UUID examiner,
            @Nullable String refusedGround,
            String refusedRule,
            @Nullable String refusedWhy,
            @Nullable String paper,
            @Nullable LocalDate paperOn,
            @Nullable String reason,
            @Nullable String agreedBy,
            @Nullable UUID agreer,
            @Nullable String confirmedBy,
            @Nullable UUID confirmer,
            @Nullable LocalDate noticeUntil,
            @Nullable String settledBy,
            @Nullable DirectSide withdrawnSide,
            @Nullable String withdrawnWhy,
            boolean takesPart) {

        public DirectState state() {
            if (withdrawnWhy != null) {
                return DirectState.WITHDRAWN;
            }
            if (settledBy != null) {
                return DirectState.SETTLED;
            }
            if (confirmedBy != null) {
                return DirectState.SHOWN;
            }
            if (agreedBy != null) {
                return DirectState.AGREED;
            }
            if (refusedWhy != null) {
                return DirectState.REFUSED;
            }
            return examinedBy == null ? DirectState.APPLIED : DirectState.PASSED;
        }

        /** 亲属回避，夫妻关系（公务员法 第七十四条）：配偶是副主任; none where 资格审查 was passed or is still to come. */
        public @Nullable String refusal() {
            return refusedGround == null
                    ? null
                    : Refusals.said(RefusalGround.valueOf(refusedGround), refusedRule) + "：" + refusedWhy;
        }

        /** Whether it takes a seat: agreed on, and neither withdrawn nor left. */
        public boolean takesSeat() {
            return takesPart && agreedBy != null && withdrawnWhy == null;
        }
    }

    public Optional<Application> find(UUID id) {
        return jdbc.sql(FIND).param("id", id).query((row, n) -> read(row)).optional();
    }

    /** All of a campaign, the first first, as far as the reader may see them. */
    public List<Application> of(UUID campaign) {
        return jdbc.sql(OF)
                .param("campaign", campaign)
                .query((row, n) -> read(row))
                .list();
    }

    /** Somebody's, the latest first. */
    public List<Application> ofCandidate(UUID candidate) {
        return jdbc.sql(OF_CANDIDATE)
                .param("candidate", candidate)
                .query((row, n) -> read(row))
                .list();
    }

    UUID apply(DirectCalls.Call call, Candidate whom, String by) {
        var id = Ids.next();
        jdbc.sql(APPLY)
                .param("id", id)
                .param("call", call.id())
                .param("campaign", call.campaign())
                .param("code", whom.home().value())
                .param("candidate", whom.id())
                .param("person", whom.person())
                .param("at", OffsetDateTime.now(clock))
                .param("by", by)
                .update();
        return id;
    }

    /**
     * Why it was not passed.
     *
     * @param rule with its document
     */
    record Refused(RefusalGround ground, String rule, String why) {}

    void pass(UUID id, List<String> checks, Actor.Office by) {
        examine(id, checks, null, by);
    }

    void refuse(UUID id, Refused refused, Actor.Office by) {
        examine(id, List.of(), refused, by);
    }

    private void examine(UUID id, List<String> checks, @Nullable Refused refused, Actor.Office by) {
        signed(EXAMINE, id, by)
                .param("checks", checks.toArray(String[]::new))
                .param("ground", refused == null ? null : refused.ground().name())
                .param("rule", refused == null ? "" : refused.rule())
                .param("why", refused == null ? null : refused.why())
                .update();
    }

    void agree(UUID id, String paper, LocalDate on, String reason, Actor.Office by) {
        signed(AGREE, id, by)
                .param("paper", paper)
                .param("on", on)
                .param("reason", reason)
                .update();
    }

    void confirm(UUID id, String name, String others, LocalDate from, LocalDate until, Actor.Office by) {
        signed(CONFIRM, id, by)
                .param("name", name)
                .param("others", others)
                .param("from", from)
                .param("until", until)
                .update();
    }

    /** Whether it was still there to be settled: he may have withdrawn in this moment. */
    boolean settle(UUID id, Actor.Office by) {
        return signed(SETTLE, id, by).update() == 1;
    }

    boolean withdraw(UUID id, DirectSide side, String why, String by) {
        return jdbc.sql(WITHDRAW)
                        .param("at", OffsetDateTime.now(clock))
                        .param("by", by)
                        .param("side", side.name())
                        .param("why", why)
                        .param("id", id)
                        .update()
                == 1;
    }

    private JdbcClient.StatementSpec signed(String sql, UUID id, Actor.Office by) {
        return jdbc.sql(sql)
                .param("at", OffsetDateTime.now(clock))
                .param("by", by.signed())
                .param("account", by.account())
                .param("id", id);
    }

    private static Application read(ResultSet row) throws SQLException {
        var side = row.getString("withdrawn_side");
        return new Application(
                row.getObject("id", UUID.class),
                row.getObject("call_id", UUID.class),
                row.getObject("campaign_id", UUID.class),
                row.getObject("candidate_id", UUID.class),
                row.getObject("person_id", UUID.class),
                row.getString("name"),
                row.getObject("post_id", UUID.class),
                row.getObject("applied_at", OffsetDateTime.class).toInstant(),
                row.getString("applied_by"),
                row.getString("examined_by"),
                row.getObject("examined_account", UUID.class),
                row.getString("refused_ground"),
                row.getString("refused_rule"),
                row.getString("refused_why"),
                row.getString("paper"),
                row.getObject("paper_on", LocalDate.class),
                row.getString("reason"),
                row.getString("agreed_by"),
                row.getObject("agreed_account", UUID.class),
                row.getString("confirmed_by"),
                row.getObject("confirmed_account", UUID.class),
                row.getObject("notice_until", LocalDate.class),
                row.getString("settled_by"),
                side == null ? null : DirectSide.valueOf(side),
                row.getString("withdrawn_why"),
                row.getBoolean("takes_part"));
    }
}
