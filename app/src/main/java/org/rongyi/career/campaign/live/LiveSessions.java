package org.rongyi.career.campaign.live;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 现场选岗, kept. Whoever changes it holds the campaign's lock first, so that one turn ends once and a seat goes once. */
@Component
public class LiveSessions {

    private static final String LOCK =
            "select pg_advisory_xact_lock(hashtextextended('campaign.live ' || :campaign, 0))";

    private static final String FIND = """
            select l.campaign_id, l.minutes, l.on_timeout, l.absent_seconds, l.starts_at, l.started_at, l.ticked_at, l.paused_at, l.pause_why, l.ended_at
            from campaign.live l
            where l.campaign_id = :campaign
            """;

    private static final String RUNNING = """
            select l.campaign_id
            from campaign.live l
            join campaign.campaign c on c.id = l.campaign_id
            where l.started_at is not null and l.ended_at is null and c.called_off_at is null
            """;

    private static final String TURNS = """
            select t.campaign_id, t.position, t.candidate_id, t.pseudonym, t.credit, t.ended_at, t.how, t.post_id, t.kept,
                   t.words, t.chain, t.absent_at, t.absent_words
            from campaign.live_turn t
            where t.campaign_id = :campaign
            order by t.position
            """;

    private static final String PLAN = """
            insert into campaign.live (campaign_id, code_now, minutes, on_timeout, absent_seconds, starts_at, planned_by)
            values (:campaign, :code, :minutes, :timeout, :absent, :starts, :by)
            on conflict (campaign_id) do update
            set minutes = excluded.minutes, on_timeout = excluded.on_timeout,
                absent_seconds = excluded.absent_seconds, starts_at = excluded.starts_at,
                planned_by = excluded.planned_by
            """;

    private static final String UNPLAN =
            "delete from campaign.live where campaign_id = :campaign and started_at is null";

    private static final String CHAIN = """
            select t.chain from campaign.live_turn t where t.campaign_id = :campaign and t.position = :position
            """;

    private static final String START = """
            update campaign.live set started_at = :at, ticked_at = :at, started_by = :by
            where campaign_id = :campaign and started_at is null
            """;

    private static final String INSERT_TURN = """
            insert into campaign.live_turn (campaign_id, position, code_now, candidate_id, pseudonym)
            values (:campaign, :position, :code, :candidate, :pseudonym)
            """;

    private static final String END_TURN = """
            update campaign.live_turn set ended_at = :at, how = :how, post_id = :post, kept = :kept, seat = :seat, chain = :chain
            where campaign_id = :campaign and position = :position and ended_at is null
            """;

    private static final String SAY = """
            update campaign.live_turn set words = :words where campaign_id = :campaign and position = :position
            """;

    private static final String CREDIT = """
            update campaign.live_turn set credit = credit + :seconds
            where campaign_id = :campaign and position = :position
            """;

    private static final String CALL = """
            update campaign.live_turn set absent_at = cast(:at as timestamptz), absent_words = :words
            where campaign_id = :campaign and position = :position and ended_at is null
            """;

    private static final String TICK = """
            update campaign.live set ticked_at = :at, ended_at = cast(:ended as timestamptz) where campaign_id = :campaign
            """;

    private static final String PAUSE = """
            update campaign.live set paused_at = cast(:at as timestamptz), pause_why = :why, ticked_at = :now
            where campaign_id = :campaign
            """;

    private final JdbcClient jdbc;

    LiveSessions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Until the transaction ends nobody else changes this session. */
    public void lock(UUID campaign) {
        jdbc.sql(LOCK).param("campaign", campaign.toString()).query().singleRow();
    }

    /** None where the plan has no live session. */
    public Optional<LiveSession> find(UUID campaign) {
        return jdbc.sql(FIND)
                .param("campaign", campaign)
                .query((row, n) -> session(row))
                .optional();
    }

    List<UUID> running() {
        return jdbc.sql(RUNNING).query(UUID.class).list();
    }

    /** All of them, the first first; none before the start. */
    public List<LiveTurn> turns(UUID campaign) {
        return jdbc.sql(TURNS)
                .param("campaign", campaign)
                .query((row, n) -> turn(row))
                .list();
    }

    /** Whose turn it is; none before the start and after the end. */
    public static Optional<LiveTurn> current(List<LiveTurn> turns) {
        return turns.stream().filter(one -> one.ended() == null).findFirst();
    }

    /** The seats gone so far. */
    public static List<SeatsLeft.Taken> taken(List<LiveTurn> turns) {
        return turns.stream()
                .filter(one -> one.post() != null)
                .map(one -> new SeatsLeft.Taken(Objects.requireNonNull(one.post()), one.kept()))
                .toList();
    }

    /** The clock of whose turn it is. */
    public static TurnClock clock(LiveSession session, List<LiveTurn> turns) {
        var began = turns.stream()
                .map(LiveTurn::ended)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(Objects.requireNonNull(session.started()));
        var current = current(turns);
        return new TurnClock(
                began,
                current.map(session::allowed).orElse(Duration.ZERO),
                current.map(LiveTurn::credit).orElse(Duration.ZERO),
                session.paused(),
                Objects.requireNonNull(session.ticked()));
    }

