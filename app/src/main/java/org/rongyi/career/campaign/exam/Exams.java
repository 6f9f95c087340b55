package org.rongyi.career.campaign.exam;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.campaign.CampaignRecord;
import org.rongyi.career.campaign.ExamPlan;
import org.rongyi.platform.kernel.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 考试, kept: its plan, and how far it has come. */
@Component
public class Exams {

    private static final String PLAN = """
            insert into campaign.exam (campaign_id, code_now, for_whom, file_weight, subjects, fulls, weights, opens_at, closes_at,
                                       sits_at, place, source, difference, review_days, planned_by)
            values (:campaign, :code, :for, :file, :subjects, :fulls, :weights::numeric[], :opens, :closes, :sits, :place, :source,
                    :difference, :review, :by)
            on conflict (campaign_id) do update
            set for_whom = excluded.for_whom, file_weight = excluded.file_weight, subjects = excluded.subjects,
                fulls = excluded.fulls, weights = excluded.weights, opens_at = excluded.opens_at,
                closes_at = excluded.closes_at, sits_at = excluded.sits_at, place = excluded.place,
                source = excluded.source, difference = excluded.difference, review_days = excluded.review_days,
                planned_by = excluded.planned_by
            """;

    private static final String UNPLAN = "delete from campaign.exam where campaign_id = :campaign";

    private static final String FIND = """
            select x.campaign_id, x.rooms, x.room_seats, x.closed_at, x.seat_commitment, x.source_value,
                   x.source_published_at, x.source_later, x.source_where, x.source_account, x.drawn_at, x.numbered_at, x.numbered_account, x.revealed_at, x.review_until, x.settled_at
            from campaign.exam x
            where x.campaign_id = :campaign
            """;

    private static final String CLOSE = """
            update campaign.exam
            set closed_at = :at, closed_by = :by, rooms = :rooms, room_seats = :seats, seat_commitment = :commitment
            where campaign_id = :campaign and closed_at is null
            """;

    private static final String ENTER = """
            update campaign.exam
            set source_value = :value, source_published_at = :published, source_later = :later, source_where = :where, source_account = :account
            where campaign_id = :campaign and drawn_at is null
            """;

    private static final String DRAWN = """
            update campaign.exam
            set drawn_at = :at, drawn_by = :by, drawn_account = :account, source_published_at = :published, source_later = :later
            where campaign_id = :campaign and drawn_at is null
            """;

    private static final String NUMBERED = """
            update campaign.exam set numbered_at = :at, numbered_by = :by, numbered_account = :account
            where campaign_id = :campaign and numbered_at is null
            """;

    private static final String REVEALED = """
            update campaign.exam set revealed_at = :at, revealed_by = :by, review_until = :until
            where campaign_id = :campaign and revealed_at is null
            """;

    private static final String SETTLED = """
            update campaign.exam set settled_at = :at, settled_by = :by where campaign_id = :campaign and settled_at is null
            """;

    /** Beside each other; until the transaction ends registration is not closed, nor are the points settled. */
    private static final String HOLD = "select pg_advisory_xact_lock_shared(20220, hashtext(:campaign))";

    /** Alone: whoever is registering or asks for a review has ended before, and is in. */
    private static final String HOLD_ALONE = "select pg_advisory_xact_lock(20220, hashtext(:campaign))";

    private final JdbcClient jdbc;
    private final Clock clock;

    Exams(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void plan(CampaignRecord campaign, ExamPlan plan, Actor.Office by) {
        jdbc.sql(PLAN)
                .param("campaign", campaign.id())
                .param("code", campaign.code().value())
                .param("for", plan.forWhom())
                .param("file", plan.fileWeight())
                .param(
                        "subjects",
                        plan.subjects().stream().map(ExamPlan.Subject::name).toArray(String[]::new))
                .param(
                        "fulls",
                        plan.subjects().stream().map(ExamPlan.Subject::full).toArray(Integer[]::new))
                .param(
                        "weights",
                        plan.subjects().stream()
                                .map(one -> one.weight().toPlainString())
                                .toArray(String[]::new))
                .param("opens", at(plan.opens()))
                .param("closes", at(plan.closes()))
                .param("sits", at(plan.sits()))
                .param("place", plan.place())
                .param("source", plan.source())
                .param("difference", plan.difference())
                .param("review", plan.reviewDays())
                .param("by", by.signed())
                .update();
    }

    void unplan(UUID campaign) {
        jdbc.sql(UNPLAN).param("campaign", campaign).update();
    }

    /** None where the plan has no exam. */
    public Optional<Sitting> find(UUID campaign) {
        return jdbc.sql(FIND)
                .param("campaign", campaign)
                .query((row, n) -> read(row))
                .optional();
    }

    public void hold(UUID campaign) {
        jdbc.sql(HOLD).param("campaign", campaign.toString()).query().singleRow();
    }

    public void holdAlone(UUID campaign) {
        jdbc.sql(HOLD_ALONE).param("campaign", campaign.toString()).query().singleRow();
    }

    void close(UUID campaign, List<SeatDraw.Room> rooms, String commitment, Actor.Office by) {
        signed(CLOSE, campaign, by)
                .param("rooms", rooms.stream().map(SeatDraw.Room::name).toArray(String[]::new))
                .param("seats", rooms.stream().map(SeatDraw.Room::seats).toArray(Integer[]::new))
                .param("commitment", commitment)
                .update();
    }

    /** @param later why it is not the issue that was announced; none where it is */
    void enter(UUID campaign, String value, Instant published, @Nullable String later, String where, Actor.Office by) {
        jdbc.sql(ENTER)
                .param("value", value)
                .param("published", at(published))
                .param("later", later)
                .param("where", where)
                .param("account", by.account())
                .param("campaign", campaign)
                .update();
    }

    void drawn(UUID campaign, Instant published, @Nullable String later, Actor.Office by) {
        signed(DRAWN, campaign, by)
                .param("account", by.account())
                .param("published", at(published))
                .param("later", later)
                .update();
    }

    public void numbered(UUID campaign, Actor.Office by) {
        signed(NUMBERED, campaign, by).param("account", by.account()).update();
    }

    public void revealed(UUID campaign, LocalDate until, Actor.Office by) {
        signed(REVEALED, campaign, by).param("until", until).update();
    }

    public void settled(UUID campaign, Actor.Office by) {
        signed(SETTLED, campaign, by).update();
    }

    private JdbcClient.StatementSpec signed(String sql, UUID campaign, Actor.Office by) {
        return jdbc.sql(sql)
                .param("at", at(clock.instant()))
                .param("by", by.signed())
                .param("campaign", campaign);
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Sitting read(ResultSet row) throws SQLException {
        var names = (String[]) row.getArray("rooms").getArray();
        var seats = (Integer[]) row.getArray("room_seats").getArray();
        var rooms = new ArrayList<SeatDraw.Room>();
        for (int i = 0; i < names.length; i++) {
            rooms.add(new SeatDraw.Room(names[i], seats[i]));
        }
        return new Sitting(
                row.getObject("campaign_id", UUID.class),
                rooms,
                instant(row, "closed_at"),
                row.getString("seat_commitment"),
                row.getString("source_value"),
                instant(row, "source_published_at"),
                row.getString("source_later"),
                row.getString("source_where"),
                row.getObject("source_account", UUID.class),
                instant(row, "drawn_at"),
                instant(row, "numbered_at"),
                row.getObject("numbered_account", UUID.class),
                instant(row, "revealed_at"),
                row.getObject("review_until", LocalDate.class),
                instant(row, "settled_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
