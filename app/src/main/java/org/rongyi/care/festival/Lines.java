package org.rongyi.care.festival;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.festival.rule.FestivalRule.Entitled;
import org.rongyi.care.festival.rule.FestivalRule.Group;
import org.rongyi.care.visit.HandOver;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Ids;
import org.rongyi.platform.vault.SealedField;
import org.rongyi.platform.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the lines of the lists, each held by its act while it changes. */
@Component
public class Lines {

    static final SealedField ACCOUNT = new SealedField("festival.line", "account_sealed");

    static final String COLUMNS = """
            select l.id, l.campaign_id, l.number, l.person_id, l.person_name, l.code_now, l.grounds, l.ground, l.fen, l.goods,
                   l.goods_fen, l.state, l.change, l.change_why, l.change_by, l.change_for, l.change_name, l.checked, l.checked_name, l.payee,
                   l.bank, l.account_sealed, l.money_grant, l.goods_grant, l.visit_id, l.given_on, l.signed_by, l.signed_as,
                   l.given_name, l.ended_why,
                   exists (select from fund.grant_made m where m.id = l.money_grant and m.state = 'PAID') as money_paid
            from festival.line l
            """;

    private static final String FIND = COLUMNS + "where l.id = :id";

    private static final String LOCK = COLUMNS + """
            where l.id = any(:ids::uuid[])
            order by l.id
            for no key update
            """;

    private static final String LOCK_STATES = COLUMNS + """
            where l.campaign_id = :campaign and l.state = any(:states::text[])
            order by l.id
            for no key update
            """;

    private static final String OF_PERSON = COLUMNS + """
            where l.campaign_id = :campaign and l.person_id = :person
            """;

    private static final String WAITING = COLUMNS + """
            where l.person_id = any(:persons::uuid[]) and l.state = 'APPROVED'
            order by l.person_id, l.id
            """;

    private static final String OF_VISIT = COLUMNS + """
            where l.visit_id = :visit
            order by l.id
            """;

    private static final String LOCK_VISIT = OF_VISIT + " for no key update";

    private static final String ADD = """
            insert into festival.line (id, campaign_id, occasion, number, person_id, person_name, code_then, code_now, grounds,
                                       ground, fen, goods, goods_fen, state, change, change_why, change_by, change_for, change_name,
                                       checked)
            select n.id, :campaign, :occasion, n.number, n.person, n.name, n.code, n.code, string_to_array(n.grounds, ','),
                   n.ground, n.fen, n.goods, n.goods_fen, 'LISTED', :change, :why, :by, :for, :byName, :checked
            from unnest(:ids::uuid[], :numbers::integer[], :persons::uuid[], :names::text[], :codes::bigint[], :grounds::text[],
                        :ground::text[], :fen::bigint[], :goods::text[], :goodsFen::bigint[])
                 n (id, number, person, name, code, grounds, ground, fen, goods, goods_fen)
            on conflict do nothing
            """;

    private static final String ELSEWHERE = """
            select e.person_id, e.unit_name from festival.listed_elsewhere(:persons::uuid[], :occasion) e
            """;

    private static final String MOVE = """
            update festival.line set state = :state, ended_why = :why where id = any(:ids::uuid[])
            """;

    private static final String CHANGE = """
            update festival.line
            set state = :state, change = :change, change_why = :why, change_by = :by, change_for = :for, change_name = :name,
                checked = :checked, checked_name = null
            where id = :id
            """;

    private static final String CHECK = """
            update festival.line set state = :state, checked = true, checked_name = :name where id = :id
            """;

    private static final String NAME_ACCOUNTS = """
            update festival.line l
            set payee = n.payee, bank = n.bank, account_sealed = decode(n.account, 'hex')
            from unnest(:ids::uuid[], :payees::text[], :banks::text[], :accounts::text[]) n (id, payee, bank, account)
            where l.id = n.id
            """;

    private static final String ACCOUNTS = """
            select l.id, l.payee, l.bank, l.account_sealed
            from festival.line l
            where l.id = any(:ids::uuid[]) and l.account_sealed is not null
            """;

    private static final String APPROVE = """
            update festival.line l
            set state = 'APPROVED', money_grant = n.money, goods_grant = n.goods
            from unnest(:ids::uuid[], :money::uuid[], :goods::uuid[]) n (id, money, goods)
            where l.id = n.id and l.state = 'LISTED'
            """;