    void plan(
            UUID campaign,
            long code,
            int minutes,
            OnTimeout onTimeout,
            @Nullable Integer absentSeconds,
            Instant starts,
            String by) {
        jdbc.sql(PLAN)
                .param("campaign", campaign)
                .param("code", code)
                .param("minutes", minutes)
                .param("timeout", onTimeout.name())
                .param("absent", absentSeconds)
                .param("starts", at(starts))
                .param("by", by)
                .update();
    }

    /** Nothing is chosen live. */
    void unplan(UUID campaign) {
        jdbc.sql(UNPLAN).param("campaign", campaign).update();
    }

    public void start(UUID campaign, Instant at, String by) {
        jdbc.sql(START)
                .param("at", at(at))
                .param("by", by)
                .param("campaign", campaign)
                .update();
    }

    public void insert(UUID campaign, int position, long code, UUID candidate, String pseudonym) {
        jdbc.sql(INSERT_TURN)
                .param("campaign", campaign)
                .param("position", position)
                .param("code", code)
                .param("candidate", candidate)
                .param("pseudonym", pseudonym)
                .update();
    }

    /**
     * Ends a turn.
     *
     * @throws IllegalStateException where it was over, or is not the actor's
     */
    public void end(LiveTurn turn, TurnEnd how, SeatsLeft.@Nullable Seat seat, Instant moment) {
        var at = moment.truncatedTo(ChronoUnit.MILLIS);
        var post = seat == null ? null : seat.post();
        boolean kept = seat != null && seat.kept();
        int ended = jdbc.sql(END_TURN)
                .param("at", at(at))
                .param("how", how.name())
                .param("post", post)
                .param("kept", kept)
                .param("chain", TurnChain.next(chain(turn), turn, how, post, kept, at))
                .param("seat", seat == null ? null : seat.number())
                .param("campaign", turn.campaign())
                .param("position", turn.position())
                .update();
        if (ended != 1) {
            throw new IllegalStateException("turn " + turn.position() + " was not open to this actor");
        }
    }

    private @Nullable String chain(LiveTurn turn) {
        return jdbc.sql(CHAIN)
                .param("campaign", turn.campaign())
                .param("position", turn.position() - 1)
                .query(String.class)
                .optional()
                .orElse(null);
    }

    /** Who chose at the window, and by what. */
    public void say(LiveTurn turn, String words) {
        jdbc.sql(SAY)
                .param("words", words)
                .param("campaign", turn.campaign())
                .param("position", turn.position())
                .update();
    }

    /** He was not there when the roll was called; answers whether his turn was still open. */
    boolean missed(LiveTurn turn, Instant moment, String words) {
        return called(turn, at(moment), words);
    }

    /** He is there. */
    boolean came(LiveTurn turn) {
        return called(turn, null, null);
    }

    private boolean called(LiveTurn turn, @Nullable OffsetDateTime at, @Nullable String words) {
        return jdbc.sql(CALL)
                        .param("at", at)
                        .param("words", words)
                        .param("campaign", turn.campaign())
                        .param("position", turn.position())
                        .update()
                == 1;
    }

    /** Gives time back, by whole seconds in his favour. */
    void credit(LiveTurn turn, Duration time) {
        jdbc.sql(CREDIT)
                .param("seconds", time.plusMillis(999).toSeconds())
                .param("campaign", turn.campaign())
                .param("position", turn.position())
                .update();
    }

    void tick(UUID campaign, Instant at, boolean over) {
        jdbc.sql(TICK)
                .param("at", at(at))
                .param("ended", over ? at(at) : null)
                .param("campaign", campaign)
                .update();
    }

    /** @param why none to go on */
    void pause(UUID campaign, Instant now, @Nullable String why) {
        jdbc.sql(PAUSE)
                .param("at", why == null ? null : at(now))
                .param("why", why)
                .param("now", at(now))
                .param("campaign", campaign)
                .update();
    }

    private static OffsetDateTime at(Instant one) {
        return one.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static LiveSession session(ResultSet row) throws SQLException {
        return new LiveSession(
                row.getObject("campaign_id", UUID.class),
                row.getInt("minutes"),
                OnTimeout.valueOf(row.getString("on_timeout")),
                row.getObject("absent_seconds", Integer.class),
                row.getObject("starts_at", OffsetDateTime.class).toInstant(),
                instant(row, "started_at"),
                instant(row, "ticked_at"),
                instant(row, "paused_at"),
                row.getString("pause_why"),
                instant(row, "ended_at"));
    }

    private static LiveTurn turn(ResultSet row) throws SQLException {
        var how = row.getString("how");
        return new LiveTurn(
                row.getObject("campaign_id", UUID.class),
                row.getInt("position"),
                row.getObject("candidate_id", UUID.class),
                row.getString("pseudonym"),
                Duration.ofSeconds(row.getInt("credit")),
                instant(row, "ended_at"),
                how == null ? null : TurnEnd.valueOf(how),
                row.getObject("post_id", UUID.class),
                row.getBoolean("kept"),
                row.getString("words"),
                row.getString("chain"),
                instant(row, "absent_at"),
                row.getString("absent_words"));
    }
}
