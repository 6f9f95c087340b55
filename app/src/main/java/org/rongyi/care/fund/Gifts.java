package org.rongyi.care.fund;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.documents.sheet.ListDownload;
import org.rongyi.platform.kernel.Cursor;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Money;
import org.rongyi.platform.kernel.Slice;
import org.rongyi.platform.vault.SealedField;
import org.rongyi.platform.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the gifts. */
@Component
public class Gifts {

    static final SealedField PHONE = new SealedField("fund.gift", "phone_sealed");
    static final SealedField QUERY = new SealedField("fund.gift", "query_sealed");

    /** No letter or digit that is taken for another when it is read out or written down. */
    private static final String CODE_CHARACTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    private static final int CODE_LENGTH = 10;
    private static final int PAGE = 30;
    private static final int FETCH = 500;
    private static final SecureRandom RANDOM = new SecureRandom();

    private static final String COLUMNS = """
            select g.id, g.fund_id, g.number, g.receipt, g.donor, g.name, g.name_public, g.goods, g.amount, g.wish,
                   g.received_on, g.plan_id
            from fund.gift g
            """;

    private static final String FIND = COLUMNS + "where g.id = :id";

    private static final String BY_NUMBER =
            "select g.id from fund.gift g where g.fund_id = :fund and g.number = :number";

    private static final String FIRST = COLUMNS + """
            where g.fund_id = :fund
            order by g.received_on desc, g.id desc
            limit :limit
            """;

    private static final String NEXT = COLUMNS + """
            where g.fund_id = :fund and (g.received_on, g.id) < (:afterOn, :afterId)
            order by g.received_on desc, g.id desc
            limit :limit
            """;

    private static final String PUBLISHED = """
            select p.received_on, p.donor, p.name, p.goods, p.amount, p.wish, p.id
            from fund.published_gifts(:fund, :afterOn, :afterId, :limit) p
            """;

    private static final String COUNT = """
            select count(*) from fund.gift g
            where g.fund_id = :fund and g.received_on >= :first and g.received_on < :next
            """;

    private static final String INSERT = """
            insert into fund.gift (id, fund_id, number, code_now, receipt, donor, name, name_public, phone_sealed, credit_code,
                                   goods, amount, wish, received_on, query_sealed, plan_id)
            values (:id, :fund, :number, :code, :receipt, :donor, :name, :public, :phone, :credit, :goods, :amount, :wish, :on,
                    :query, :plan)
            """;

    private static final String QUERY_CODE = "select query_sealed from fund.gift where id = :id";

    private static final String TRACED = "select t.id, t.query_sealed from fund.gift_of(:number) t";

    /** By one at a time, the fund being locked: what was taken back by its counter-entry may be entered anew. */
    private static final String TAKEN = """
            select exists (select from fund.gift g
                           where g.fund_id = :fund and g.receipt = :receipt
                             and not exists (select from fund.entry e join fund.entry r on r.reverses = e.id
                                             where e.subject = g.id and e.kind = 'GIFT'))
            """;

    private final JdbcClient jdbc;
    private final Vault vault;

