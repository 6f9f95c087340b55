package org.rongyi.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.postgresql.PGResultSetMetaData;
import org.rongyi.RongyiTest;
import org.rongyi.demo.TestCounty;
import org.rongyi.insight.figures.FactRecount;
import org.rongyi.insight.figures.FigureKind;
import org.rongyi.platform.access.PersonDoor;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.audit.RecordsAbout;
import org.rongyi.platform.audit.RecordsByPerson;
import org.rongyi.platform.division.DivisionFollower;
import org.rongyi.platform.kernel.DivisionCode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.namedparam.NamedParameterUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@RongyiTest
@DisplayName("新添一张表、一个页面、一项数据，该跟上的都跟上了：没跟上的，这里说出来")
class FollowersTest {

    /**
     * Tables whose rows have an id and are about a person: by a column of their own, by what they hang on, or by rows
     * without an id that hang on them and name him. A row that bears the id of what it hangs on is found with it; the file
     * itself the search finds by the name.
     */
    private static final String PERSONAL = """
            with recursive room as (
                select c.oid, n.nspname || '.' || c.relname as name,
                    exists (select from pg_attribute a
                            where a.attrelid = c.oid and a.attname = 'id' and a.atttypid = 'uuid'::regtype) as has_id,
                    who.attname is not null as named, coalesce(who.attnotnull, false) as always
                from pg_class c
                join pg_namespace n on n.oid = c.relnamespace
                left join pg_attribute who
                    on who.attrelid = c.oid and who.attname = 'person_id' and who.atttypid = 'uuid'::regtype
                where c.relkind in ('r', 'p') and not c.relispartition),
            personal as (
                select r.oid, r.name, r.always from room r where r.named and r.has_id
                union
                select d.oid, d.name, true
                from personal p
                join pg_constraint f on f.contype = 'f' and f.confrelid = p.oid
                join room d on d.oid = f.conrelid
                where p.always and d.has_id and not d.named)
            select a.name
            from (select oid, name from personal
                  union
                  select p.oid, p.name
                  from room r
                  join pg_constraint f on f.contype = 'f' and f.conrelid = r.oid
                  join room p on p.oid = f.confrelid
                  where r.named and r.always and not r.has_id and p.has_id) a
            where a.name <> 'person.person'
                and not exists (select from pg_constraint f
                                join pg_attribute i on i.attrelid = f.conrelid and i.attname = 'id'
                                join personal p on p.oid = f.confrelid
                                where f.contype = 'f' and f.conrelid = a.oid and f.conkey = array[i.attnum])
            order by 1
            """;

    /** Columns that say where a record stands today. */
    private static final String PLACED = """
            select n.nspname || '.' || c.relname as name, a.attname as column_name
            from pg_class c
            join pg_namespace n on n.oid = c.relnamespace
            join pg_attribute a on a.attrelid = c.oid and a.attname like '%\\_now' and a.atttypid = 'int8'::regtype
            where c.relkind in ('r', 'p') and not c.relispartition
            order by 1, 2
            """;

    /** What the running transaction has written to. */
    private static final String WRITTEN = """
            select n.nspname || '.' || c.relname
            from pg_locks l
            join pg_class c on c.oid = l.relation
            join pg_namespace n on n.oid = c.relnamespace
            where l.pid = pg_backend_pid() and l.mode = 'RowExclusiveLock' and l.locktype = 'relation' and c.relkind in ('r', 'p')
            """;

    private static final String TARGET = """
            select f.confrelid::regclass::text
            from pg_constraint f
            join pg_attribute a on a.attrelid = f.conrelid and a.attnum = any (f.conkey)
            where f.contype = 'f' and f.conrelid = (:table)::regclass and a.attname = :column
            """;

    /** Rows that bear the id of a record of another room, which is what an act names: found under that one. */
    private static final Map<String, String> SAME_ID = Map.ofEntries(
            Map.entry("person.correction_request", "approval.case_file"),
            Map.entry("relief.aid", "approval.case_file"),
            Map.entry("relief.emergency", "approval.case_file"));

