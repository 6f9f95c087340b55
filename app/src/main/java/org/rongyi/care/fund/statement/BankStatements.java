package org.rongyi.care.fund.statement;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.rongyi.care.fund.Fund;
import org.rongyi.care.fund.payment.Batch;
import org.rongyi.platform.kernel.Ids;
import org.rongyi.platform.kernel.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the bank's statements of each fund, one after the other, and which lines are which entries. */
@Component
public class BankStatements {

    private static final String OF_FUND = """
            select s.id, s.name, s.digest, s.number, s.from_on, s.to_on, s.opening, s.closing, s.lines, s.fresh, s.read_name,
                   s.read_at
            from fund.bank_statement s
            where s.fund_id = :fund
            order by s.from_on, s.read_at
            """;

    private static final String SAME = """
            select s.id from fund.bank_statement s where s.fund_id = :fund and s.digest = :digest
            """;

    private static final String LINES = """
            select l.serial, l.booked_on, l.amount, l.counterparty, l.note
            from fund.bank_line l
            where l.fund_id = :fund
            """;

    private static final String INSERT = """
            insert into fund.bank_statement (id, fund_id, code_now, name, digest, number, from_on, to_on, opening, closing,
                                             lines, fresh, read_by, read_name, read_at)
            values (:id, :fund, :code, :name, :digest, :number, :from, :to, :opening, :closing, :lines, :fresh, :by, :readName,
                    :at)
            """;

    private static final String INSERT_LINE = """
            insert into fund.bank_line (id, statement_id, fund_id, code_now, serial, booked_on, amount, counterparty, note, state)
            values (:id, :statement, :fund, :code, :serial, :on, :amount, :counterparty, :note, 'OPEN')
            """;

    /** What was taken back in the books is matched with nothing any more. */
    private static final String RELEASE = """
            delete from fund.bank_match m
            using fund.entry r
            where m.fund_id = :fund and r.reverses = m.entry_id
            """;

    private static final String REOPEN = """
            update fund.bank_line l set state = 'OPEN'
            where l.fund_id = :fund and l.state = 'MATCHED'
              and not exists (select from fund.bank_match m where m.line_id = l.id)
            """;

    private static final String THEIRS = """
            select l.id, l.booked_on, l.amount, l.note
            from fund.bank_line l
            where l.fund_id = :fund and l.state <> 'MATCHED'
            order by l.booked_on, l.id
            """;

    private static final String OURS = """
            select e.id, e.happened_on, s.amount, p.reference, b.number as batch
            from (select l.entry_id, sum(l.amount) as amount
                  from fund.line l
                  join fund.account a on a.id = l.account_id and a.fund_id = :fund and a.kind = 'BANK'
                  join fund.entry d on d.id = l.entry_id and d.happened_on between :from and :to
                  group by l.entry_id) s
            join fund.entry e on e.id = s.entry_id
            left join fund.payment p on p.id = e.subject
            left join fund.batch b on b.id = p.batch_id
            where s.amount <> 0 and e.reverses is null
              and not exists (select from fund.entry r where r.reverses = e.id)
              and not exists (select from fund.bank_match m where m.entry_id = e.id)
            order by e.happened_on, e.id
            """;

    private static final String MATCH = """
            insert into fund.bank_match (entry_id, line_id, fund_id) values (:entry, :line, :fund)
            """;

    private static final String MATCHED = "update fund.bank_line set state = 'MATCHED' where id = :line";

    /** Days around the lines that wait within which an entry may be theirs. */
    private static final int AROUND = 40;

    private final JdbcClient jdbc;

