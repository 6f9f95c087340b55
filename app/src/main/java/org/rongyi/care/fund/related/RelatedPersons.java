package org.rongyi.care.fund.related;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.fund.Fund;
import org.rongyi.care.fund.Ties;
import org.rongyi.people.person.People;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.CitizenId;
import org.rongyi.platform.kernel.Ids;
import org.rongyi.platform.vault.BlindIndexes;
import org.rongyi.platform.vault.SealedField;
import org.rongyi.platform.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the declarations, and says whether somebody is tied to a fund. */
@Component
public class RelatedPersons implements Ties {

    static final SealedField NUMBER = new SealedField("fund.related_person", "number_sealed");

    private static final String LIST = """
            select r.id, r.fund_id, r.gift_id, r.holder, r.duty, r.relation, r.name, r.number_sealed, r.declared_name,
                   r.declared_at, r.ended_on, r.ended_reason
            from fund.related_person r
            where r.fund_id = :fund
            order by r.ended_on nulls first, r.declared_at desc, r.id desc
            limit :limit
            """;

    private static final String OPEN = """
            select r.fund_id from fund.related_person r where r.id = :id and r.ended_on is null
            """;

    private static final String INSERT = """
            insert into fund.related_person (id, fund_id, gift_id, code_now, holder, duty, relation, name, number_sealed,
                                             number_index, number_index_next, declared_by, declared_name, declared_at)
            values (:id, :fund, :gift, :code, :holder, :duty, :relation, :name, :number, :index, :next, :by, :byName, :at)
            """;

    private static final String END = """
            update fund.related_person set ended_on = :on, ended_name = :name, ended_reason = :reason
            where id = :id and ended_on is null
            """;

    private static final String TIES = """
            select t.gift_id, t.duty, t.relation, t.by_number from fund.ties_of(:fund, :name, :indexes::text[]) t
            """;

    private static final String LOTS = "select l.id from fund.lots_of(:gifts::uuid[]) l";

    private static final int MOST = 500;

    private final JdbcClient jdbc;
    private final People people;
    private final BlindIndexes blind;
    private final Vault vault;
    private final Clock clock;

    RelatedPersons(JdbcClient jdbc, People people, BlindIndexes blind, Vault vault, Clock clock) {
        this.jdbc = jdbc;
        this.people = people;
        this.blind = blind;
        this.vault = vault;
        this.clock = clock;
    }

    /** @param byNumber whether his citizen number says so; else only his name does */
    private record Tie(String duty, RelatedPerson.Relation relation, boolean byNumber) {

        /** For whoever decides: what the tie is and what to do, not who declared it. */
        String words() {
            var whose = relation == RelatedPerson.Relation.SELF
                    ? "这项资金的" + duty
                    : "这项资金" + duty + "的" + (relation == RelatedPerson.Relation.CONTROLLED ? "利害关系人" : relation.zh());
            return byNumber
                    ? "受助人是" + whose + "，照慈善法不能用这项资金帮助；请改由别的资金出"
                    : "受助人与申报的利害关系人（" + whose + "）同名，申报时没有身份证号可以核对；请管理单位补上身份证号再定，或改由别的资金出";
        }
    }

    private record Found(@Nullable UUID gift, Tie tie) {}

    /** By citizen number where it is known of both, by name otherwise. */
    @Override
    public Tied of(UUID fund, UUID person, String name) {
        var found = jdbc.sql(TIES)
                .param("fund", fund)
                .param("name", name)
                .param("indexes", people.indexesOf(person))
                .query((row, n) -> new Found(
                        row.getObject("gift_id", UUID.class),
                        new Tie(
                                row.getString("duty"),
                                RelatedPerson.Relation.valueOf(row.getString("relation")),
                                row.getBoolean("by_number"))))
                .list();
        var manager = found.stream()
                .filter(one -> one.gift() == null)
                .map(Found::tie)
                .sorted((one, other) -> Boolean.compare(other.byNumber(), one.byNumber()))
                .findFirst()
                .map(Tie::words)
                .orElse(null);
        var gifts = found.stream()
                .filter(one -> one.gift() != null)
                .map(Found::gift)
                .distinct()
                .toArray(UUID[]::new);
        return new Tied(manager, gifts.length == 0 ? Set.of() : lots(gifts));
    }

    private Set<UUID> lots(UUID[] gifts) {
        return jdbc.sql(LOTS).param("gifts", gifts).query(UUID.class).list().stream()
                .collect(Collectors.toSet());
    }

    /** Those in force first, the newest first; what is over stays to be seen. */
    public List<RelatedPerson> list(UUID fund) {
        return jdbc.sql(LIST)
                .param("fund", fund)
                .param("limit", MOST)
                .query((row, n) -> person(row))
                .list();
    }

    void add(Actor.Office by, Fund fund, DeclareRelated.Command said) {
        var id = Ids.next();
        var number = said.number();
        var columns = number == null ? null : blind.writing().of(People.CITIZEN_INDEX, number.value());
        jdbc.sql(INSERT)
                .param("id", id)
                .param("fund", fund.id())
                .param("gift", said.gift(), Types.OTHER)
                .param("code", fund.code().value())
                .param("holder", said.holder().strip())
                .param("duty", said.gift() == null ? said.duty().strip() : "捐赠人")
                .param("relation", said.relation().name())
                .param("name", said.name().strip())
                .param("number", number == null ? null : vault.seal(NUMBER, id, number.value()), Types.BINARY)
                .param("index", columns == null ? null : columns.index(), Types.VARCHAR)
                .param("next", columns == null ? null : columns.next(), Types.VARCHAR)
                .param("by", by.account())
                .param("byName", by.name() + "（" + by.unitName() + "）")
                .param("at", OffsetDateTime.now(clock))
                .update();
    }

    /** The fund of a declaration that is in force. */
    Optional<UUID> fundOf(UUID id) {
        return jdbc.sql(OPEN).param("id", id).query(UUID.class).optional();
    }

    boolean end(Actor.Office by, UUID id, String reason) {
        return jdbc.sql(END)
                        .param("id", id)
                        .param("on", LocalDate.now(clock))
                        .param("name", by.name() + "（" + by.unitName() + "）")
                        .param("reason", reason)
                        .update()
                == 1;
    }

    private RelatedPerson person(ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var number = row.getBytes("number_sealed");
        return new RelatedPerson(
                id,
                row.getObject("fund_id", UUID.class),
                row.getObject("gift_id", UUID.class),
                row.getString("holder"),
                row.getString("duty"),
                RelatedPerson.Relation.valueOf(row.getString("relation")),
                row.getString("name"),
                number == null ? null : CitizenId.mask(vault.open(NUMBER, id, number)),
                row.getString("declared_name"),
                row.getObject("declared_at", OffsetDateTime.class)
                        .atZoneSameInstant(clock.getZone())
                        .toLocalDate(),
                row.getObject("ended_on", LocalDate.class),
                row.getString("ended_reason"));
    }
}
