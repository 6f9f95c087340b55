package org.rongyi.care.fund.sample;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.approval.Desks;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Cursor;
import org.rongyi.platform.kernel.Ids;
import org.rongyi.platform.kernel.Money;
import org.rongyi.platform.kernel.Slice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 回访: who was drawn, whom to ask, what was said. */
@Component
public class Checks {

    private static final String COLUMNS = """
            select c.id, c.sample_id, c.fund_id, c.grant_id, m.person_id, m.person_name, array_remove(array[m.granted_by, m.granted_for], null) as decided_by, c.unit_id, c.unit_name,
                   c.paid, c.paid_on, c.state, c.received, c.said_amount, c.said_on, c.words, c.differs, c.asked_name,
                   c.follow_unit, c.follow_name, c.followed_name, c.follow_words,
                   array(select p.handed_by from fund.payment p where p.grant_id = m.id and p.handed_by is not null) as handed_by
            from fund.sample_check c join fund.grant_made m on m.id = c.grant_id
            """;

    private static final String FIND = COLUMNS + "where c.id = :id";

    private static final String WAITING = COLUMNS + """
            where c.unit_id = :unit and c.state = 'OPEN' and c.id > :after
            order by c.id
            limit :limit
            """;

    private static final String TO_FOLLOW = COLUMNS + """
            where c.follow_unit = :unit and c.differs and c.followed_by is null and c.id > :after
            order by c.id
            limit :limit
            """;

    private static final String DIFFERENCES = COLUMNS + "where c.sample_id = :sample and c.differs order by c.id";

    private static final String OF_SAMPLE = COLUMNS + "where c.sample_id = :sample order by c.id";

    private static final String COUNT_TO_FOLLOW = """
            select count(*) from fund.sample_check c where c.follow_unit = :unit and c.differs and c.followed_by is null
            """;

    private static final String COUNT =
            "select count(*) from fund.sample_check c where c.unit_id = :unit and c.state = 'OPEN'";

    private static final String INSERT = """
            insert into fund.sample_check (id, sample_id, fund_id, grant_id, code_now, unit_id, unit_name, paid, paid_on, state)
            values (:id, :sample, :fund, :grant, :code, :unit, :unitName, :paid, :on, 'OPEN')
            """;

    private static final String ANSWER = """
            update fund.sample_check
            set state = :state, received = :received, said_amount = :amount, said_on = :on, words = :words, differs = :differs,
                asked_by = :by, asked_name = :name, asked_at = :at, follow_unit = :unit, follow_name = :unitName
            where id = :id and state = 'OPEN'
            """;

    private static final String FOLLOW = """
            update fund.sample_check set followed_by = :by, followed_name = :name, followed_at = :at, follow_words = :words
            where id = :id and differs and followed_by is null
            """;

    private static final int PAGE = 30;

    private final JdbcClient jdbc;
    private final Clock clock;