    BankStatements(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** 对账单, as it was read. */
    public record Statement(
            UUID id,
            String name,
            String digest,
            String number,
            LocalDate from,
            LocalDate to,
            Money opening,
            Money closing,
            int lines,
            int fresh,
            String readBy,
            OffsetDateTime readAt) {}

    /** One after the other. */
    public List<Statement> ofFund(UUID fund) {
        return jdbc.sql(OF_FUND)
                .param("fund", fund)
                .query((row, n) -> new Statement(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getString("digest"),
                        row.getString("number"),
                        row.getObject("from_on", LocalDate.class),
                        row.getObject("to_on", LocalDate.class),
                        new Money(row.getLong("opening")),
                        new Money(row.getLong("closing")),
                        row.getInt("lines"),
                        row.getInt("fresh"),
                        row.getString("read_name"),
                        row.getObject("read_at", OffsetDateTime.class)))
                .list();
    }

    boolean isKnown(UUID fund, String digest) {
        return jdbc.sql(SAME)
                .param("fund", fund)
                .param("digest", digest)
                .query(UUID.class)
                .optional()
                .isPresent();
    }

    /** What is known of the account; none before the first statement. */
    Optional<StatementFile.Known> known(UUID fund) {
        var statements = ofFund(fund);
        if (statements.isEmpty()) {
            return Optional.empty();
        }
        var lines = jdbc
                .sql(LINES)
                .param("fund", fund)
                .query((row, n) -> new StatementFile.Line(
                        row.getString("serial"),
                        row.getObject("booked_on", LocalDate.class),
                        row.getLong("amount"),
                        row.getString("counterparty"),
                        row.getString("note")))
                .list()
                .stream()
                .collect(Collectors.toMap(StatementFile.Line::serial, Function.identity()));
        var first = statements.getFirst();
        var last =
                statements.stream().map(Statement::to).max(LocalDate::compareTo).orElseThrow();
        return Optional.of(
                new StatementFile.Known(first.from(), last, first.opening().fen(), lines));
    }

    void add(Fund fund, Statement statement, Batch.Hand by, List<StatementFile.Line> fresh) {
        jdbc.sql(INSERT)
                .param("id", statement.id())
                .param("fund", fund.id())
                .param("code", fund.code().value())
                .param("name", statement.name())
                .param("digest", statement.digest())
                .param("number", statement.number())
                .param("from", statement.from())
                .param("to", statement.to())
                .param("opening", statement.opening().fen())
                .param("closing", statement.closing().fen())
                .param("lines", statement.lines())
                .param("fresh", statement.fresh())
                .param("by", by.by())
                .param("readName", by.name())
                .param("at", by.at())
                .update();
        for (var line : fresh) {
            jdbc.sql(INSERT_LINE)
                    .param("id", Ids.next())
                    .param("statement", statement.id())
                    .param("fund", fund.id())
                    .param("code", fund.code().value())
                    .param("serial", line.serial())
                    .param("on", line.on())
                    .param("amount", line.fen())
                    .param("counterparty", line.counterparty())
                    .param("note", line.note())
                    .update();
        }
    }

    /** 勾对 what is not matched yet, on both sides; answers how many lines were recognised. */
    int match(UUID fund) {
        jdbc.sql(RELEASE).param("fund", fund).update();
        jdbc.sql(REOPEN).param("fund", fund).update();
        var theirs = jdbc.sql(THEIRS)
                .param("fund", fund)
                .query((row, n) -> new Matching.Theirs(
                        row.getObject("id", UUID.class),
                        row.getObject("booked_on", LocalDate.class),
                        row.getLong("amount"),
                        row.getString("note")))
                .list();
        if (theirs.isEmpty()) {
            return 0;
        }
        var ours = jdbc.sql(OURS)
                .param("fund", fund)
                .param("from", theirs.getFirst().on().minusDays(AROUND))
                .param("to", theirs.getLast().on().plusDays(AROUND))
                .query((row, n) -> new Matching.Ours(
                        row.getObject("id", UUID.class),
                        row.getObject("happened_on", LocalDate.class),
                        row.getLong("amount"),
                        row.getString("reference"),
                        row.getString("batch")))
                .list();
        var matched = Matching.match(theirs, ours);
        matched.forEach((line, entries) -> {
            entries.forEach(entry -> jdbc.sql(MATCH)
                    .param("entry", entry)
                    .param("line", line)
                    .param("fund", fund)
                    .update());
            jdbc.sql(MATCHED).param("line", line).update();
        });
        return matched.size();
    }
}
