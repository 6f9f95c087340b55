package org.rongyi.care.festival;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.festival.rule.FestivalRule.Group;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Cursor;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Slice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Keeps the lists of greetings as wholes. */
@Component
public class Campaigns {

    private static final String COLUMNS = """
            select c.id, c.number, c.festival, c.year, c.unit_id, c.unit_name, c.place_now, c.fund_id, c.day, c.way,
                   c.rule::text as rule, c.state, c.made_by, c.made_for, c.made_name, c.made_at, c.passed_over, c.approved_name,
                   c.approved_at, c.persons, c.money_fen, c.goods_fen, c.closed_name, c.closed_at, c.closed_why, c.freed_fen
            from festival.campaign c
            """;

    private static final String FIND = COLUMNS + "where c.id = :id";

    private static final String LOCK = FIND + " for no key update";

    /** Of the reader's own bureau, of those above it that reach him, and of those below. */
    private static final String LIST = COLUMNS + """
            where (c.place_now = any(:above::bigint[]) or c.place_now <@ :ranges::int8multirange)
              and (:day::date is null or (c.day, c.id) < (:day::date, :id::uuid))
            order by c.day desc, c.id desc
            limit :limit
            """;

    private static final String RUNNING = COLUMNS + """
            where (c.place_now = any(:above::bigint[]) or c.place_now <@ :ranges::int8multirange) and c.state <> 'CLOSED'
            order by c.day desc, c.id desc
            """;

    private static final String SAME = COLUMNS + """
            where c.unit_id = :unit and c.festival = :festival and c.year = :year
              and (c.state <> 'CLOSED' or c.approved_at is not null)
            """;

    private static final String INSERT = """
            insert into festival.campaign (id, number, festival, year, unit_id, unit_name, place_now, fund_id, day, way, rule,
                                           state, made_by, made_for, made_name, made_at)
            values (:id, :number, :festival, :year, :unit, :unitName, :place, :fund, :day, :way, :rule::jsonb, 'OPEN', :by,
                    :for, :name, :at)
            on conflict do nothing
            """;

    private static final String TRIES = """
            select count(*) from festival.campaign c where c.number = :number or c.number like :number || '-%'
            """;

    private static final String COUNTED = """
            update festival.campaign set lines = :lines, passed_over = :passed where id = :id
            """;

    private static final String NEXT = "update festival.campaign set lines = lines + 1 where id = :id returning lines";

    private static final String APPROVE = """
            update festival.campaign
            set state = 'APPROVED', approved_by = :by, approved_name = :name, approved_at = :at, persons = :persons,
                money_fen = :money, goods_fen = :goods
            where id = :id and state = 'OPEN'
            """;

    private static final String CLOSE = """
            update festival.campaign
            set state = 'CLOSED', closed_name = :name, closed_at = :at, closed_why = :why, freed_fen = :freed
            where id = :id and state <> 'CLOSED'
            """;

    public static final int PAGE = 30;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.builder().build();

