package org.rongyi.care.fund.payment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.fund.Fund;
import org.rongyi.care.fund.Funds;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Cursor;
import org.rongyi.platform.kernel.Money;
import org.rongyi.platform.kernel.Slice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the batches. */
@Component
public class PaymentBatches {

    private static final int PAGE = 20;

    private static final String COLUMNS = """
            select b.id, b.fund_id, b.number, b.state, b.count, b.amount, b.made_by, b.made_for, b.made_name, b.made_at,
                   b.approved_by, b.approved_for, b.approved_name, b.approved_at,
                   b.released_by, b.released_for, b.released_name, b.released_at,
                   b.file_digest, b.dissolved_name, b.dissolved_at, b.dissolved_reason, b.settled_at
            from fund.batch b
            """;

    private static final String FIND = COLUMNS + "where b.id = :id";

    private static final String FIRST = COLUMNS + """
            where b.fund_id = :fund
            order by b.made_at desc, b.id desc
            limit :limit
            """;

    private static final String NEXT = COLUMNS + """
            where b.fund_id = :fund and (b.made_at, b.id) < (:afterAt, :afterId)
            order by b.made_at desc, b.id desc
            limit :limit
            """;

    private static final String OPEN = COLUMNS + """
            join fund.fund f on f.id = b.fund_id
            where f.unit_id = :unit and b.state in ('DRAFT', 'APPROVED', 'RELEASED')
            order by b.made_at, b.id
            """;

    private static final String COUNT =
            "select count(*) from fund.batch b where b.fund_id = :fund and b.number like :start";

    private static final String INSERT = """
            insert into fund.batch (id, fund_id, number, code_now, state, count, amount, made_by, made_for, made_name, made_at)
            values (:id, :fund, :number, :code, 'DRAFT', :count, :amount, :by, :for, :name, :at)
            """;

    private static final String APPROVE = """
            update fund.batch
            set state = 'APPROVED', approved_by = :by, approved_for = :for, approved_name = :name, approved_at = :at
            where id = :id and state = 'DRAFT'
            """;

    private static final String SHRINK = """
            update fund.batch set count = :count, amount = :amount where id = :id and state = 'APPROVED' and amount >= :amount
            """;

    private static final String RELEASE = """
            update fund.batch
            set state = 'RELEASED', released_by = :by, released_for = :for, released_name = :name, released_at = :at,
                file_digest = :digest
            where id = :id and state = 'APPROVED'
            """;

    private static final String DISSOLVE = """
            update fund.batch
            set state = 'DISSOLVED', dissolved_name = :name, dissolved_at = :at, dissolved_reason = :reason
            where id = :id and state in ('DRAFT', 'APPROVED')
            """;

    private static final String SETTLE = """
            update fund.batch b
            set state = 'SETTLED', settled_at = :at
            where b.id = :id and b.state = 'RELEASED'
              and not exists (select from fund.payment p where p.batch_id = b.id and p.state = 'SENT')
            """;

    private final JdbcClient jdbc;
    private final Funds funds;

    PaymentBatches(JdbcClient jdbc, Funds funds) {
        this.jdbc = jdbc;
        this.funds = funds;
    }

    public Optional<Batch> find(UUID id) {
        return jdbc.sql(FIND).param("id", id).query((row, n) -> batch(row)).optional();
    }

    /** The newest first. */
    public Slice<Batch> page(UUID fund, @Nullable Cursor<OffsetDateTime> after) {
        var query = after == null
                ? jdbc.sql(FIRST)
                : jdbc.sql(NEXT).param("afterAt", after.key()).param("afterId", after.id());
        var read = query.param("fund", fund)
                .param("limit", PAGE + 1)
                .query((row, n) -> batch(row))
                .list();
        return Slice.of(read, PAGE, row -> new Cursor<>(row.made().at(), row.id()));
    }

    /** Those that wait for somebody, of the funds of a unit, the oldest first. */
    public List<Batch> open(UUID unit) {
        return jdbc.sql(OPEN).param("unit", unit).query((row, n) -> batch(row)).list();
    }

