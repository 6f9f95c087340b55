package org.rongyi.care.fund.statement;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 银行存款余额调节表: why the books and the bank say two sums of one account on a day, line by line. What both have cancels out; the rest
 * makes both sides the same.
 */
@Component
public class Reconciliation {

    /** Of a line, whether all that is matched with it had happened by the day. */
    private static final String TOGETHER = """
            l.booked_on <= :on
            and not exists (select from fund.bank_match o join fund.entry x on x.id = o.entry_id
                            where o.line_id = l.id and x.happened_on > :on)
            """;

    private static final String THEIRS = """
            select l.id, l.booked_on, l.amount, l.counterparty, l.note, l.state, l.words
            from fund.bank_line l
            where l.fund_id = :fund and l.booked_on <= :on
              and not (exists (select from fund.bank_match m where m.line_id = l.id) and %s)
            order by l.booked_on, l.id
            """.formatted(TOGETHER);

    /** What was taken back is, with what took it back, nothing. */
    private static final String OURS = """
            select e.id, e.year, e.number, e.happened_on, e.words, s.amount
            from (select l.entry_id, sum(l.amount) as amount
                  from fund.line l
                  join fund.account a on a.id = l.account_id and a.fund_id = :fund and a.kind = 'BANK'
                  group by l.entry_id) s
            join fund.entry e on e.id = s.entry_id
            where s.amount <> 0 and e.happened_on <= :on
              and (e.happened_on >= :from or exists (select from fund.bank_match m where m.entry_id = e.id))
              and not exists (select from fund.bank_match m join fund.bank_line l on l.id = m.line_id
                              where m.entry_id = e.id and %s)
              and not exists (select from fund.entry r
                              where (r.reverses = e.id or r.id = e.reverses) and r.happened_on <= :on
                                and r.happened_on >= :from and e.happened_on >= :from)
            order by e.happened_on, e.id
            """.formatted(TOGETHER);

    private static final String SUMS = """
            select s.from_on, s.opening,
                   (select max(o.to_on) from fund.bank_statement o where o.fund_id = :fund) as to_on,
                   (select coalesce(sum(l.amount), 0) from fund.bank_line l
                    where l.fund_id = :fund and l.booked_on <= :on) as moved,
                   (select coalesce(sum(l.amount), 0)
                    from fund.line l
                    join fund.account a on a.id = l.account_id and a.fund_id = :fund and a.kind = 'BANK'
                    join fund.entry e on e.id = l.entry_id
                    where e.happened_on <= :on) as ours,
                   (select coalesce(sum(l.amount), 0)
                    from fund.line l
                    join fund.account a on a.id = l.account_id and a.fund_id = :fund and a.kind = 'BANK'
                    join fund.entry e on e.id = l.entry_id
                    where e.happened_on < s.from_on
                      and not exists (select from fund.bank_match m where m.entry_id = e.id)) as before
            from fund.bank_statement s
            where s.fund_id = :fund
            order by s.from_on, s.read_at
            limit 1
            """;

    private final JdbcClient jdbc;

    Reconciliation(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A line only the bank has. */
    public record Theirs(
            UUID line,
            LocalDate on,
            long fen,
            String counterparty,
            String note,
            BankLines.State state,
            @Nullable String words) {}

    /** An entry only the books have. */
    public record Ours(UUID entry, int year, int number, LocalDate on, String words, long fen) {}

    /**
     * The account in the evening of a day.
     *
     * @param bankFen what the bank says
     * @param beforeFen what the bank had more than the books when its first statement began
     */
    public record Table(
            LocalDate on, long oursFen, long bankFen, long beforeFen, List<Ours> ours, List<Theirs> theirs) {

        public long theirsIn() {
            return theirs.stream().mapToLong(Theirs::fen).filter(fen -> fen > 0).sum();
        }

        public long theirsOut() {
            return -theirs.stream()
                    .mapToLong(Theirs::fen)
                    .filter(fen -> fen < 0)
                    .sum();
        }

        public long oursIn() {
            return ours.stream().mapToLong(Ours::fen).filter(fen -> fen > 0).sum();
        }

        public long oursOut() {
            return -ours.stream().mapToLong(Ours::fen).filter(fen -> fen < 0).sum();
        }

        /** 调节后的账面余额. */
        public long adjustedOurs() {
            return oursFen + beforeFen + theirsIn() - theirsOut();
        }

        /** 调节后的对账单余额: the same, or something was changed behind the books. */
        public long adjustedBank() {
            return bankFen + oursIn() - oursOut();
        }
    }

    private record Sums(LocalDate from, LocalDate to, long opening, long moved, long ours, long before) {}

    /**
     * As of a day; the last day a statement tells of when that is later.
     *
     * @return none before the first statement, or for a day before it
     */
    public Optional<Table> at(UUID fund, LocalDate asked) {
        var last = sums(fund, asked).map(sums -> sums.to().isBefore(asked) ? sums.to() : asked);
        return last.flatMap(
                on -> sums(fund, on).filter(sums -> !sums.from().isAfter(on)).map(sums -> table(fund, on, sums)));
    }

    private Optional<Sums> sums(UUID fund, LocalDate on) {
        return jdbc.sql(SUMS)
                .param("fund", fund)
                .param("on", on)
                .query((row, n) -> new Sums(
                        row.getObject("from_on", LocalDate.class),
                        row.getObject("to_on", LocalDate.class),
                        row.getLong("opening"),
                        row.getLong("moved"),
                        row.getLong("ours"),
                        row.getLong("before")))
                .optional();
    }

    private Table table(UUID fund, LocalDate on, Sums sums) {
        var theirs = jdbc.sql(THEIRS)
                .param("fund", fund)
                .param("on", on)
                .query((row, n) -> new Theirs(
                        row.getObject("id", UUID.class),
                        row.getObject("booked_on", LocalDate.class),
                        row.getLong("amount"),
                        row.getString("counterparty"),
                        row.getString("note"),
                        BankLines.State.valueOf(row.getString("state")),
                        row.getString("words")))
                .list();
        var ours = jdbc.sql(OURS)
                .param("fund", fund)
                .param("on", on)
                .param("from", sums.from())
                .query((row, n) -> new Ours(
                        row.getObject("id", UUID.class),
                        row.getInt("year"),
                        row.getInt("number"),
                        row.getObject("happened_on", LocalDate.class),
                        row.getString("words"),
                        row.getLong("amount")))
                .list();
        return new Table(on, sums.ours(), sums.opening() + sums.moved(), sums.opening() - sums.before(), ours, theirs);
    }
}
