package org.rongyi.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.RongyiTest;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.LevelColumn;
import org.rongyi.platform.kernel.Scope;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.namedparam.NamedParameterUtils;
import org.springframework.jdbc.core.simple.JdbcClient;

@RongyiTest
@DisplayName("每一句 SQL：对着真库、以真角色先解释一遍")
class SqlTest {

    private static final DivisionCode VILLAGE = new DivisionCode(441223100201L);
    private static final DivisionCode FAR_VILLAGE = new DivisionCode(441224100201L);

    private static final List<String> STATIONS = List.of(
            "u.kind in ('CENTRE', 'STATION') and u.opened_on <= :today and (u.closed_on is null or u.closed_on > :today)",
            "(position(:text in u.name) > 0 or position(:text in u.address) > 0"
                    + " or starts_with(u.initials, :initials))",
            "u.level = :level",
            "u.code_now >= :low and u.code_now < :high",
            "(u.code_now, u.id) > (:afterKey, :afterId)");

    private static final List<String> CANDIDATES = List.of(
            "true",
            "(position(:text in c.name) > 0 or starts_with(c.initials, :typed) or c.pseudonym = :text)",
            "c.exempt_ground is not null",
            "c.priority_ground is not null",
            "((c.exempt_ground is not null or c.priority_ground is not null) and c.checked_account is null"
                    + " or c.abilities_account is not null and c.abilities_checked_account is null)",
            "(c.name, c.id) > (:afterName, :afterId)",
            "(coalesce(-c.score, -1000000), c.id) > (:afterScore, :afterId)");

    private static final List<String> NEEDS = pieces(
            "n",
            "n.kind = :kind",
            "n.asked_on >= :from",
            "n.asked_on <= :to",
            "n.state = :state",
            "(n.asked_on, n.id) > (:afterOn, :afterId)");

    private static final List<String> CASES = pieces(
            "c",
            "c.service = :service",
            "c.applied_on >= :from",
            "c.applied_on <= :to",
            "c.state = :state",
            "(c.applied_on, c.id) < (:afterOn, :afterId)");

    private static final List<String> AIDS = pieces(
            "a",
            "a.service = :service",
            "a.situation = :situation",
            "coalesce(a.decided_on, a.applied_on) >= :from",
            "coalesce(a.decided_on, a.applied_on) <= :to",
            "(a.code_now / :span % :digits = 0 or a.code_now / :span % :digits >= 600)",
            "coalesce(a.decided_on, a.applied_on) <= :asOf",
            "figures.stood_on(20::smallint, a.id, :asOf) is not null",
            "not a.given and c.state not in ('DECIDED', 'CLOSED')",
            "a.given",
            "(a.applied_on, a.id) < (:afterOn, :afterId)");

    private static final List<String> AIDS_GIVEN = pieces(
            "a",
            "a.service = :service",
            "a.situation = :situation",
            "coalesce(a.decided_on, a.applied_on) >= :from",
            "coalesce(a.decided_on, a.applied_on) <= :to",
            "(a.code_now / :span % :digits = 0 or a.code_now / :span % :digits >= 600)",
            "coalesce(a.decided_on, a.applied_on) <= :asOf",
            "figures.stood_on(20::smallint, a.id, :asOf) is not null",
            "(a.applied_on, a.id) < (:afterOn, :afterId)");

    private static final List<String> GREETED = pieces(
            "l",
            "l.number > :after",
            "(l.code_now / :span % :digits = 0 or l.code_now / :span % :digits >= 600)",
            "(l.given_on, l.id) < (:afterOn, :afterId)",
            "l.given_on >= :from",
            "l.given_on <= :to");

