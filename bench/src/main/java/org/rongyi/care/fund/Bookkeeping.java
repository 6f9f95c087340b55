package org.rongyi.care.fund;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.rongyi.care.fund.ledger.AccountKind;
import org.rongyi.care.fund.ledger.EntryKind;
import org.rongyi.care.fund.ledger.Ledger;
import org.rongyi.care.fund.ledger.Posted;
import org.rongyi.care.fund.ledger.Posting;
import org.rongyi.care.fund.ledger.Posting.Share;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Ids;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Money;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.kernel.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** For the benchmark: one income entered in three ways, each in a transaction of its own. */
@Component
public class Bookkeeping {

    /** Where the funds of the benchmark are kept; its row is the benchmark's. */
    public static final UUID UNIT = new UUID(0x441224, 1);

    private static final DivisionCode PLACE = new DivisionCode(441224000000L);

    private static final String LOT = """
            insert into bench.lot (id, fund_id, source, title, document, received_on, received, available)
            values (:id, :fund, 'APPROPRIATION', '拨款', '文号', :on, 100, 100)
            """;

    private static final String ENTRY = """
            insert into bench.entry (id, fund_id, year, number, kind, key, happened_on, booked_on, at, by_account, by_name, subject,
                                     words, evidence)
            values (:id, :fund, :year, 0, 'APPROPRIATION', :key, :on, :on, :at, :by, :name, :subject, '拨款（文号）', :evidence)
            """;

    private static final String LINES = """
            insert into bench.line (entry_id, line, account_id, lot_id, amount)
            select :entry, l.n, l.n, case when l.n > 2 then cast(:lot as uuid) end, case when l.n % 2 = 1 then 100 else -100 end
            from generate_series(1, 4) l (n)
            """;

    private static final String EVIDENCE = "sm3:" + "0".repeat(64);

    private final Acts acts;
    private final RecordIncome recordIncome;
    private final Transactions transactions;
    private final Funds funds;
    private final Lots lots;
    private final Ledger ledger;
    private final JdbcClient jdbc;
    private final Clock clock;

    Bookkeeping(
            Acts acts,
            RecordIncome recordIncome,
            Transactions transactions,
            Funds funds,
            Lots lots,
            Ledger ledger,
            JdbcClient jdbc,
            Clock clock) {
        this.acts = acts;
        this.recordIncome = recordIncome;
        this.transactions = transactions;
        this.funds = funds;
        this.lots = lots;
        this.ledger = ledger;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public Actor.Office clerk() {
        return new Actor.Office(
                Ids.next(), "王会计", Ids.next(), UNIT, "某局", PLACE, Role.OFFICER, Level.COUNTY, Scope.of(PLACE));
    }

    /** So many budget lines with all their accounts at nothing. */
    public List<UUID> open(int many) {
        var today = LocalDate.now(clock);
        var opened = new ArrayList<UUID>();
        for (int n = 1; n <= many; n++) {
            var number = "441224-%02d".formatted(n);
            var fund = new Fund(
                    Ids.next(),
                    number,
                    "专项 " + number,
                    FundKind.BUDGET,
                    UNIT,
                    "某局",
                    PLACE,
                    "批复",
                    null,
                    null,
                    today.withDayOfYear(1),
                    null);
            transactions.write(clerk(), () -> {
                funds.add(fund);
                return true;
            });
            opened.add(fund.id());
        }
        return opened;
    }

    /** As a bureau does it: the whole act, its command, its trail. */
    public void act(Actor.Office clerk, UUID fund) {
        var command = new RecordIncome.Command(
                CommandId.fresh(clerk),
                fund,
                RecordIncome.Kind.APPROPRIATION,
                "拨款",
                "文号 " + Ids.next(),
                new Money(100),
                LocalDate.now(clock),
                Lot.Terms.FREE);
        if (!(acts.perform(clerk, recordIncome, command) instanceof RecordIncome.Outcome.Recorded)) {
            throw new IllegalStateException("refused");
        }
    }

    /** The source and its entry through the ledger alone: locked, balanced, numbered, digested. */
    public void post(Actor.Office clerk, UUID fund) {
        transactions.write(clerk, () -> {
            var id = Ids.next();
            var today = LocalDate.now(clock);
            lots.add(Lot.empty(id, fund, Lot.Source.APPROPRIATION, "拨款", Lot.Terms.FREE, false, today), "文号");
            var lines = new Posting.Lines()
                    .money(AccountKind.BANK, AccountKind.APPROPRIATION, new Money(100))
                    .use(AccountKind.RECEIVED, AccountKind.AVAILABLE, List.of(new Share(id, new Money(100))))
                    .list();
            var posting = new Posting(fund, EntryKind.APPROPRIATION, "income:" + id, today, id, null, "拨款（文号）", lines);
            if (!(ledger.post(clerk, posting) instanceof Posted.Entered)) {
                throw new IllegalStateException("not entered");
            }
            return true;
        });
    }

    /** The same rows into tables of the same columns and indexes, and nothing else. */
    public void insert(Actor.Office clerk, UUID fund) {
        transactions.write(clerk, () -> {
            var lot = Ids.next();
            var entry = Ids.next();
            var today = LocalDate.now(clock);
            jdbc.sql(LOT)
                    .param("id", lot)
                    .param("fund", fund)
                    .param("on", today)
                    .update();
            jdbc.sql(ENTRY)
                    .param("id", entry)
                    .param("fund", fund)
                    .param("year", today.getYear())
                    .param("key", "income:" + lot)
                    .param("on", today)
                    .param("at", OffsetDateTime.now(clock))
                    .param("by", clerk.account())
                    .param("name", clerk.name())
                    .param("subject", lot)
                    .param("evidence", EVIDENCE)
                    .update();
            jdbc.sql(LINES).param("entry", entry).param("lot", lot).update();
            return true;
        });
    }
}
