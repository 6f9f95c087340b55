package org.rongyi.care.fund.payment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.fund.GrantState;
import org.rongyi.care.fund.ledger.Posting.Share;
import org.rongyi.platform.audit.RowAnchors;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Money;
import org.rongyi.platform.vault.SealedField;
import org.rongyi.platform.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The grants of a fund, on their way from promised to paid. */
@Component
public class Grants {

    /** As {@code Commitments} sealed it. */
    private static final SealedField ACCOUNT = new SealedField("fund.grant_made", "account_sealed");

    private static final String COLUMNS = """
            select m.id, m.fund_id, m.case_id, m.case_number, m.words, m.person_id, m.person_name, m.in_kind, m.amount,
                   m.code_now, m.granted_on, m.granted_by, m.granted_for, m.payee, m.bank, m.account_sealed, m.account_print, m.state,
                   m.service,
                   exists (select from fund.payee_change c where c.grant_id = m.id and c.state = 'PROPOSED')
                   or exists (select from fund.settlement s join fund.payment p on p.id = s.payment_id
                              where p.grant_id = m.id and s.state in ('OPEN', 'PROPOSED')) as held
            from fund.grant_made m
            """;

    private static final String FIND = COLUMNS + "where m.id = :id";

    private static final String OF_PERSON =
            COLUMNS + "where m.person_id = :person order by m.granted_on desc, m.id desc limit :limit";

    private static final String OF_CASE =
            "select m.id from fund.grant_made m where m.case_id = :case order by m.amount desc, m.id";

    private static final String LOCK = COLUMNS + """
            where m.id = any(:ids)
            order by m.granted_on, m.id
            for no key update of m
            """;

    private static final String WAITING = COLUMNS + """
            where m.fund_id = :fund and m.state = 'WAITING' and m.in_kind = :kind
              and (m.in_kind or m.account_sealed is not null)
            order by m.granted_on, m.id
            limit :limit
            """;

    private static final String COMMITTED = """
            select e.subject, l.lot_id, -sum(l.amount) as amount
            from fund.entry e
            join fund.line l on l.entry_id = e.id
            join fund.account a on a.id = l.account_id
            where e.subject = any(:ids) and e.kind in ('COMMIT', 'UNCOMMIT') and a.kind = 'COMMITTED'
            group by e.subject, l.lot_id
            order by e.subject, min(l.line), l.lot_id
            """;

    private static final String STANDING = """
            select count(*), coalesce(sum(m.amount), 0)
            from fund.grant_made m
            where m.fund_id = :fund and m.state = 'WAITING' and m.in_kind = :kind
              and (m.in_kind or m.account_sealed is not null)
            """;

    private static final String IS_RECOVERED = "select fund.is_recovered(:id)";

    private static final String DECEASED = "select d from fund.deceased(:ids) d";

    private static final String MOVE = "update fund.grant_made set state = :state where id = any(:ids)";

    private static final String DIRECT = """
            update fund.grant_made set payee = :payee, bank = :bank, account_sealed = :account, account_print = :print, state = 'WAITING'
            where id = :id and state in ('WAITING', 'RETURNED')
            """;

    private final JdbcClient jdbc;
    private final Payments payments;
    private final Vault vault;
    private final RowAnchors anchors;

    Grants(JdbcClient jdbc, Payments payments, Vault vault, RowAnchors anchors) {
        this.jdbc = jdbc;
        this.payments = payments;
        this.vault = vault;
        this.anchors = anchors;
    }

    /**
     * 承诺.
     *
     * @param grantedFor whose post it was, when somebody stood in for him
     * @param account in the clear: to be shown by its last digits, and to be sealed again; none where it is not what was decided
     * @param exchanged whether it is there and is not what was decided: somebody changed it around the acts
     * @param unprinted whether it is there, from before accounts had prints, so that nobody can say yet that it is what was decided;
     *     nothing is paid to it any more
     * @param held somebody has to settle something first: another account, or what the bank says of it
     */
    public record Grant(
            UUID id,
            UUID fund,
            UUID caseId,
            String caseNumber,
            String words,
            UUID person,
            String personName,
            boolean inKind,
            Money amount,
            DivisionCode code,
            LocalDate grantedOn,
            UUID grantedBy,
            @Nullable UUID grantedFor,
            String payee,
            @Nullable String bank,
            @Nullable String account,
            boolean exchanged,
            boolean unprinted,
            GrantState state,
            boolean held,
            String service) {

        /** Whether it was this post's decision, or of somebody it stands for. */
        public boolean isGrantedBy(Actor.Office office) {
            return office.speaksFor(grantedBy) || office.speaksFor(grantedFor);
        }

        /** 6228 **** 0018 is told by its end. */
        public String accountEnd() {
            int shown = 4;
            if (exchanged) {
                return "账号与登记时不符，不能拨付";
            }
            if (unprinted) {
                return "账号是升级以前登记的，还没有补记指纹，补上以后显示尾号";
            }
            return account == null ? "" : "尾号 " + account.substring(Math.max(0, account.length() - shown));
        }
    }

    /** 追回: whether what was paid of it is being recovered, or was. */
    public boolean isRecovered(UUID id) {
        return jdbc.sql(IS_RECOVERED).param("id", id).query(Boolean.class).single();
    }

    /** Those whose recipient has died, where nobody has settled yet who receives for him. */
    public Set<UUID> deceased(Collection<UUID> ids) {
        return new HashSet<>(jdbc.sql(DECEASED)
                .param("ids", ids.toArray(UUID[]::new))
                .query(UUID.class)
                .list());
    }

