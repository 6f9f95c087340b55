package org.rongyi.care.fund.recovery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.fund.Fund;
import org.rongyi.care.fund.ledger.Posting.Share;
import org.rongyi.care.fund.payment.Grants;
import org.rongyi.care.fund.payment.Payments;
import org.rongyi.care.fund.payment.Shares;
import org.rongyi.care.fund.recovery.Recovery.Hand;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Cursor;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Money;
import org.rongyi.platform.kernel.Slice;
import org.rongyi.platform.vault.SealedField;
import org.rongyi.platform.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps recoveries and what came back. */
@Component
public class Recoveries {

    static final SealedField WORDS = new SealedField("fund.recovery", "words_sealed");
    static final SealedField SAID = new SealedField("fund.recovery", "said_sealed");
    static final SealedField DECIDED = new SealedField("fund.recovery", "decided_sealed");
    static final SealedField WAIVE = new SealedField("fund.recovery", "waive_sealed");

    private static final int PAGE = 20;

    private static final String COLUMNS = """
            select r.id, r.fund_id, r.grant_id, r.case_number, r.number, r.person_id, r.person_name, r.code_now, r.ground, r.lots, r.shares,
                   r.opened_by, r.opened_for, r.opened_name, r.opened_on, r.words_sealed, r.hear_until, r.state,
                   r.said_sealed, r.said_name, r.said_on, r.decided_name, r.decided_on, r.decided_sealed, r.pay_until,
                   r.repaid, r.waive_by, r.waive_for, r.waive_name, r.waive_sealed, r.waived_name, r.waived_on
            from fund.recovery r
            """;

    private static final String FIND = COLUMNS + "where r.id = :id";
    private static final String OF_GRANT = COLUMNS + "where r.grant_id = :grant order by r.opened_on, r.id";
    private static final String OF_PERSON =
            COLUMNS + "where r.person_id = :person order by r.opened_on desc, r.id desc";

    private static final String FIRST = COLUMNS + """
            where r.code_now <@ :ranges::int8multirange and r.state = :state
            order by r.opened_on desc, r.id desc
            limit :limit
            """;

    private static final String NEXT = COLUMNS + """
            where r.code_now <@ :ranges::int8multirange and r.state = :state and (r.opened_on, r.id) < (:afterOn, :afterId)
            order by r.opened_on desc, r.id desc
            limit :limit
            """;

    private static final String COUNTS = """
            select r.state, count(*) as many from fund.recovery r
            where r.code_now <@ :ranges::int8multirange
            group by r.state
            """;

    /** For a 负责人 of the unit who neither proposed it nor stands in for who did. */
    private static final String TO_ANSWER = """
            select r.id
            from fund.recovery r
            join fund.fund f on f.id = r.fund_id
            join fund.grant_made m on m.id = r.grant_id
            where f.unit_id = :unit
              and case r.state
                  when 'ORDERED' then r.waive_by is not null and not array[r.waive_by, r.waive_for] && :accounts::uuid[]
                  else (r.said_name = '本人' or r.hear_until < :today)
                       and not array[r.opened_by, r.opened_for, m.granted_by, m.granted_for] && :accounts::uuid[] end
              and r.state = :state
            order by r.opened_on, r.id
            """;

    private static final String COUNT_OF_YEAR =
            "select count(*) from fund.recovery r where r.fund_id = :fund and r.number like :start";

    private static final String INSERT = """
            insert into fund.recovery (id, fund_id, grant_id, case_number, number, person_id, person_name, code_now, ground, amount,
                                       lots, shares, opened_by, opened_for, opened_name, opened_on, words_sealed, hear_until, state)
            values (:id, :fund, :grant, :case, :number, :person, :name, :code, :ground, :amount, :lots::uuid[], :shares::bigint[],
                    :by, :for, :byName, :on, :words, :until, 'HEARING')
            """;

    private static final String SAY = """
            update fund.recovery set said_sealed = :said, said_name = :name, said_on = :on
            where id = :id and state = 'HEARING' and (said_sealed is null or :name = '本人' and said_name <> '本人')
            """;

    private static final String DECIDE = """
            update fund.recovery
            set state = :state, decided_by = :by, decided_for = :for, decided_name = :name, decided_on = :on,
                decided_sealed = :words, pay_until = :until
            where id = :id and state = 'HEARING'
            """;

    private static final String REPAY = """
            update fund.recovery
            set repaid = repaid + :amount, state = case when repaid + :amount = amount then 'RECOVERED' else state end
            where id = :id and state = 'ORDERED'
            """;

    private static final String TAKE_BACK = """
            update fund.recovery set repaid = repaid - :amount, state = 'ORDERED'
            where id = :id and (state = 'RECOVERED' or state = 'ORDERED' and waive_by is null)
            """;