    Gifts(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /** How many of a year are there: the next one's number follows. Asked with the books locked. */
    boolean isTaken(UUID fund, String receipt) {
        return jdbc.sql(TAKEN)
                .param("fund", fund)
                .param("receipt", receipt)
                .query(Boolean.class)
                .single();
    }

    int count(UUID fund, int year) {
        return jdbc.sql(COUNT)
                .param("fund", fund)
                .param("first", LocalDate.of(year, 1, 1))
                .param("next", LocalDate.of(year + 1, 1, 1))
                .query(Integer.class)
                .single();
    }

    void add(Gift gift, DivisionCode code, @Nullable String phone, @Nullable String creditCode) {
        var query = newCode();
        jdbc.sql(INSERT)
                .param("id", gift.id())
                .param("fund", gift.fund())
                .param("number", gift.number())
                .param("code", code.value())
                .param("receipt", gift.receipt())
                .param("donor", gift.donor().name())
                .param("name", gift.name(), Types.VARCHAR)
                .param("public", gift.namePublic())
                .param("phone", phone == null ? null : vault.seal(PHONE, gift.id(), phone), Types.BINARY)
                .param("credit", creditCode, Types.VARCHAR)
                .param("goods", gift.goods(), Types.VARCHAR)
                .param("amount", gift.amount().fen())
                .param("wish", gift.wish())
                .param("on", gift.receivedOn())
                .param("query", vault.seal(QUERY, gift.id(), query))
                .param("plan", gift.plan(), Types.OTHER)
                .update();
    }

    /** The newest first, for whoever may read the books. */
    public Slice<Gift> page(UUID fund, @Nullable Cursor<LocalDate> after) {
        var query = after == null
                ? jdbc.sql(FIRST)
                : jdbc.sql(NEXT).param("afterOn", after.key()).param("afterId", after.id());
        var read = query.param("fund", fund)
                .param("limit", PAGE + 1)
                .query((row, n) -> gift(row))
                .list();
        return Slice.of(read, PAGE, gift -> new Cursor<>(gift.receivedOn(), gift.id()));
    }

    /** 公开的捐赠: the name of who agreed; of the others only that somebody gave (慈善法 第 76 条). */
    public record Published(
            UUID id, LocalDate on, String name, @Nullable String goods, Money amount, String wish) {}

    /** For everybody, the newest first. */
    public Slice<Published> published(UUID fund, @Nullable Cursor<LocalDate> after) {
        var read = jdbc.sql(PUBLISHED)
                .param("fund", fund)
                .param("afterOn", after == null ? null : after.key(), Types.DATE)
                .param("afterId", after == null ? null : after.id(), Types.OTHER)
                .param("limit", PAGE + 1)
                .query((row, n) -> published(row))
                .list();
        return Slice.of(read, PAGE, gift -> new Cursor<>(gift.on(), gift.id()));
    }

    /** All of them in the same order, inside a transaction. */
    public void eachPublished(UUID fund, Consumer<Published> to) {
        try (var rows = jdbc
                .sql(PUBLISHED)
                .withFetchSize(FETCH)
                .param("fund", fund)
                .param("afterOn", null, Types.DATE)
                .param("afterId", null, Types.OTHER)
                .param("limit", (int) Math.min(ListDownload.most(), Integer.MAX_VALUE))
                .query((row, n) -> published(row))
                .stream()) {
            rows.forEach(to);
        }
    }

    private static Published published(ResultSet row) throws SQLException {
        var name = row.getString("name");
        return new Published(
                row.getObject("id", UUID.class),
                row.getObject("received_on", LocalDate.class),
                name != null ? name : Gift.Donor.valueOf(row.getString("donor")).unnamed(),
                row.getString("goods"),
                new Money(row.getLong("amount")),
                row.getString("wish"));
    }

    public Optional<Gift> find(UUID id) {
        return jdbc.sql(FIND).param("id", id).query((row, n) -> gift(row)).optional();
    }

    /** The gift of a fund with this 捐赠编号. */
    public Optional<UUID> byNumber(UUID fund, String number) {
        return jdbc.sql(BY_NUMBER)
                .param("fund", fund)
                .param("number", number)
                .query(UUID.class)
                .optional();
    }

    /** 查询码: for the paper the donor is given. */
    public Optional<String> queryCode(UUID id) {
        return jdbc.sql(QUERY_CODE)
                .param("id", id)
                .query((row, n) -> vault.open(QUERY, id, row.getBytes(1)))
                .optional();
    }

    /** The gift of whoever knows its number and its code. Both wrong or one of them: the same answer. */
    public Optional<UUID> traced(String number, String typedCode) {
        var code = typedCode.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
        return jdbc.sql(TRACED)
                .param("number", number)
                .query((row, n) -> opened(row, code))
                .optional()
                .flatMap(found -> found);
    }

    private Optional<UUID> opened(ResultSet row, byte[] typed) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var code = vault.open(QUERY, id, row.getBytes("query_sealed")).getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(code, typed) ? Optional.of(id) : Optional.empty();
    }

    private static String newCode() {
        var code = new StringBuilder();
        for (int i = 0; i < CODE_LENGTH; i++) {
            code.append(CODE_CHARACTERS.charAt(RANDOM.nextInt(CODE_CHARACTERS.length())));
        }
        return code.toString();
    }

    private static Gift gift(ResultSet row) throws SQLException {
        return new Gift(
                row.getObject("id", UUID.class),
                row.getObject("fund_id", UUID.class),
                row.getString("number"),
                row.getString("receipt"),
                Gift.Donor.valueOf(row.getString("donor")),
                row.getString("name"),
                row.getBoolean("name_public"),
                row.getString("goods"),
                new Money(row.getLong("amount")),
                row.getString("wish"),
                row.getObject("received_on", LocalDate.class),
                row.getObject("plan_id", UUID.class));
    }
}