    public Optional<Grant> find(UUID id) {
        return jdbc.sql(FIND).param("id", id).query((row, n) -> grant(row)).optional();
    }

    /** What a case gave, the largest first. */
    public List<UUID> ofCase(UUID file) {
        return jdbc.sql(OF_CASE).param("case", file).query(UUID.class).list();
    }

    /** The latest first. */
    public List<Grant> ofPerson(UUID person, int limit) {
        return jdbc.sql(OF_PERSON)
                .param("person", person)
                .param("limit", limit)
                .query((row, n) -> grant(row))
                .list();
    }

    /** Unchanged by others until the transaction ends; fewer than asked when some are not there. */
    public List<Grant> lock(List<UUID> ids) {
        return jdbc.sql(LOCK)
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, n) -> grant(row))
                .list();
    }

    /** The oldest first; money that waits for somebody to name an account waits elsewhere. */
    public List<Grant> waiting(UUID fund, boolean inKind, int limit) {
        return jdbc.sql(WAITING)
                .param("fund", fund)
                .param("kind", inKind)
                .param("limit", limit)
                .query((row, n) -> grant(row))
                .list();
    }

    /** How many wait, and what they were granted. */
    public record Standing(long count, Money amount) {}

    public Standing standing(UUID fund, boolean inKind) {
        return jdbc.sql(STANDING)
                .param("fund", fund)
                .param("kind", inKind)
                .query((row, n) -> new Standing(row.getLong(1), new Money(row.getLong(2))))
                .single();
    }

    /** What of each grant is still promised and not on its way, by source. */
    public Map<UUID, Shares> left(List<UUID> ids) {
        var promised = new HashMap<UUID, List<Share>>();
        jdbc.sql(COMMITTED).param("ids", ids.toArray(UUID[]::new)).query((ResultSet row) -> {
            promised.computeIfAbsent(row.getObject("subject", UUID.class), id -> new ArrayList<>())
                    .add(new Share(row.getObject("lot_id", UUID.class), new Money(row.getLong("amount"))));
        });
        var left = new LinkedHashMap<UUID, Shares>();
        ids.forEach(id -> left.put(id, new Shares(promised.getOrDefault(id, List.of()))));
        for (var payment : payments.ofGrants(ids)) {
            left.computeIfPresent(payment.grant(), (id, shares) -> shares.minus(bound(payment)));
        }
        return left;
    }

    /** What a payment has used or holds. */
    private static Shares bound(Payment payment) {
        var result = payment.result();
        if (result != null) {
            return result.used();
        }
        return payment.state() == Payment.State.DROPPED ? Shares.NONE : payment.shares();
    }

    /** 与决定时不符: what somebody changed around the acts since the last of them. */
    List<Grant> altered(List<Grant> chosen) {
        var strayed = anchors.strayed(
                "fund.grant_made", chosen.stream().map(Grant::id).toList());
        return chosen.stream()
                .filter(grant -> grant.exchanged() || strayed.contains(grant.id()))
                .toList();
    }

    public void move(List<UUID> ids, GrantState state) {
        int moved = jdbc.sql(MOVE)
                .param("state", state.name())
                .param("ids", ids.toArray(UUID[]::new))
                .update();
        if (moved != ids.size()) {
            throw new IllegalStateException("grants out of reach of who moves them");
        }
    }

    /** 更正收款账号: it waits to be paid again, to this account. */
    public void direct(UUID id, String payee, String bank, String account) {
        jdbc.sql(DIRECT)
                .param("id", id)
                .param("payee", payee)
                .param("bank", bank)
                .param("account", vault.seal(ACCOUNT, id, account))
                .param("print", vault.print(ACCOUNT, id, account))
                .update();
    }

    private Grant grant(ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        byte @Nullable [] sealed = row.getBytes("account_sealed");
        var print = row.getString("account_print");
        var state = GrantState.valueOf(row.getString("state"));
        var account = sealed == null ? null : account(id, sealed, print);
        boolean unprinted = sealed != null && print == null && isOfBefore(id, sealed, state);
        return new Grant(
                id,
                row.getObject("fund_id", UUID.class),
                row.getObject("case_id", UUID.class),
                row.getString("case_number"),
                row.getString("words"),
                row.getObject("person_id", UUID.class),
                row.getString("person_name"),
                row.getBoolean("in_kind"),
                new Money(row.getLong("amount")),
                new DivisionCode(row.getLong("code_now")),
                row.getObject("granted_on", LocalDate.class),
                row.getObject("granted_by", UUID.class),
                row.getObject("granted_for", UUID.class),
                row.getString("payee"),
                row.getString("bank"),
                account,
                sealed != null && account == null && !unprinted,
                unprinted,
                state,
                row.getBoolean("held"),
                row.getString("service"));
    }

    /**
     * What may still be paid has its print from the start of the program on: without one there, somebody took it away. What comes back
     * may be of before; it is paid to another account only.
     */
    private boolean isOfBefore(UUID id, byte[] sealed, GrantState state) {
        return switch (state) {
            case WAITING, IN_BATCH, IN_PAYMENT -> false;
            case RETURNED, PAID, CANCELLED -> vault.tryOpen(ACCOUNT, id, sealed).isPresent();
        };
    }

    private @Nullable String account(UUID id, byte[] sealed, @Nullable String print) {
        return vault.openPrinted(ACCOUNT, id, sealed, print).orElse(null);
    }
}
