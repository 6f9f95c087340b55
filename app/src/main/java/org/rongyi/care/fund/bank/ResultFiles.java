package org.rongyi.care.fund.bank;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.rongyi.care.fund.payment.Batch;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps which result files were read, and what became of each of their lines. */
@Component
public class ResultFiles {

    private static final String COLUMNS = """
            select f.id, f.batch_id, f.name, f.digest, f.read_name, f.read_at,
                   (select count(*) from fund.result_line l where l.file_id = f.id) as lines
            from fund.result_file f
            """;

    private static final String FIND = COLUMNS + "where f.id = :id";

    private static final String SAME = COLUMNS + "where f.batch_id = :batch and f.digest = :digest";

    private static final String OF_BATCH = COLUMNS + """
            where f.batch_id = :batch
            order by f.read_at, f.id
            """;

    private static final String LINES = """
            select l.line, p.reference, p.payee, p.amount, l.paid, l.paid_on, l.reason, l.answer, l.payment_id
            from fund.result_line l join fund.payment p on p.id = l.payment_id
            where l.file_id = :file
            order by l.line
            """;

    private static final String INSERT = """
            insert into fund.result_file (id, batch_id, fund_id, code_now, name, digest, read_by, read_name, read_at)
            values (:id, :batch, :fund, :code, :name, :digest, :by, :readName, :at)
            """;

    private static final String INSERT_LINE = """
            insert into fund.result_line (file_id, line, payment_id, code_now, paid, paid_on, reason, answer)
            values (:file, :line, :payment, :code, :paid, :on, :reason, :answer)
            """;

    private final JdbcClient jdbc;

    ResultFiles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** 怎么办的. */
    public enum Answered {
        BOOKED("已登记"),
        SAME("与已登记的相同"),
        CONTRADICTS("与已登记的不符，列入“与银行不符”");

        private final String zh;

        Answered(String zh) {
            this.zh = zh;
        }

        public String zh() {
            return zh;
        }
    }

    public record File(
            UUID id, UUID batch, String name, String digest, String readBy, OffsetDateTime readAt, int lines) {}

    /** A line that was read, with what became of it. */
    public record Read(
            int line,
            String reference,
            String payee,
            Money ordered,
            Money paid,
            LocalDate on,
            String reason,
            Answered answered,
            UUID payment) {}

    public Optional<File> find(UUID id) {
        return jdbc.sql(FIND).param("id", id).query((row, n) -> file(row)).optional();
    }

    Optional<File> same(UUID batch, String digest) {
        return jdbc.sql(SAME)
                .param("batch", batch)
                .param("digest", digest)
                .query((row, n) -> file(row))
                .optional();
    }

    public List<File> ofBatch(UUID batch) {
        return jdbc.sql(OF_BATCH)
                .param("batch", batch)
                .query((row, n) -> file(row))
                .list();
    }

    public List<Read> lines(UUID file) {
        return jdbc.sql(LINES)
                .param("file", file)
                .query((row, n) -> new Read(
                        row.getInt("line"),
                        row.getString("reference"),
                        row.getString("payee"),
                        new Money(row.getLong("amount")),
                        new Money(row.getLong("paid")),
                        row.getObject("paid_on", LocalDate.class),
                        row.getString("reason"),
                        Answered.valueOf(row.getString("answer")),
                        row.getObject("payment_id", UUID.class)))
                .list();
    }

    /** @param code where the fund's unit stands */
    void add(Actor.Office by, File file, Batch batch, DivisionCode code) {
        jdbc.sql(INSERT)
                .param("id", file.id())
                .param("batch", batch.id())
                .param("fund", batch.fund())
                .param("code", code.value())
                .param("name", file.name())
                .param("digest", file.digest())
                .param("by", by.account())
                .param("readName", file.readBy())
                .param("at", file.readAt())
                .update();
    }

    void addLine(UUID file, BankResult.Line line, Answered answered) {
        jdbc.sql(INSERT_LINE)
                .param("file", file)
                .param("line", line.number())
                .param("payment", line.payment().id())
                .param("code", line.payment().code().value())
                .param("paid", line.paid().fen())
                .param("on", line.on())
                .param("reason", line.reason())
                .param("answer", answered.name())
                .update();
    }

    private static File file(ResultSet row) throws SQLException {
        return new File(
                row.getObject("id", UUID.class),
                row.getObject("batch_id", UUID.class),
                row.getString("name"),
                row.getString("digest"),
                row.getString("read_name"),
                row.getObject("read_at", OffsetDateTime.class),
                row.getInt("lines"));
    }
}