    /** Rows that no act has for its subject, each with what the act names instead. */
    private static final Map<String, String> NEVER_SUBJECT = Map.ofEntries(
            Map.entry("approval.event", "the case"),
            Map.entry("approval.evidence_hold", "the case"),
            Map.entry("approval.stop", "the case"),
            Map.entry("approval.task", "the case"),
            Map.entry("campaign.appeal", "the refusal it is against"),
            Map.entry("campaign.correction", "the campaign: the group corrects everybody at once"),
            Map.entry("campaign.exam_bar", "who takes part"),
            Map.entry(
                    "campaign.exam_mark",
                    "the campaign: whose paper it is, nobody knows before the marks are revealed"),
            Map.entry(
                    "campaign.exam_paper",
                    "the campaign: whose paper it is, nobody knows before the marks are revealed"),
            Map.entry("campaign.mutual_application", "who takes part"),
            Map.entry("campaign.mutual_paper", "the post"),
            Map.entry("campaign.objection_named", "the objection"),
            Map.entry("campaign.placed", "the run"),
            Map.entry("consent.reply", "the person"),
            Map.entry("documents.attachment", "what it was handed in with"),
            Map.entry("documents.draft_file", "nothing yet: a form is being filled in"),
            Map.entry("fund.late_repayment", "the recovery"),
            Map.entry("fund.overpaid_over", "the payment"),
            Map.entry("fund.payee_change", "the grant"),
            Map.entry("fund.repayment", "the recovery"),
            Map.entry("fund.settlement", "the payment"),
            Map.entry("kin.mandate", "the person"),
            Map.entry("notice.message", "what it tells of"),
            Map.entry("reception.ending", "the reception"),
            Map.entry("reception.score_entry", "the reception"),
            Map.entry("reception.score_objection", "the reception"),
            Map.entry("reception.score_page", "the reception"),
            Map.entry("reception.score_reopening", "the reception"));

    /** Acts that open such a row, and write beside it whose page was read. */
    private static final Set<String> WRITE_THE_READING = Set.of("OpenAttachment");

    /** Rows whose place the database moves with the row they hang on. */
    private static final Map<String, String> MOVED_BY_KEY =
            Map.of("organisation.staff", "the foreign key to its unit, on update cascade");

    /** Rows that an auditor may not look up, each with why. */
    private static final Map<String, String> HIDDEN = Map.of(
            "notice.outbox",
            "the administrator of the province alone sees what was not delivered, without the name of whom it is for");

    /** Path variables of pages for posts that name nobody's record, or whose page writes it itself. */
    private static final Map<String, String> NOBODYS = Map.ofEntries(
            Map.entry("account", "of veterans it shows the user name and the state, no name: OversightPagesTest"),
            Map.entry("attachment", "AttachmentController writes it, with the name of the paper"),
            Map.entry("bankLine", "the words of the bank"),
            Map.entry("batch", "a list: of payments, of rows to be taken in"),
            Map.entry("campaign", "a list"),
            Map.entry("change", "of a parameter"),
            Map.entry("client", "another system"),
            Map.entry("code", "a division"),
            Map.entry("day", "the head of the trail"),
            Map.entry("disclosure", "made public"),
            Map.entry("entry", "of the trail: the auditor opens no file"),
            Map.entry("festival", "a list"),
            Map.entry("fund", "money of nobody yet"),
            Map.entry("gift", "of a donor, not of a veteran"),
            Map.entry("issued", "IssuedController writes it, with the number of the document"),
            Map.entry("key", "a parameter or a list of a document"),
            Map.entry("kind", "an empty sheet to fill in"),
            Map.entry("lot", "money of nobody yet"),
            Map.entry("mandate", "the person it is of stands before it in the path"),
            Map.entry("member", "of the staff"),
            Map.entry("notice", "made public"),
            Map.entry("number", "of a paper or of a campaign: shown to anybody who has it, with the name masked"),
            Map.entry("objection", "by whoever objects to a notice, about the notice"),
            Map.entry("plan", "of raising money"),
            Map.entry("position", "a photo of a visit, which stands before it in the path"),
            Map.entry("post", "a vacancy"),
            Map.entry("purpose", "of money of nobody yet"),
            Map.entry("removal", "what was taken out of a record, and not a word of it"),
            Map.entry("result", "a list: what the bank answered"),
            Map.entry("sample", "a list without names"),
            Map.entry("statement", "an empty form"),
            Map.entry("station", "an office"),
            Map.entry("task", "TaskDesk writes it, with the number of the case"),
            Map.entry("token", "of whoever sets his password"),
            Map.entry("unit", "an office"),
            Map.entry("version", "of a key"),
            Map.entry("words", "of whoever typed them; what they say nobody has taken in yet"),
            Map.entry("voucher", "an entry says the number of the case, no name"));

    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

    private static final DivisionCode NOWHERE = new DivisionCode(441999999998L);
    private static final DivisionCode NOWHERE_ELSE = new DivisionCode(441999999997L);

    @Autowired
    private ApplicationContext program;

    @Autowired
    private List<RecordsAbout> records;

    @Autowired
    private List<PersonDoor> doors;

    @Autowired
    private List<DivisionFollower> followers;

    @Autowired
    private List<FigureKind> kinds;