    /** What a template's {@code %s} may become. All pieces of one template are tried together. */
    private static final Map<String, List<String>> PIECES = Map.ofEntries(
            Map.entry(
                    "AccountList.LIST",
                    List.of(
                            "true",
                            "a.id in (select p.account_id from access.post p join organisation.unit u on u.id = p.unit_id"
                                    + " where u.code_now >= :low and u.code_now < :high"
                                    + " and u.code_now <@ :ranges::int8multirange)",
                            "(starts_with(a.username, :typed) or a.person_id is null and not a.kin and position(:text in a.name) > 0"
                                    + " or a.id in (select s.account_id from organisation.staff s"
                                    + " where starts_with(s.initials, :typed))"
                                    + " or a.id in (select p.account_id from access.post p"
                                    + " join organisation.unit u on u.id = p.unit_id where position(:text in u.name) > 0))",
                            "a.id in (select p.account_id from access.post p where p.role = :role"
                                    + " and p.valid_from <= :today and (p.valid_to is null or p.valid_to > :today))",
                            "a.disabled",
                            "not a.disabled and (a.held or access.is_locked(a.locked_at, a.locked_until, :now))",
                            "not a.disabled and not a.held and not access.is_locked(a.locked_at, a.locked_until, :now)"
                                    + " and a.password_hash is null",
                            "not a.disabled and not a.held and not access.is_locked(a.locked_at, a.locked_until, :now)"
                                    + " and a.password_hash is not null",
                            "(a.username, a.id) > (:afterName, :afterId)")),
            Map.entry(
                    "Trail.SELECT",
                    List.of(
                            "true",
                            "e.unit_code >= :low and e.unit_code < :high",
                            "e.account_id = :account",
                            "e.account_id = any(:accounts::uuid[])",
                            "e.subject = :subject",
                            "e.subject = any(:about::uuid[])",
                            "e.act = :act",
                            "e.done",
                            "not e.done",
                            "e.at >= :from",
                            "e.at < :until",
                            "(e.at, e.id) < (:afterAt, :afterId)")),
            Map.entry(
                    "ContactList.SELECT",
                    pieces(
                            "c",
                            "c.held is null and c.due_on <= :soon",
                            "c.held is null and c.due_on < :today",
                            "c.held is null and c.last_contact_on is null",
                            "c.held is null and (c.last_visit_on is null or c.last_visit_on < :since)",
                            "c.group_name = :group",
                            "c.ground = :ground",
                            "c.held is null and c.attention = 'KEY'",
                            "c.held is not null",
                            "(c.due_on, c.lane, c.person_id) > (:afterDue, :afterLane, :afterPerson)")),
            Map.entry("CandidateList.BY_SCORE", CANDIDATES),
            Map.entry("CandidateList.BY_NAME", CANDIDATES),
            Map.entry(
                    "ScoreList.SELECT",
                    List.of(
                            "true",
                            "(coalesce(-n.score, -1000000), n.name, n.id) > (:afterScore, :afterName, :afterId)")),
            Map.entry("ResultList.SELECT", List.of("true", "(n.name, n.id) > (:afterName, :afterId)")),
            Map.entry(
                    "PostList.SELECT",
                    List.of(
                            "true",
                            "p.published",
                            "(position(:text in p.unit_name) > 0 or position(:text in p.title) > 0"
                                    + " or starts_with(p.code, :typed) or p.paper = :text or p.credit_code = :text)",
                            "p.state = :state",
                            "(length(p.code), p.code, p.id) > (length(:afterCode), :afterCode, :afterId)")),
            Map.entry(
                    "LetterList.SELECT",
                    pieces("l", "(l.code_now / :span % :digits = 0 or l.code_now / :span % :digits >= 600)")),
            Map.entry(
                    "QuotaList.SELECT",
                    List.of(
                            "true",
                            "(position(:text in u.unit) > 0 or u.credit_code = :text)",
                            "u.reported < u.planned",
                            "u.reported > u.planned",
                            "u.refused > 0",
                            "(u.unit, u.id) > (:afterUnit, :afterId)")),
            Map.entry(
                    "ExamPeopleList.SELECT",
                    List.of(
                            "true",
                            "(position(:text in c.name) > 0 or starts_with(c.initials, :typed) or e.ticket::text = :text)",
                            "e.id is not null",
                            "e.id is null and b.candidate_id is null"
                                    + " and not (c.exempt_ground is not null and c.checked_account is not null)",
                            "b.candidate_id is not null",
                            "e.absent",
                            "(c.name, c.id) > (:afterName, :afterId)")),
            Map.entry("CaseList.SELECT", CASES),
            Map.entry("CaseList.COUNTS", CASES),
            Map.entry("AidList.SELECT", AIDS),
            Map.entry("AidList.COUNTS", AIDS),
            Map.entry("AidList.GIVEN", AIDS_GIVEN),
            Map.entry("LineList.SELECT", GREETED),
            Map.entry("LineList.COUNTS", GREETED),
            Map.entry("LineList.GIVEN", GREETED),
            Map.entry("LineList.GIVEN_THEN", GREETED),
            Map.entry("LineList.DUE", GREETED),
            Map.entry("LineList.WAITING", GREETED),
            Map.entry("Listing.FACTS", List.of("c.code_now >= :low and c.code_now < :high", "c.person_id = :person")),
            Map.entry("AidList.TIMES", AIDS),
            Map.entry("NeedList.SELECT", NEEDS),
            Map.entry("NeedList.COUNTS", NEEDS),
            Map.entry("Stations.LIST", STATIONS),
            Map.entry("Stations.NEAREST", STATIONS),
            Map.entry(
                    "StaffList.LIST",
                    List.of(
                            "u.code_now >= :low and u.code_now < :high",
                            "s.valid_to <= :today",
                            "(s.valid_to is null or s.valid_to > :today)",
                            "(position(:text in s.name) > 0 or starts_with(s.initials, :typed)"
                                    + " or a.username = :typed or position(:text in u.name) > 0)",
                            "p.role = :role",
                            "s.employment = :employment",
                            "s.establishment = :establishment",
                            "s.veteran",
                            "u.code_now >= :afterCode and (u.code_now, s.id) > (:afterCode, :afterId)")),
            Map.entry(
                    "UnitList.LIST",
                    List.of(
                            "u.code_now >= :low and u.code_now < :high",
                            "u.closed_on <= :today",
                            "(u.closed_on is null or u.closed_on > :today)",
                            "(position(:text in u.name) > 0 or starts_with(u.initials, :initials))",
                            "u.kind = :kind",
                            "u.level = :level",
                            "u.host = :host",
                            "u.code_now >= :afterCode and (u.code_now, u.id) > (:afterCode, :afterId)")),
            Map.entry(
                    "VisitList.SELECT",
                    pieces(
                            "v",
                            "(v.happened_on, v.id) < (:afterOn, :afterId)",
                            "v.withdrawn",
                            "not v.withdrawn",
                            "(v.code_now / :span % :digits = 0 or v.code_now / :span % :digits >= 600)",
                            "v.recorded_at < :end",
                            "(not v.withdrawn or visit.was(v.id, :end) is not null)",
                            "coalesce((visit.was(v.id, :end) ->> 'happenedOn')::date, v.happened_on) >= :from",
                            "coalesce((visit.was(v.id, :end) ->> 'happenedOn')::date, v.happened_on) <= :to",
                            "coalesce(visit.was(v.id, :end) ->> 'mode', v.mode) = :mode",
                            "coalesce(visit.was(v.id, :end) ->> 'kind', v.kind) = :kind",
                            "coalesce(jsonb_exists(visit.was(v.id, :end) -> 'sent', :sentName), v.sent & :sent > 0)",
                            "visit.met_by(v.id, :end)",
                            "v.happened_on >= :from",
                            "v.happened_on <= :to",
                            "v.mode = :mode",
                            "v.kind = :kind",
                            "v.sent & :sent > 0",
                            "exists (select from visit.attendee a"
                                    + " where a.visit_id = v.id and a.result = 'MET' and not a.withdrawn)",
                            "v.mode = 'HOME'")));