    private static final String GIVE = """
            update festival.line
            set state = 'GIVEN', visit_id = :visit, given_on = :on, signed_by = :signed, signed_as = :as, given_name = :name
            where id = :id and state = 'APPROVED'
            """;

    private static final String TAKE_BACK = """
            update festival.line
            set state = :state, ended_why = :why, visit_id = null, given_on = null, signed_by = null, signed_as = null,
                given_name = null
            where id = :id and state = 'GIVEN'
            """;

    private static final String FOLLOW = "select festival.follow(:id)";

    private final JdbcClient jdbc;
    private final Vault vault;

    Lines(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /** Somebody to be put on a list. */
    record Entry(UUID person, String name, DivisionCode code, Entitled entitled) {}

    /** Who added by hand, and why; the town has yet to look at what a village added. */
    record ByHand(Actor.Office by, String why, boolean checked) {}

    /** An account in the clear, on its way to be sealed or paid to. */
    record OpenAccount(String payee, String bank, String number) {}

    public Optional<Line> find(UUID id) {
        return jdbc.sql(FIND).param("id", id).query((row, n) -> line(row)).optional();
    }

    Optional<Line> lock(UUID id) {
        return lock(List.of(id)).stream().findFirst();
    }

    /** In the order of their ids, as everybody locks them. */
    List<Line> lock(Collection<UUID> ids) {
        return jdbc.sql(LOCK)
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, n) -> line(row))
                .list();
    }

    List<Line> lock(UUID campaign, Line.State... states) {
        return jdbc.sql(LOCK_STATES)
                .param("campaign", campaign)
                .param("states", Arrays.stream(states).map(Enum::name).toArray(String[]::new))
                .query((row, n) -> line(row))
                .list();
    }

    public Optional<Line> find(UUID campaign, UUID person) {
        return jdbc.sql(OF_PERSON)
                .param("campaign", campaign)
                .param("person", person)
                .query((row, n) -> line(row))
                .optional();
    }

    /** What is approved for them and not handed over. */
    List<Line> waiting(Collection<UUID> persons) {
        return jdbc.sql(WAITING)
                .param("persons", persons.toArray(UUID[]::new))
                .query((row, n) -> line(row))
                .list();
    }

    List<Line> ofVisit(UUID visit) {
        return jdbc.sql(OF_VISIT)
                .param("visit", visit)
                .query((row, n) -> line(row))
                .list();
    }

    List<Line> lockOfVisit(UUID visit) {
        return jdbc.sql(LOCK_VISIT)
                .param("visit", visit)
                .query((row, n) -> line(row))
                .list();
    }

    /** Puts them on the list, numbered from a number on; whom another list of this festival has is passed over. How many were put. */
    int add(Campaign campaign, List<Entry> entries, int from, @Nullable ByHand hand) {
        return jdbc.sql(ADD)
                .param("campaign", campaign.id())
                .param("occasion", campaign.occasion())
                .param("change", hand == null ? null : Line.Change.Kind.ADDED.name(), Types.VARCHAR)
                .param("why", hand == null ? null : hand.why(), Types.VARCHAR)
                .param("by", hand == null ? null : hand.by().account(), Types.OTHER)
                .param("for", hand == null ? null : hand.by().actingFor(), Types.OTHER)
                .param("byName", hand == null ? null : hand.by().signed(), Types.VARCHAR)
                .param("checked", hand == null || hand.checked())
                .param("ids", entries.stream().map(one -> Ids.next()).toArray(UUID[]::new))
                .param("numbers", numbers(from, entries.size()))
                .param("persons", entries.stream().map(Entry::person).toArray(UUID[]::new))
                .param("names", entries.stream().map(Entry::name).toArray(String[]::new))
                .param("codes", entries.stream().map(one -> one.code().value()).toArray(Long[]::new))
                .param("grounds", entries.stream().map(Lines::grounds).toArray(String[]::new))
                .param(
                        "ground",
                        entries.stream().map(one -> group(one).ground().name()).toArray(String[]::new))
                .param("fen", entries.stream().map(one -> group(one).fen()).toArray(Long[]::new))
                .param("goods", entries.stream().map(one -> group(one).goods()).toArray(String[]::new))
                .param(
                        "goodsFen",
                        entries.stream().map(one -> group(one).goodsFen()).toArray(Long[]::new))
                .update();
    }

    /** Whose list of this festival has him; none when nobody's. */
    Optional<String> elsewhere(UUID person, Campaign campaign) {
        return jdbc.sql(ELSEWHERE)
                .param("persons", new UUID[] {person})
                .param("occasion", campaign.occasion())
                .query((row, n) -> row.getString("unit_name"))
                .optional();
    }

    void change(UUID id, Line.State state, Line.Change.Kind kind, ByHand hand) {
        jdbc.sql(CHANGE)
                .param("id", id)
                .param("state", state.name())
                .param("change", kind.name())
                .param("why", hand.why())
                .param("by", hand.by().account())
                .param("for", hand.by().actingFor(), Types.OTHER)
                .param("name", hand.by().signed())
                .param("checked", hand.checked())
                .update();
    }

    void check(UUID id, Line.State state, Actor.Office by) {
        jdbc.sql(CHECK)
                .param("id", id)
                .param("state", state.name())
                .param("name", by.signed())
                .update();
    }

    void move(Collection<UUID> ids, Line.State state, @Nullable String why) {
        jdbc.sql(MOVE)
                .param("ids", ids.toArray(UUID[]::new))
                .param("state", state.name())
                .param("why", why, Types.VARCHAR)
                .update();
    }

    /** Where a line's money goes. */
    record Named(UUID line, OpenAccount account) {}

    void nameAccounts(List<Named> named) {
        jdbc.sql(NAME_ACCOUNTS)
                .param("ids", named.stream().map(Named::line).toArray(UUID[]::new))
                .param(
                        "payees",
                        named.stream().map(one -> one.account().payee()).toArray(String[]::new))
                .param("banks", named.stream().map(one -> one.account().bank()).toArray(String[]::new))
                .param(
                        "accounts",
                        named.stream()
                                .map(one -> sealed(one.line(), one.account()))
                                .toArray(String[]::new))
                .update();
    }

    /** The accounts as they are to be paid to; of those whose account is known. */
    Map<UUID, OpenAccount> open(Collection<UUID> ids) {
        var open = new HashMap<UUID, OpenAccount>();
        jdbc.sql(ACCOUNTS).param("ids", ids.toArray(UUID[]::new)).query((ResultSet row) -> {
            var id = row.getObject("id", UUID.class);
            open.put(
                    id,
                    new OpenAccount(
                            row.getString("payee"),
                            row.getString("bank"),
                            vault.open(ACCOUNT, id, row.getBytes("account_sealed"))));
        });
        return open;
    }

    /** What was promised for each. */
    record Promised(
            UUID line, @Nullable UUID money, @Nullable UUID goods) {}

    int approve(List<Promised> promised) {
        return jdbc.sql(APPROVE)
                .param("ids", promised.stream().map(Promised::line).toArray(UUID[]::new))
                .param("money", promised.stream().map(Promised::money).toArray(UUID[]::new))
                .param("goods", promised.stream().map(Promised::goods).toArray(UUID[]::new))
                .update();
    }

    void give(UUID id, UUID visit, LocalDate on, HandOver.Signed signed, Actor.Office by) {
        int given = jdbc.sql(GIVE)
                .param("id", id)
                .param("visit", visit)
                .param("on", on)
                .param("signed", signed.by())
                .param("as", signed.as().name())
                .param("name", by.name())
                .update();
        if (given != 1) {
            throw new IllegalStateException("handed over by somebody else while it was held: " + id);
        }
    }

    void takeBack(UUID id, Line.State state, @Nullable String why) {
        jdbc.sql(TAKE_BACK)
                .param("id", id)
                .param("state", state.name())
                .param("why", why, Types.VARCHAR)
                .update();
    }

    /** What waits again goes where he is answered for now; who has died or moved away meanwhile falls off. */
    void follow(UUID id) {
        jdbc.sql(FOLLOW).param("id", id).query((row, n) -> true).single();
    }

    private static Group group(Entry entry) {
        return entry.entitled().given();
    }

    private static String grounds(Entry entry) {
        return String.join(
                ",", entry.entitled().grounds().stream().map(Enum::name).toList());
    }

    private static Integer[] numbers(int from, int many) {
        return java.util.stream.IntStream.range(from, from + many).boxed().toArray(Integer[]::new);
    }

    private String sealed(UUID id, OpenAccount account) {
        return java.util.HexFormat.of().formatHex(vault.seal(ACCOUNT, id, account.number()));
    }

    Line line(ResultSet row) throws SQLException {
        return LineRow.read(row, vault);
    }
}