    Campaigns(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Any list by its id; whose lines of it the reader sees is for row-level security. */
    public Optional<Campaign> find(UUID id) {
        return jdbc.sql(FIND).param("id", id).query((row, n) -> campaign(row)).optional();
    }

    /** The same when it concerns the reader: of his bureau, one above that reaches him, or one below. */
    public Optional<Campaign> find(Actor.Office reader, UUID id) {
        return find(id).filter(one -> concerns(reader, one));
    }

    /** Held until the act ends: made, approved and ended by one at a time. */
    Optional<Campaign> lock(Actor.Office by, UUID id) {
        return jdbc.sql(LOCK)
                .param("id", id)
                .query((row, n) -> campaign(row))
                .optional()
                .filter(one -> concerns(by, one));
    }

    /** The latest festival first. */
    public Slice<Campaign> page(Actor.Office reader, @Nullable Cursor<LocalDate> after) {
        var read = jdbc.sql(LIST)
                .param("above", above(reader.unitCode()))
                .param("ranges", reader.scope().toMultirange())
                .param("day", after == null ? null : after.key(), Types.DATE)
                .param("id", after == null ? null : after.id(), Types.OTHER)
                .param("limit", PAGE + 1)
                .query((row, n) -> campaign(row))
                .list();
        return Slice.of(read, PAGE, one -> new Cursor<>(one.day(), one.id()));
    }

    /** All that have not ended; a bureau has at most two or three. */
    public List<Campaign> running(Actor.Office reader) {
        return jdbc.sql(RUNNING)
                .param("above", above(reader.unitCode()))
                .param("ranges", reader.scope().toMultirange())
                .query((row, n) -> campaign(row))
                .list();
    }

    Optional<Campaign> findSame(UUID unit, Festival festival, int year) {
        return jdbc.sql(SAME)
                .param("unit", unit)
                .param("festival", festival.name())
                .param("year", year)
                .query((row, n) -> campaign(row))
                .optional();
    }

    /** False when the same unit has one for this festival already, or another one took the number meanwhile. */
    boolean add(Campaign campaign) {
        return jdbc.sql(INSERT)
                        .param("id", campaign.id())
                        .param("number", campaign.number())
                        .param("festival", campaign.festival().name())
                        .param("year", campaign.year())
                        .param("unit", campaign.unit())
                        .param("unitName", campaign.unitName())
                        .param("place", campaign.place().value())
                        .param("fund", campaign.fund())
                        .param("day", campaign.day())
                        .param("way", campaign.way().name())
                        .param("rule", json.writeValueAsString(campaign.groups()))
                        .param("by", campaign.made().by())
                        .param("for", campaign.made().actingFor(), Types.OTHER)
                        .param("name", campaign.made().name())
                        .param("at", campaign.made().at())
                        .update()
                == 1;
    }

    /**
     * WW441223-2027CJ, and -2 after it for another unit of the same place, or where a list was ended before it was approved and left
     * its number behind.
     */
    String nextNumber(Actor.Office by, Festival festival, int year) {
        long county = by.unitCode().value() / Level.COUNTY.span();
        var number = "WW" + county + "-" + year + festival.sign();
        int before =
                jdbc.sql(TRIES).param("number", number).query(Integer.class).single();
        return before == 0 ? number : number + "-" + (before + 1);
    }

    void counted(UUID id, int lines, int passedOver) {
        jdbc.sql(COUNTED)
                .param("id", id)
                .param("lines", lines)
                .param("passed", passedOver)
                .update();
    }

    /** The number of one more line. */
    int nextLine(UUID id) {
        return jdbc.sql(NEXT).param("id", id).query(Integer.class).single();
    }

    void approve(UUID id, Actor.Office by, Sum sum) {
        int changed = jdbc.sql(APPROVE)
                .param("id", id)
                .param("by", by.account())
                .param("name", by.name())
                .param("at", OffsetDateTime.now(clock))
                .param("persons", sum.persons())
                .param("money", sum.moneyFen())
                .param("goods", sum.goodsFen())
                .update();
        require(changed);
    }

    void close(UUID id, Actor.Office by, String why, long freedFen) {
        int changed = jdbc.sql(CLOSE)
                .param("id", id)
                .param("name", by.name())
                .param("at", OffsetDateTime.now(clock))
                .param("why", why)
                .param("freed", freedFen)
                .update();
        require(changed);
    }

    /** What a list comes to. */
    public record Sum(int persons, long moneyFen, long goodsFen) {}

    private static void require(int changed) {
        if (changed != 1) {
            throw new IllegalStateException("a list moved on while it was held");
        }
    }

    private static boolean concerns(Actor.Office reader, Campaign campaign) {
        return campaign.place().contains(reader.unitCode()) || reader.scope().covers(campaign.place());
    }

    static Long[] above(DivisionCode code) {
        return Arrays.stream(Level.values())
                .map(level -> code.at(level).value())
                .distinct()
                .toArray(Long[]::new);
    }

    private Campaign campaign(ResultSet row) throws SQLException {
        var approvedAt = row.getObject("approved_at", OffsetDateTime.class);
        var closedAt = row.getObject("closed_at", OffsetDateTime.class);
        return new Campaign(
                row.getObject("id", UUID.class),
                row.getString("number"),
                Festival.valueOf(row.getString("festival")),
                row.getInt("year"),
                row.getObject("unit_id", UUID.class),
                row.getString("unit_name"),
                new DivisionCode(row.getLong("place_now")),
                row.getObject("fund_id", UUID.class),
                row.getObject("day", LocalDate.class),
                Campaign.Way.valueOf(row.getString("way")),
                List.of(json.readValue(row.getString("rule"), Group[].class)),
                Campaign.State.valueOf(row.getString("state")),
                new Campaign.Maker(
                        row.getObject("made_by", UUID.class),
                        row.getObject("made_for", UUID.class),
                        row.getString("made_name"),
                        row.getObject("made_at", OffsetDateTime.class)),
                row.getInt("passed_over"),
                approvedAt == null
                        ? null
                        : new Campaign.Approval(
                                row.getString("approved_name"),
                                approvedAt,
                                row.getInt("persons"),
                                row.getLong("money_fen"),
                                row.getLong("goods_fen")),
                closedAt == null
                        ? null
                        : new Campaign.Ending(
                                row.getString("closed_name"),
                                closedAt,
                                row.getString("closed_why"),
                                row.getLong("freed_fen")));
    }
}