    /** Statements that stand for nothing by themselves, each with its reason. */
    private static final Map<String, String> EXCEPTIONS = Map.ofEntries(
            Map.entry("AccountCheck.ROWS", "each table with an account, by whoever verifies; AccountPrintTest"),
            Map.entry("AccountPrints.READ", "each table with an account; AccountPrintTest"),
            Map.entry("AccountPrints.READ_PAYABLE", "the same; AccountPrintTest"),
            Map.entry("AccountPrints.WRITE", "the same; AccountPrintTest"),
            Map.entry("AnchorCheck.BROKEN", "as GROUPS; LedgerCheckTest"),
            Map.entry("AnchorCheck.BY_MIGRATION", "as GROUPS; AnchoredLaterTest"),
            Map.entry("AnchorCheck.GROUPS", "asked by whoever verifies, with the owner's connection; LedgerCheckTest"),
            Map.entry("AnchorCheck.ROWS", "the same, of any table; LedgerCheckTest"),
            Map.entry("AnchorCheck.TIME_ZONE", "a setting has no plan; LedgerCheckTest"),
            Map.entry("BlindColumn.CLEAR", "a table and a column of any room; ReindexingTest tries them all"),
            Map.entry("BlindColumn.FILL", "the same; ReindexingTest"),
            Map.entry("BlindColumn.FREE", "the same; ReindexingTest"),
            Map.entry("BlindColumn.LEFT", "the same; ReindexingTest"),
            Map.entry("BlindColumn.MOVE", "the same; ReindexingTest"),
            Map.entry("BlindColumn.READ", "the same; ReindexingTest"),
            Map.entry("ContactList.OVERDUE_BELOW", "two different holes: a column and a territory; HomeTest"),
            Map.entry("FactLoad.SUM_UP", "said by the superuser of a bulk load; DemoProvinceTest"),
            Map.entry("HandoverList.SELECT", "each way of looking is one condition; PersonPagesTest"),
            Map.entry("LetterFacts.NEXT", "said by the owner in a migration, who reads all facts; LetterFiguresTest"),
            Map.entry("LineList.PROGRESS", "two different holes: a column and a territory; FestivalStoryTest"),
            Map.entry("Numbered.WALK", "a setting has no plan; TrailCheckTest"),
            Map.entry("PersonList.COLUMNS", "the beginning of every list of persons"),
            Map.entry("ProvinceDigest.ROWS", "two different holes: columns and a table; DemoProvinceTest"),
            Map.entry("ProvinceDigest.SEALED", "two different holes: a column and a table; DemoProvinceTest"),
            Map.entry("Recount.OF_RECORDS", "a room's records inside it; VisitRecountTest asks them all"),
            Map.entry(
                    "VisitRecount.RECORDS",
                    "stands inside Recount.OF_RECORDS, which the job asks; it may read the facts"),
            Map.entry("Roles.GRANT", "said by the owner before there is anything else; RolesTest"),
            Map.entry("Roles.MAKE", "said by the owner before there is anything else; RolesTest"),
            Map.entry("ServicesRecounted.DIFFERS", "a service's own statement inside it; LedgerCheckTest"),
            Map.entry("ServicesRecounted.UNKNOWN", "the same; LedgerCheckTest"),
            Map.entry("ServicesRecounted.BACK", "the same; LedgerCheckTest, GivenBackTest"),
            Map.entry("SealedColumn.READ", "a table, a column and a key of any room; ResealingTest tries them all"),
            Map.entry("SealedColumn.REPLACE", "the same; ResealingTest"),
            Map.entry("Transactions.BECOME_SELF", "a setting has no plan; RouteTest signs in as a veteran"),
            Map.entry("VisitList.FIRST", "SELECT with its number of rows: the pieces are tried there"));