    @Autowired
    private List<FactRecount> recounts;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mapping;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private DataSource app;

    @Autowired
    private Transactions transactions;

    @Autowired
    @Qualifier("job")
    private JdbcClient everything;

    @Autowired
    @Qualifier("job")
    private PlatformTransactionManager jobTransactions;

    @Test
    @DisplayName("办的事落在哪张表的某人的记录上，按他的姓名查留痕就查得到；不用查的，写明为什么")
    void everyRecordOfAPersonIsFoundInTheTrail() {
        assertThat(unfound(records)).isEmpty();
        var personal = new HashSet<>(personal());
        assertThat(Stream.of(SAME_ID, NEVER_SUBJECT, HIDDEN).flatMap(some -> some.keySet().stream()))
                .as("exceptions that are none any more")
                .allMatch(personal::contains)
                .noneMatch(found(records)::contains);
    }

    @Test
    @DisplayName("按人查他的记录，走索引，不把整张表看一遍")
    void recordsOfAPersonAreFoundByAnIndex() {
        var wrong = new TreeSet<String>();
        transactions.read(TestCounty.office(program, "shenji"), () -> {
            jdbc.sql("set local enable_seqscan = off").update();
            for (var one : records) {
                // a plan of empty tables may read the newest first instead: without an order there is nothing to gain
                // by it
                var unordered = ((RecordsByPerson) one).sql().replaceFirst("(?s)order by.*", "");
                var plan = jdbc.sql("explain " + unordered)
                        .param("persons", new String[] {UUID.randomUUID().toString()})
                        .query(String.class)
                        .list();
                if (plan.stream().anyMatch(line -> line.contains("Seq Scan"))
                        || plan.stream()
                                .noneMatch(line -> line.contains("Index Cond") && line.contains("person_id = ANY"))) {
                    wrong.add(unordered + String.join("\n", plan));
                }
            }
            return wrong;
        });
        assertThat(wrong).isEmpty();
    }

    @Test
    @DisplayName("写明不用查的，留痕里真的没有一件办的是它")
    void whatIsExceptedIsNobodysSubject() {
        TestCounty.ensure(program);
        var wrong = new TreeSet<String>();
        for (var table : NEVER_SUBJECT.keySet()) {
            everything
                    .sql("select distinct e.act from audit.trail e join " + table + " t on t.id = e.subject limit 3")
                    .query(String.class)
                    .list()
                    .stream()
                    .filter(act -> !WRITE_THE_READING.contains(act))
                    .forEach(act -> wrong.add(table + " is the subject of " + act));
        }
        SAME_ID.forEach((table, other) -> {
            if (everything
                    .sql("select exists (select from " + table + " t where t.id not in (select o.id from " + other
                            + " o))")
                    .query(Boolean.class)
                    .single()) {
                wrong.add(table + " has ids of its own");
            }
        });
        assertThat(wrong).isEmpty();
    }

    @Test
    @DisplayName("单位打开谁的页面，谁都看得到：每个路径变量有 PersonDoor，或写明为什么没有")
    void everyPageOfAPersonIsSeenByHim() {
        assertThat(unseen(doors)).isEmpty();
        var named = doors.stream().map(PersonDoor::variable).collect(Collectors.toSet());
        assertThat(named).as("doors that open no page").allMatch(variables().keySet()::contains);
        assertThat(NOBODYS.keySet())
                .as("exceptions that are none any more")
                .allMatch(variables().keySet()::contains)
                .noneMatch(named::contains);
    }

    @Test
    @DisplayName("不在路径里、写在问号后面的记录：只有人员，打开了照样记")
    void aRecordBehindTheQuestionMarkIsThePersons() {
        var asked = new TreeSet<String>();
        pages((path, method) -> {
            for (var parameter : method.getMethod().getParameters()) {
                var param = parameter.getAnnotation(RequestParam.class);
                if (param != null && param.required() && parameter.getType() == UUID.class) {
                    asked.add(param.name().isEmpty() ? parameter.getName() : param.name());
                }
            }
        });
        assertThat(asked).containsExactly("person");
    }

    @Test
    @DisplayName("区划代码变了，有现行代码的每张表、每一列都跟着走")
    void everyPlacedRecordFollows() throws IOException {
        assertThat(left(followers)).isEmpty();
        var source = new StringBuilder();
        for (var follower : followers) {
            source.append(SqlBlocks.source(follower.getClass()));
        }
        var silent = new TreeSet<String>();
        for (var column : placed()) {
            var said = Pattern.compile(
                    "update\\s+" + Pattern.quote(column.name()) + "\\b[^;\"]*\\b" + column.columnName() + "\\s*=");
            if (!column.columnName().equals("code_now") && !said.matcher(source).find()) {
                silent.add(column.name() + "." + column.columnName());
            }
        }
        assertThat(silent).isEmpty();
    }

