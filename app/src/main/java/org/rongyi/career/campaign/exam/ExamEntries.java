package org.rongyi.career.campaign.exam;

import java.math.BigDecimal;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.campaign.Candidate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 考试报名: who registered, with ticket, seat, absence and, once they are out, points. */
@Component
public class ExamEntries {

    private static final int LEAST_TICKET = 10_000_000;
    private static final int TICKETS = 90_000_000;
    private static final SecureRandom RANDOM = new SecureRandom();

    private static final String COLUMNS = """
            select e.id, e.ticket, e.registered_at, e.registered_by, e.room, e.seat, e.absent, e.points, c.name
            from campaign.exam_entry e
            join campaign.candidate c on c.id = e.id and c.left_at is null
            """;

    private static final String OF = COLUMNS + "where e.campaign_id = :campaign order by e.ticket";

    private static final String FIND = COLUMNS + "where e.id = :candidate";

    private static final String INSERT = """
            insert into campaign.exam_entry (id, campaign_id, person_id, code_now, ticket, registered_at, registered_by)
            values (:candidate, :campaign, :person, :code, :ticket, :at, :by)
            on conflict (campaign_id, ticket) do nothing
            """;

    private static final String DROP = "delete from campaign.exam_entry where id = :candidate";

    /** Of who left the campaign in the meantime: nobody keeps a seat for him. */
    private static final String DROP_LEFT = """
            delete from campaign.exam_entry e using campaign.candidate c
            where c.id = e.id and e.campaign_id = :campaign and c.left_at is not null
            """;

    private static final String SEAT = """
            update campaign.exam_entry set room = :room, seat = :seat where campaign_id = :campaign and ticket = :ticket
            """;

    private static final String ABSENT = """
            update campaign.exam_entry set absent = true where campaign_id = :campaign and id = any(:candidates)
            """;

    private static final String POINTS =
            "update campaign.exam_entry set points = :points::numeric[] where id = :candidate";

    private static final String TICKETS_OF = """
            select t.ticket, t.room, t.seat from campaign.exam_tickets(:campaign) t
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    ExamEntries(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param id of the candidate
     * @param points of each subject; none before they are out
     */
    public record Entry(
            UUID id,
            String name,
            int ticket,
            Instant at,
            String by,
            @Nullable Integer room,
            @Nullable Integer seat,
            boolean absent,
            @Nullable List<BigDecimal> points) {}

    /** What everybody may read once registration is closed. */
    public record Ticket(
            int ticket, @Nullable Integer room, @Nullable Integer seat) {}

    /** By ticket, which tells nothing of the score. */
    public List<Entry> of(UUID campaign) {
        return jdbc.sql(OF)
                .param("campaign", campaign)
                .query((row, n) -> read(row))
                .list();
    }

    public Optional<Entry> find(UUID candidate) {
        return jdbc.sql(FIND)
                .param("candidate", candidate)
                .query((row, n) -> read(row))
                .optional();
    }

    public List<Ticket> tickets(UUID campaign) {
        return jdbc.sql(TICKETS_OF)
                .param("campaign", campaign)
                .query(Ticket.class)
                .list();
    }

    int insert(Candidate whom, String by) {
        return insert(whom, by, () -> LEAST_TICKET + RANDOM.nextInt(TICKETS));
    }

    /** Drawn again where another of the same exam has the number already. */
    int insert(Candidate whom, String by, IntSupplier tickets) {
        int ticket;
        do {
            ticket = tickets.getAsInt();
        } while (!isInserted(whom, by, ticket));
        return ticket;
    }

    private boolean isInserted(Candidate whom, String by, int ticket) {
        return jdbc.sql(INSERT)
                        .param("candidate", whom.id())
                        .param("campaign", whom.campaign())
                        .param("person", whom.person())
                        .param("code", whom.home().value())
                        .param("ticket", ticket)
                        .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                        .param("by", by)
                        .update()
                == 1;
    }

    /** Whether there was one. */
    boolean drop(UUID candidate) {
        return jdbc.sql(DROP).param("candidate", candidate).update() == 1;
    }

    void dropLeft(UUID campaign) {
        jdbc.sql(DROP_LEFT).param("campaign", campaign).update();
    }

    void seat(UUID campaign, Map<Integer, SeatDraw.Seat> seats) {
        seats.forEach((ticket, seat) -> jdbc.sql(SEAT)
                .param("room", seat.room())
                .param("seat", seat.seat())
                .param("campaign", campaign)
                .param("ticket", ticket)
                .update());
    }

    public void absent(UUID campaign, List<UUID> candidates) {
        jdbc.sql(ABSENT)
                .param("campaign", campaign)
                .param("candidates", candidates.toArray(UUID[]::new))
                .update();
    }

    public void points(UUID candidate, List<BigDecimal> points) {
        jdbc.sql(POINTS)
                .param("points", points.stream().map(BigDecimal::toPlainString).toArray(String[]::new))
                .param("candidate", candidate)
                .update();
    }

    private static Entry read(ResultSet row) throws SQLException {
        var points = row.getArray("points");
        return new Entry(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getInt("ticket"),
                row.getObject("registered_at", OffsetDateTime.class).toInstant(),
                row.getString("registered_by"),
                row.getObject("room", Integer.class),
                row.getObject("seat", Integer.class),
                row.getBoolean("absent"),
                points == null ? null : Arrays.asList((BigDecimal[]) points.getArray()));
    }
}