    /** A statement where the text is used: only a constant, so that this test finds it. */
    private static final Pattern SAID_ON_THE_SPOT = Pattern.compile("\\.sql\\(\\s*(\"|\\w+\\s*\\+)");

    private static final String FOREIGN_KEYS = """
            select k.conname as name, own.nspname as own, other.nspname as other
            from pg_constraint k
            join pg_class o on o.oid = k.conrelid
            join pg_namespace own on own.oid = o.relnamespace
            join pg_class f on f.oid = k.confrelid
            join pg_namespace other on other.oid = f.relnamespace
            where k.contype = 'f' and own.oid <> other.oid
            """;

    private static final String SCHEMAS = """
            select nspname from pg_namespace
            where nspname !~ '^pg_' and nspname not in ('information_schema', 'public')
            """;

    @Autowired
    private DataSource app;

    @Autowired
    @Qualifier("job")
    private DataSource job;

    @Autowired
    private JdbcClient jdbc;

    private record ForeignKey(String name, String own, String other) {}

    @Test
    @DisplayName("语法、表名、列名、权限都对：以程序的角色或作业的角色")
    void everyStatementIsUnderstoodAndPermitted() throws Exception {
        var wrong = new TreeSet<String>();
        var excepted = new HashSet<>(EXCEPTIONS.keySet());
        int tried = 0;
        for (var block : SqlBlocks.all()) {
            excepted.remove(block.place());
            if (EXCEPTIONS.containsKey(block.place())) {
                continue;
            }
            if (block.isTemplate() && !PIECES.containsKey(block.place())) {
                wrong.add(block.place() + " is a template: say in this test what its pieces are");
                continue;
            }
            tried++;
            explain(block).ifPresent(wrong::add);
        }
        assertThat(tried).isGreaterThan(100);
        assertThat(wrong).isEmpty();
        assertThat(excepted).as("exceptions that no longer exist").isEmpty();
    }