    @Test
    @DisplayName("每一项数据，夜里都照记录再数一遍")
    void everyFigureIsCountedAgain() {
        assertThat(uncounted(recounts)).isEmpty();
    }

    @Test
    @DisplayName("少了一样，会被发现")
    void whatIsMissingIsFound() {
        assertThat(unfound(records.stream()
                        .filter(one -> !tables(one).contains("need.need"))
                        .toList()))
                .contains("need.need");
        assertThat(unseen(doors.stream()
                        .filter(door -> !door.variable().equals("visit"))
                        .toList()))
                .anyMatch(line -> line.startsWith("visit "));
        assertThat(left(followers.stream()
                        .filter(one -> !one.getClass().getSimpleName().equals("NeedRecode"))
                        .toList()))
                .containsExactly("need.need");
        assertThat(uncounted(List.of())).hasSameSizeAs(kinds);
    }

    private Set<String> unfound(Collection<RecordsAbout> some) {
        var left = new TreeSet<>(personal());
        left.removeAll(found(some));
        left.removeAll(SAME_ID.keySet());
        left.removeAll(NEVER_SUBJECT.keySet());
        left.removeAll(HIDDEN.keySet());
        return left;
    }

    private List<String> personal() {
        return jdbc.sql(PERSONAL).query(String.class).list();
    }

    private Set<String> found(Collection<RecordsAbout> some) {
        return some.stream().flatMap(one -> tables(one).stream()).collect(Collectors.toSet());
    }

    /** Whose ids a statement answers, as the server tells of its column. */
    private Set<String> tables(RecordsAbout records) {
        var sql = NamedParameterUtils.substituteNamedParameters(
                NamedParameterUtils.parseSqlStatement(((RecordsByPerson) records).sql()), null);
        try (var connection = app.getConnection();
                var statement = connection.prepareStatement(sql)) {
            var answer = statement.getMetaData().unwrap(PGResultSetMetaData.class);
            var table = answer.getBaseSchemaName(1) + "." + answer.getBaseTableName(1);
            var column = answer.getBaseColumnName(1);
            return column.equals("id")
                    ? Set.of(table)
                    : Set.copyOf(jdbc.sql(TARGET)
                            .param("table", table)
                            .param("column", column)
                            .query(String.class)
                            .list());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Set<String> unseen(Collection<PersonDoor> some) {
        var left = variables();
        some.forEach(door -> left.remove(door.variable()));
        left.keySet().removeAll(NOBODYS.keySet());
        return left.entrySet().stream()
                .map(one -> one.getKey() + " of " + one.getValue())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The variables of all pages that posts may open, each with one of its paths. */
    private Map<String, String> variables() {
        var found = new TreeMap<String, String>();
        pages((path, method) -> {
            var variable = VARIABLE.matcher(path);
            while (variable.find()) {
                found.putIfAbsent(variable.group(1), path);
            }
        });
        return found;
    }

    /** Not one's own pages, and not the doors for other systems. */
    private void pages(BiConsumer<String, HandlerMethod> each) {
        mapping.getHandlerMethods().forEach((route, method) -> {
            boolean ours = method.getBeanType().getPackageName().startsWith("org.rongyi");
            if (ours && route.getMethodsCondition().getMethods().contains(RequestMethod.GET)) {
                route.getPatternValues().stream()
                        .filter(path -> !path.startsWith("/me/") && !path.startsWith("/api/"))
                        .forEach(path -> each.accept(path, method));
            }
        });
    }

    private record Placed(String name, String columnName) {}

    private List<Placed> placed() {
        return jdbc.sql(PLACED).query(Placed.class).list();
    }

    /** Tables that nobody writes to when a code goes over into another. */
    private Set<String> left(Collection<DivisionFollower> some) {
        var left = placed().stream().map(Placed::name).collect(Collectors.toCollection(TreeSet::new));
        new TransactionTemplate(jobTransactions).executeWithoutResult(status -> {
            some.forEach(one -> one.recoded(NOWHERE, NOWHERE_ELSE, LocalDate.of(2026, 1, 1)));
            left.removeAll(everything.sql(WRITTEN).query(String.class).list());
            status.setRollbackOnly();
        });
        left.removeAll(MOVED_BY_KEY.keySet());
        return left;
    }

    private Set<String> uncounted(Collection<FactRecount> some) {
        var counted = some.stream().flatMap(one -> one.kinds().stream()).collect(Collectors.toSet());
        return kinds.stream()
                .filter(kind -> !counted.contains(kind))
                .map(FigureKind::code)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