    private static final String PROPOSE_WAIVER = """
            update fund.recovery set waive_by = :by, waive_for = :for, waive_name = :name, waive_sealed = :words
            where id = :id and state = 'ORDERED' and waive_by is null
            """;

    private static final String DECLINE_WAIVER = """
            update fund.recovery set waive_by = null, waive_for = null, waive_name = null, waive_sealed = null
            where id = :id and state = 'ORDERED'
            """;

    private static final String WAIVE_IT = """
            update fund.recovery set state = 'WRITTEN_OFF', waived_by = :by, waived_for = :for, waived_name = :name, waived_on = :on
            where id = :id and state = 'ORDERED'
            """;

    private final JdbcClient jdbc;
    private final Payments payments;
    private final Vault vault;
    private final Clock clock;

    Recoveries(JdbcClient jdbc, Payments payments, Vault vault, Clock clock) {
        this.jdbc = jdbc;
        this.payments = payments;
        this.vault = vault;
        this.clock = clock;
    }

    public Optional<Recovery> find(UUID id) {
        return jdbc.sql(FIND).param("id", id).query((row, n) -> recovery(row)).optional();
    }

    public List<Recovery> ofGrant(UUID grant) {
        return jdbc.sql(OF_GRANT)
                .param("grant", grant)
                .query((row, n) -> recovery(row))
                .list();
    }

    /** A person's, the latest first. */
    public List<Recovery> ofPerson(UUID person) {
        return jdbc.sql(OF_PERSON)
                .param("person", person)
                .query((row, n) -> recovery(row))
                .list();
    }

    /** The latest first. */
    public Slice<Recovery> page(String ranges, Recovery.State state, @Nullable Cursor<LocalDate> after) {
        var query = after == null
                ? jdbc.sql(FIRST)
                : jdbc.sql(NEXT).param("afterOn", after.key()).param("afterId", after.id());
        var read = query.param("ranges", ranges)
                .param("state", state.name())
                .param("limit", PAGE + 1)
                .query((row, n) -> recovery(row))
                .list();
        return Slice.of(read, PAGE, row -> new Cursor<>(row.openedOn(), row.id()));
    }

    public Map<Recovery.State, Long> counts(String ranges) {
        var counts = new HashMap<Recovery.State, Long>();
        jdbc.sql(COUNTS).param("ranges", ranges).query((ResultSet row) -> {
            counts.put(Recovery.State.valueOf(row.getString("state")), row.getLong("many"));
        });
        return counts;
    }

    /** What waits for this post's decision: to recover or not, or, of those that are owed, to write off or not. The oldest first. */
    public List<UUID> toAnswer(Actor.Office office, Recovery.State state) {
        var actingFor = office.actingFor();
        return jdbc.sql(TO_ANSWER)
                .param("unit", office.unit())
                .param(
                        "accounts",
                        actingFor == null ? new UUID[] {office.account()} : new UUID[] {office.account(), actingFor})
                .param("today", LocalDate.now(clock))
                .param("state", state.name())
                .query(UUID.class)
                .list();
    }

    /** What of a grant was paid and is not to come back already. */
    public Money recoverable(UUID grant) {
        return OpenRecovery.left(payments.ofGrants(List.of(grant)), ofGrant(grant))
                .total();
    }

    /** Asked with the fund locked. */
    String nextNumber(Fund fund) {
        var start = "ZH%s-%d-".formatted(fund.number(), LocalDate.now(clock).getYear());
        long before = jdbc.sql(COUNT_OF_YEAR)
                .param("fund", fund.id())
                .param("start", start + "%")
                .query(Long.class)
                .single();
        return start + "%03d".formatted(before + 1);
    }

    /** What is to be opened. */
    record Wanted(UUID id, String number, String ground, Shares shares, String words, LocalDate hearUntil) {}

    void open(Actor.Office by, Grants.Grant grant, Wanted wanted) {
        jdbc.sql(INSERT)
                .param("id", wanted.id())
                .param("fund", grant.fund())
                .param("grant", grant.id())
                .param("case", grant.caseNumber())
                .param("number", wanted.number())
                .param("person", grant.person())
                .param("name", grant.personName())
                .param("code", grant.code().value())
                .param("ground", wanted.ground())
                .param("amount", wanted.shares().total().fen())
                .param("lots", lots(wanted.shares()))
                .param("shares", amounts(wanted.shares()))
                .param("by", by.account())
                .param("for", by.actingFor(), Types.OTHER)
                .param("byName", name(by))
                .param("on", LocalDate.now(clock))
                .param("words", vault.seal(WORDS, wanted.id(), wanted.words()))
                .param("until", wanted.hearUntil())
                .update();
    }

    boolean say(UUID id, String words, String name) {
        return jdbc.sql(SAY)
                        .param("said", vault.seal(SAID, id, words))
                        .param("name", name)
                        .param("on", LocalDate.now(clock))
                        .param("id", id)
                        .update()
                == 1;
    }