    @Test
    @DisplayName("模板的每一段条件都列在这里，列出的每一段都还在用")
    void thePiecesOfTemplatesAreThoseOfTheSource() throws IOException {
        var wrong = new TreeSet<String>();
        for (var block : SqlBlocks.all()) {
            var pieces = PIECES.get(block.place());
            if (pieces == null) {
                continue;
            }
            var source = SqlBlocks.source(block.owner());
            pieces.stream()
                    .filter(piece -> !source.contains(piece) && !isOfALevel(piece))
                    .forEach(piece -> wrong.add(block.place() + " no longer says: " + piece));
            var added = Pattern.compile("(?:conditions\\.add|\\.where|\\.narrow|\\.behind)\\(\\s*\"([^\"]+)\"")
                    .matcher(source);
            while (added.find()) {
                if (!pieces.contains(added.group(1))) {
                    wrong.add(block.place() + " may also say: " + added.group(1));
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    @DisplayName("SQL 只写成常量，不当场拼接")
    void statementsAreConstants() throws IOException {
        var wrong = new TreeSet<String>();
        for (var file : SqlBlocks.sources()) {
            if (SAID_ON_THE_SPOT.matcher(Files.readString(file)).find()) {
                wrong.add(file.toString());
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    @DisplayName("哪个房间的 SQL 也不伸手到没说过要靠的房间去")
    void statementsStayInTheRoomsTheyMayLeanOn() throws IOException {
        var schemas = schemas();
        var named = Pattern.compile("\\b(" + String.join("|", schemas) + ")\\.\\w+");
        var wrong = new TreeSet<String>();
        for (var block : SqlBlocks.all()) {
            var allowed = reach(room(block.owner()));
            var found = named.matcher(withoutTexts(block.sql()));
            while (found.find()) {
                if (!allowed.contains(found.group(1))) {
                    wrong.add(block.place() + " reaches " + found.group());
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    @DisplayName("外键也不")
    void foreignKeysStayInTheRoomsTheyMayLeanOn() throws IOException {
        var rooms = SqlBlocks.classes().stream()
                .flatMap(type -> Room.of(type).stream())
                .distinct()
                .collect(Collectors.toMap(Room::id, SqlTest::reach));
        var wrong = jdbc.sql(FOREIGN_KEYS).query(ForeignKey.class).list().stream()
                .filter(key -> !rooms.getOrDefault(key.own(), Set.of()).contains(key.other()))
                .toList();
        assertThat(wrong).isEmpty();
    }

    @Test
    @DisplayName("写错的会被发现：不认识的列、没有的权限")
    void whatIsWrongIsFound() {
        assertThat(explain(block("select nothing_of_the_kind from need.need"))).isPresent();
        assertThat(explain(block("delete from audit.entry where id = :id"))).isPresent();
        assertThat(explain(block("selct 1"))).isPresent();
        assertThat(explain(block("select id from need.need where id = :id"))).isEmpty();
    }

    private static SqlBlocks.Block block(String sql) {
        return new SqlBlocks.Block(SqlTest.class, "SAMPLE", sql, false);
    }

    /** Asks the server for the plan: that parses, looks up every name and checks the role's rights, and does nothing. */
    private Optional<String> explain(SqlBlocks.Block block) {
        var sql = "explain " + filled(block);
        var parsed = NamedParameterUtils.substituteNamedParameters(NamedParameterUtils.parseSqlStatement(sql), null);
        try (Connection connection = (block.job() ? job : app).getConnection();
                var statement = connection.prepareStatement(parsed)) {
            for (int i = 1; i <= statement.getParameterMetaData().getParameterCount(); i++) {
                statement.setNull(i, Types.NULL);
            }
            statement.execute();
            return Optional.empty();
        } catch (SQLException e) {
            return Optional.of(block.place() + ": " + e.getMessage().replace('\n', ' '));
        }
    }

    private static String filled(SqlBlocks.Block block) {
        return block.isTemplate()
                ? block.sql().formatted(String.join("\n and ", PIECES.get(block.place())))
                : block.sql();
    }

    /** The conditions on a list's table, and how a list is narrowed to a territory at each level. */
    private static List<String> pieces(String alias, String... conditions) {
        var pieces = new ArrayList<>(List.of(conditions));
        pieces.add(LevelColumn.condition(alias, Scope.of(List.of(VILLAGE, FAR_VILLAGE)), null));
        for (var level : Level.values()) {
            pieces.add(LevelColumn.condition(alias, Scope.NOTHING, VILLAGE.at(level)));
        }
        return pieces;
    }

    private static boolean isOfALevel(String piece) {
        return piece.contains(":unit") || piece.contains(":low");
    }

    private List<String> schemas() {
        return jdbc.sql(SCHEMAS).query(String.class).list();
    }

    private static String withoutTexts(String sql) {
        return sql.replaceAll("'[^']*'", "''");
    }

    private static Room room(Class<?> type) {
        return Room.of(type).orElseThrow();
    }

    /** The schemas a room may name: its own, those it leans on, and the kernel's. */
    private static Set<String> reach(Room room) {
        var reach = new HashSet<String>();
        reach.add(room.id());
        for (var other : room.leansOn()) {
            reach.add(other.split("::")[0].strip());
        }
        return reach;
    }
}