    /** A fund of the actor's own unit. */
    public Optional<Fund> ownFund(Actor.Office by, UUID fund) {
        return funds.find(fund).filter(found -> found.unit().equals(by.unit()));
    }

    /** A batch of the actor's own unit, unchanged by anybody else until the transaction ends. */
    public Optional<Batch> lock(Actor.Office by, UUID id) {
        var found = find(id).filter(batch -> ownFund(by, batch.fund()).isPresent());
        found.ifPresent(batch -> funds.hold(batch.fund()));
        return found.flatMap(batch -> find(batch.id()));
    }

    /** 终止: nothing is entered any more. Asked with the books locked. */
    public boolean hasEnded(UUID fund) {
        return funds.find(fund).orElseThrow().closedOn() != null;
    }

    /** Asked with the books locked. */
    String nextNumber(Fund fund, int year) {
        var start = "BF%s-%d-".formatted(fund.number(), year);
        int before = jdbc.sql(COUNT)
                .param("fund", fund.id())
                .param("start", start + "%")
                .query(Integer.class)
                .single();
        return start + "%04d".formatted(before + 1);
    }

    void add(Batch batch, Fund fund) {
        hand(jdbc.sql(INSERT), batch.made())
                .param("id", batch.id())
                .param("fund", fund.id())
                .param("number", batch.number())
                .param("code", fund.code().value())
                .param("count", batch.count())
                .param("amount", batch.amount().fen())
                .update();
    }

    void approve(UUID id, Batch.Hand hand) {
        one(hand(jdbc.sql(APPROVE), hand).param("id", id).update());
    }

    void release(UUID id, Batch.Hand hand, String digest) {
        one(hand(jdbc.sql(RELEASE), hand)
                .param("id", id)
                .param("digest", digest)
                .update());
    }

    /** Less than was approved: some of it is held back. */
    void shrink(UUID id, int count, Money amount) {
        one(jdbc.sql(SHRINK)
                .param("id", id)
                .param("count", count)
                .param("amount", amount.fen())
                .update());
    }

    void dissolve(UUID id, Batch.Dissolved dissolved) {
        one(jdbc.sql(DISSOLVE)
                .param("id", id)
                .param("name", dissolved.name())
                .param("at", dissolved.at())
                .param("reason", dissolved.reason())
                .update());
    }

    /** 办结, once the bank has answered for all of it. */
    public void settle(UUID id, OffsetDateTime at) {
        jdbc.sql(SETTLE).param("id", id).param("at", at).update();
    }

    private static void one(int changed) {
        if (changed != 1) {
            throw new IllegalStateException("the batch changed although its fund was locked");
        }
    }

    private static JdbcClient.StatementSpec hand(JdbcClient.StatementSpec statement, Batch.Hand hand) {
        return statement
                .param("by", hand.by())
                .param("for", hand.standingInFor(), Types.OTHER)
                .param("name", hand.name())
                .param("at", hand.at());
    }

    private static Batch batch(ResultSet row) throws SQLException {
        var dissolvedAt = row.getObject("dissolved_at", OffsetDateTime.class);
        var made = hand(row, "made");
        if (made == null) {
            throw new IllegalStateException("a batch nobody made");
        }
        return new Batch(
                row.getObject("id", UUID.class),
                row.getObject("fund_id", UUID.class),
                row.getString("number"),
                Batch.State.valueOf(row.getString("state")),
                row.getInt("count"),
                new Money(row.getLong("amount")),
                made,
                hand(row, "approved"),
                hand(row, "released"),
                row.getString("file_digest"),
                dissolvedAt == null
                        ? null
                        : new Batch.Dissolved(
                                row.getString("dissolved_name"), dissolvedAt, row.getString("dissolved_reason")),
                row.getObject("settled_at", OffsetDateTime.class));
    }

    private static Batch.@Nullable Hand hand(ResultSet row, String step) throws SQLException {
        var by = row.getObject(step + "_by", UUID.class);
        return by == null
                ? null
                : new Batch.Hand(
                        by,
                        row.getObject(step + "_for", UUID.class),
                        row.getString(step + "_name"),
                        row.getObject(step + "_at", OffsetDateTime.class));
    }
}