    Checks(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** 到哪一步. */
    public enum State {
        OPEN("等回访"),
        ANSWERED("已回访"),
        UNREACHED("没有问到");

        private final String zh;

        State(String zh) {
            this.zh = zh;
        }

        public String zh() {
            return zh;
        }
    }

    /** @param received none until somebody answered */
    public record Said(
            @Nullable Boolean received,
            @Nullable Money amount,
            @Nullable LocalDate on,
            String words) {}

    /**
     * One that was drawn.
     *
     * @param unit whose posts ask
     * @param decidedBy who decided the grant: he does not ask, nor whom he stood in for
     * @param handedBy who handed it out: nor do they
     * @param followUnit who looks into what differs
     */
    public record Check(
            UUID id,
            UUID sample,
            UUID fund,
            UUID grant,
            UUID person,
            String personName,
            List<UUID> decidedBy,
            List<UUID> handedBy,
            UUID unit,
            String unitName,
            Money paid,
            LocalDate paidOn,
            State state,
            Said said,
            boolean differs,
            @Nullable String askedName,
            @Nullable UUID followUnit,
            @Nullable String followName,
            @Nullable String followedName,
            @Nullable String followWords) {}

    public Optional<Check> find(UUID id) {
        return jdbc.sql(FIND).param("id", id).query((row, n) -> check(row)).optional();
    }

    /** What a unit has to ask, in the order it was drawn. */
    public Slice<Check> waiting(UUID unit, String after) {
        return slice(WAITING, unit, after);
    }

    /** What a unit has to look into. */
    public Slice<Check> toFollow(UUID unit, String after) {
        return slice(TO_FOLLOW, unit, after);
    }

    public long countToFollow(UUID unit) {
        return jdbc.sql(COUNT_TO_FOLLOW).param("unit", unit).query(Long.class).single();
    }

    public long count(UUID unit) {
        return jdbc.sql(COUNT).param("unit", unit).query(Long.class).single();
    }

    public List<Check> ofSample(UUID sample) {
        return jdbc.sql(OF_SAMPLE)
                .param("sample", sample)
                .query((row, n) -> check(row))
                .list();
    }

    public List<Check> differences(UUID sample) {
        return jdbc.sql(DIFFERENCES)
                .param("sample", sample)
                .query((row, n) -> check(row))
                .list();
    }

    private Slice<Check> slice(String sql, UUID unit, String after) {
        var cursor = Cursor.parse(after, key -> key);
        var read = jdbc.sql(sql)
                .param("unit", unit)
                .param("after", cursor == null ? new UUID(0, 0) : cursor.id())
                .param("limit", PAGE + 1)
                .query((row, n) -> check(row))
                .list();
        return Slice.of(read, PAGE, check -> new Cursor<>("check", check.id()));
    }

    void add(UUID sample, UUID fund, Samples.Paid paid, Desks.Desk desk) {
        jdbc.sql(INSERT)
                .param("id", Ids.next())
                .param("sample", sample)
                .param("fund", fund)
                .param("grant", paid.grant())
                .param("code", paid.code().value())
                .param("unit", desk.unit())
                .param("unitName", desk.name())
                .param("paid", paid.paid().fen())
                .param("on", paid.on())
                .update();
    }

    /** @param follows who looks into a difference; none where there is none */
    boolean answer(Actor.Office by, UUID id, Said said, Desks.@Nullable Desk follows) {
        return jdbc.sql(ANSWER)
                        .param("id", id)
                        .param("state", (said.received() == null ? State.UNREACHED : State.ANSWERED).name())
                        .param("received", said.received(), Types.BOOLEAN)
                        .param(
                                "amount",
                                said.amount() == null ? null : said.amount().fen(),
                                Types.BIGINT)
                        .param("on", said.on(), Types.DATE)
                        .param(
                                "words",
                                said.words().isBlank() ? null : said.words().strip(),
                                Types.VARCHAR)
                        .param("differs", follows != null)
                        .param("by", by.account())
                        .param("name", by.name() + "（" + by.unitName() + "）")
                        .param("at", OffsetDateTime.now(clock))
                        .param("unit", follows == null ? null : follows.unit(), Types.OTHER)
                        .param("unitName", follows == null ? null : follows.name(), Types.VARCHAR)
                        .update()
                == 1;
    }

    boolean follow(Actor.Office by, UUID id, String words) {
        return jdbc.sql(FOLLOW)
                        .param("id", id)
                        .param("by", by.account())
                        .param("name", by.name() + "（" + by.unitName() + "）")
                        .param("at", OffsetDateTime.now(clock))
                        .param("words", words)
                        .update()
                == 1;
    }

    private static Check check(ResultSet row) throws SQLException {
        var amount = row.getObject("said_amount", Long.class);
        var words = row.getString("words");
        return new Check(
                row.getObject("id", UUID.class),
                row.getObject("sample_id", UUID.class),
                row.getObject("fund_id", UUID.class),
                row.getObject("grant_id", UUID.class),
                row.getObject("person_id", UUID.class),
                row.getString("person_name"),
                List.of((UUID[]) row.getArray("decided_by").getArray()),
                List.of((UUID[]) row.getArray("handed_by").getArray()),
                row.getObject("unit_id", UUID.class),
                row.getString("unit_name"),
                new Money(row.getLong("paid")),
                row.getObject("paid_on", LocalDate.class),
                State.valueOf(row.getString("state")),
                new Said(
                        row.getObject("received", Boolean.class),
                        amount == null ? null : new Money(amount),
                        row.getObject("said_on", LocalDate.class),
                        words == null ? "" : words),
                row.getBoolean("differs"),
                row.getString("asked_name"),
                row.getObject("follow_unit", UUID.class),
                row.getString("follow_name"),
                row.getString("followed_name"),
                row.getString("follow_words"));
    }
}