    /** @param payUntil none when it is not recovered */
    void decide(Actor.Office by, UUID id, String words, @Nullable LocalDate payUntil) {
        one(jdbc.sql(DECIDE)
                .param("state", payUntil == null ? "DROPPED" : "ORDERED")
                .param("by", by.account())
                .param("for", by.actingFor(), Types.OTHER)
                .param("name", name(by))
                .param("on", LocalDate.now(clock))
                .param("words", vault.seal(DECIDED, id, words))
                .param("until", payUntil, Types.DATE)
                .param("id", id)
                .update());
    }

    void repay(UUID id, Money amount) {
        one(jdbc.sql(REPAY).param("amount", amount.fen()).param("id", id).update());
    }

    /** It is owed again. */
    void takeBack(UUID id, Money amount) {
        one(jdbc.sql(TAKE_BACK).param("amount", amount.fen()).param("id", id).update());
    }

    void proposeWaiver(Actor.Office by, UUID id, String words) {
        one(jdbc.sql(PROPOSE_WAIVER)
                .param("by", by.account())
                .param("for", by.actingFor(), Types.OTHER)
                .param("name", name(by))
                .param("words", vault.seal(WAIVE, id, words))
                .param("id", id)
                .update());
    }

    void declineWaiver(UUID id) {
        one(jdbc.sql(DECLINE_WAIVER).param("id", id).update());
    }

    void waive(Actor.Office by, UUID id) {
        one(jdbc.sql(WAIVE_IT)
                .param("by", by.account())
                .param("for", by.actingFor(), Types.OTHER)
                .param("name", name(by))
                .param("on", LocalDate.now(clock))
                .param("id", id)
                .update());
    }

    private static void one(int rows) {
        if (rows != 1) {
            throw new IllegalStateException("a recovery moved while its fund was held");
        }
    }

    static String name(Actor.Office by) {
        return by.name() + "（" + by.unitName() + "）";
    }

    static UUID[] lots(Shares shares) {
        return shares.list().stream().map(Share::lot).toArray(UUID[]::new);
    }

    static Long[] amounts(Shares shares) {
        return shares.list().stream().map(share -> share.amount().fen()).toArray(Long[]::new);
    }

    static Shares shares(ResultSet row) throws SQLException {
        var lots = (UUID[]) row.getArray("lots").getArray();
        var amounts = (Long[]) row.getArray("shares").getArray();
        var shares = new ArrayList<Share>();
        for (int i = 0; i < lots.length; i++) {
            shares.add(new Share(lots[i], new Money(amounts[i])));
        }
        return new Shares(shares);
    }

    private Recovery recovery(ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        return new Recovery(
                id,
                row.getObject("fund_id", UUID.class),
                row.getObject("grant_id", UUID.class),
                row.getString("case_number"),
                row.getString("number"),
                row.getObject("person_id", UUID.class),
                row.getString("person_name"),
                new DivisionCode(row.getLong("code_now")),
                row.getString("ground"),
                shares(row),
                hand(row, "opened"),
                row.getObject("opened_on", LocalDate.class),
                vault.open(WORDS, id, row.getBytes("words_sealed")),
                row.getObject("hear_until", LocalDate.class),
                Recovery.State.valueOf(row.getString("state")),
                said(row, id),
                decision(row, id),
                new Money(row.getLong("repaid")),
                waiver(row, id));
    }

    private static Hand hand(ResultSet row, String what) throws SQLException {
        return new Hand(
                row.getObject(what + "_by", UUID.class),
                row.getObject(what + "_for", UUID.class),
                row.getString(what + "_name"));
    }

    private Recovery.@Nullable Said said(ResultSet row, UUID id) throws SQLException {
        byte @Nullable [] sealed = row.getBytes("said_sealed");
        return sealed == null
                ? null
                : new Recovery.Said(
                        vault.open(SAID, id, sealed),
                        row.getString("said_name"),
                        row.getObject("said_on", LocalDate.class));
    }

    private Recovery.@Nullable Decision decision(ResultSet row, UUID id) throws SQLException {
        byte @Nullable [] sealed = row.getBytes("decided_sealed");
        return sealed == null
                ? null
                : new Recovery.Decision(
                        row.getString("decided_name"),
                        row.getObject("decided_on", LocalDate.class),
                        vault.open(DECIDED, id, sealed),
                        row.getObject("pay_until", LocalDate.class));
    }

    private Recovery.@Nullable Waiver waiver(ResultSet row, UUID id) throws SQLException {
        byte @Nullable [] sealed = row.getBytes("waive_sealed");
        return sealed == null
                ? null
                : new Recovery.Waiver(
                        hand(row, "waive"),
                        vault.open(WAIVE, id, sealed),
                        row.getString("waived_name"),
                        row.getObject("waived_on", LocalDate.class));
    }
}
