package org.rongyi.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.Browser;
import org.rongyi.RongyiTest;
import org.rongyi.care.need.Needs;
import org.rongyi.care.relief.AskAid;
import org.rongyi.care.relief.HardshipCases;
import org.rongyi.care.relief.emergency.AskEmergency;
import org.rongyi.care.relief.emergency.EmergencyCases;
import org.rongyi.care.visit.RecordVisit;
import org.rongyi.care.visit.Result;
import org.rongyi.care.visit.Sent;
import org.rongyi.care.visit.VisitContent;
import org.rongyi.demo.TestCounty;
import org.rongyi.people.person.AskCorrection;
import org.rongyi.people.person.CorrectionRequest;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.approval.apply.Applied;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Permission;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@RongyiTest
@DisplayName("每一个入口 × 每一位人物：谁能进，能看谁的数据")
class RouteTest {

    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

    /** Using these ends the very session that is looking around. */
    private static final Set<String> ENDS_SESSION =
            Set.of("/sign-out", "/account/sessions/{session}/end", "/account/sessions/end-others");

    /** The samples have no photo, no attachment and no import: their own tests ask for these as the neighbour. */
    private static final Set<String> TESTED_APART = Set.of(
            "/attachments/{attachment}",
            "/attachments/{attachment}/preview",
            "/visits/{visit}/photos/{position}",
            "/visits/{visit}/photos/{position}/thumbnail",
            "/visits/{visit}/photos/{position}/removal",
            "/imports/{batch}",
            "/imports/{batch}/errors.xlsx");

    /** Open only while a 补正 is asked for, and it is not of the samples. */
    private static final Set<String> WHEN_ASKED =
            Set.of("/cases/{file}/correction", "/cases/{aid}/aid", "/cases/{emergency}/emergency");

    private static final String STATION = "select id::text from organisation.unit where code_now = :code and level = 5";

    private static final String STAFF = """
            select s.id::text
            from organisation.staff s
            join organisation.unit u on u.id = s.unit_id
            where u.code_now = :code
            order by s.id
            limit 1
            """;

    private static final String ACCOUNT = """
            select s.account_id::text
            from organisation.staff s
            join organisation.unit u on u.id = s.unit_id
            where u.code_now = :code
            order by s.id
            limit 1
            """;

    private static final String ENTRY = """
            select id::text from audit.trail where unit_code = :code order by id limit 1
            """;

    private static final String HANDOVER = """
            select id::text from person.handover where :code in (from_code, to_code) order by id limit 1
            """;

    private static final String CASE =
            "select id::text from approval.case_file where code_now = :code and service = 'CORRECTION' order by id limit 1";

    private static final String AID = "select id::text from relief.aid where code_now = :code order by id limit 1";

    private static final String EMERGENCY =
            "select id::text from relief.emergency where code_now = :code order by id limit 1";

    private static final String SOLDIER = """
            select c.person_id::text
            from visit.contact c
            join person.person p on p.id = c.person_id
            where c.code_now = :code and c.active and 'DISCHARGED_SOLDIER' = any(p.categories)
            order by 1 desc
            limit 1
            """;

    private static final String TASK = "select id::text from approval.task where code_now = :code order by id limit 1";

    @Autowired
    private ApplicationContext program;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mapping;

    @Autowired
    private Transactions transactions;

    @Autowired
    private Gate gate;

    @Autowired
    @Qualifier("job")
    private JdbcClient everything;

    @LocalServerPort
    private int port;

    private Map<String, Personas.Entry> personas = Map.of();
    private Map<String, Sample> samples = Map.of();

    /** A record of the first village and one of the second; none where the record is public or nobody's. */
    private record Sample(String first, String second) {}

    /** One door: path, verb, rule. */
    private record Route(RequestMethod verb, String path, Allow allow) {

        boolean isRead() {
            return verb == RequestMethod.GET;
        }
    }

    @BeforeEach
    void county() {
        personas = TestCounty.ensure(program);
        samples = samples();
    }

    @Test
    @DisplayName("没有声明谁可以进入的入口，一个也不能有")
    void everyRouteSaysWhoMayComeIn() {
        var silent = new TreeSet<String>();
        for (var method : mapping.getHandlerMethods().entrySet()) {
            if (isOurs(method.getValue()) && !method.getValue().hasMethodAnnotation(Allow.class)) {
                silent.add(method.getKey() + " " + method.getValue());
            }
        }
        assertThat(silent).isEmpty();
    }

    @Test
    @DisplayName("每个路径变量都有本村和邻村的样本，新变量没有样本即失败")
    void everyPathVariableHasSamples() {
        var unknown = new TreeSet<String>();
        for (var route : routes()) {
            var found = VARIABLE.matcher(route.path());
            while (found.find()) {
                if (!samples.containsKey(found.group(1))) {
                    unknown.add(route.path());
                }
            }
        }
        assertThat(unknown).isEmpty();
    }

    @Test
    @DisplayName("公众：公开的能看，其余去登录或被拒")
    void visitorsSeeWhatIsPublic() {
        var wrong = new ArrayList<String>();
        for (var route : routes()) {
            var path = fill(route.path(), false);
            var browser = new Browser(port);
            int status = (route.isRead() ? browser.get(path) : browser.post(path, Map.of())).statusCode();
            boolean open = Permission.permits(route.allow(), new Actor.Visitor());
            int shut = route.path().startsWith("/api/") ? 401 : route.isRead() ? 302 : 403;
            boolean asExpected = open ? status != 403 && status < 500 : status == shut;
            if (!asExpected) {
                wrong.add(route.verb() + " " + path + " open=" + open + " answered " + status);
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    @DisplayName("每位人物：岗位不许的一律 403，许可的从不 403 也从不出错")
    void everyPersonaOnEveryRoute() {
        var wrong = new ArrayList<String>();
        for (var persona : personas.values()) {
            var browser = Browser.signedIn(port, persona);
            var actor = actorOf(persona);
            for (var route : routes()) {
                if (ENDS_SESSION.contains(route.path())) {
                    continue;
                }
                var path = fill(route.path(), false);
                int status = (route.isRead() ? browser.get(path) : browser.post(path, Map.of())).statusCode();
                boolean permitted = Permission.permits(route.allow(), actor);
                if (permitted ? status == 403 || status >= 500 : status != 403) {
                    wrong.add(persona.username() + " " + route.verb() + " " + path + " permitted=" + permitted
                            + " answered " + status);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    @DisplayName("邻村的记录，用编号直接访问也是“没有找到”")
    void recordsOfTheNextVillageAreNotFound() {
        var clerk = personas.get("cun");
        var browser = Browser.signedIn(port, clerk);
        var actor = actorOf(clerk);
        var wrong = new ArrayList<String>();
        int looked = 0;
        for (var route : routes()) {
            boolean personal = VARIABLE.matcher(route.path())
                    .results()
                    .anyMatch(variable -> !samples.get(variable.group(1))
                            .first()
                            .equals(samples.get(variable.group(1)).second()));
            if (TESTED_APART.contains(route.path())) {
                continue;
            }
            if (!personal || !Permission.permits(route.allow(), actor) || !route.isRead()) {
                continue;
            }
            looked++;
            int own = browser.get(fill(route.path(), false)).statusCode();
            int other = browser.get(fill(route.path(), true)).statusCode();
            if (own != (WHEN_ASKED.contains(route.path()) ? 409 : 200) || other != 404) {
                wrong.add(route.path() + " own=" + own + " other=" + other);
            }
        }
        assertThat(looked).isPositive();
        assertThat(wrong).isEmpty();
    }

    @Test
    @DisplayName("没有令牌的提交一律拒绝")
    void formsWithoutTheTokenAreRefused() {
        var browser = Browser.signedIn(port, personas.get("cun"));
        for (var route : routes()) {
            if (!route.isRead()) {
                assertThat(browser.postAsIs(fill(route.path(), false), Map.of()).statusCode())
                        .as(route.path())
                        .isEqualTo(403);
            }
        }
    }

    private List<Route> routes() {
        var routes = new ArrayList<Route>();
        for (var entry : mapping.getHandlerMethods().entrySet()) {
            var allow = entry.getValue().getMethodAnnotation(Allow.class);
            if (!isOurs(entry.getValue()) || allow == null) {
                continue;
            }
            for (var path : entry.getKey().getPatternValues()) {
                for (var verb : entry.getKey().getMethodsCondition().getMethods()) {
                    routes.add(new Route(verb, path, allow));
                }
            }
        }
        assertThat(routes).hasSizeGreaterThan(30);
        return routes;
    }

    private static boolean isOurs(HandlerMethod method) {
        return method.getBeanType().getName().startsWith("org.rongyi.");
    }

    private String fill(String path, boolean second) {
        return VARIABLE.matcher(path).replaceAll(variable -> {
            var sample = samples.get(variable.group(1));
            return second ? sample.second() : sample.first();
        });
    }

    /** What the program itself takes this persona for. */
    private Actor actorOf(Personas.Entry persona) {
        var account = everyAccount(persona.username());
        var signIn = program.getBean(SignIn.class);
        var token = transactions.write(
                new Actor.Visitor(), () -> signIn.open(account, new SignIn.Browser("127.0.0.1", "test")));
        return gate.recognise(token).orElseThrow().actor();
    }

    private UUID everyAccount(String username) {
        return transactions.read(
                new Actor.Visitor(),
                () -> program.getBean(Accounts.class)
                        .find(username)
                        .orElseThrow()
                        .id());
    }

    private Map<String, Sample> samples() {
        long first = Long.parseLong(personas.get("cun").unit());
        long second = Long.parseLong(personas.get("cun2").unit());
        var found = new HashMap<String, Sample>();
        found.put(
                "visit",
                records("select id::text from visit.visit where code_now = :code order by id limit 1", first, second));
        found.put(
                "person",
                records(
                        "select person_id::text from person.place where code_now = :code order by 1 limit 1",
                        first,
                        second));
        found.put("need", needs(first, second));
        found.put("handover", records(HANDOVER, first, second));
        file("cun", first);
        file("cun2", second);
        found.put("file", records(CASE, first, second));
        aid("cun", first);
        aid("cun2", second);
        found.put("aid", records(AID, first, second));
        emergency("cun", first);
        emergency("cun2", second);
        found.put("emergency", records(EMERGENCY, first, second));
        found.put("task", records(TASK, first, second));
        found.put("code", new Sample(Long.toString(first), Long.toString(first)));
        found.put("unit", records(STATION, first, second));
        found.put("station", new Sample(record(STATION, first), record(STATION, first)));
        found.put("member", records(STAFF, first, second));
        found.put("account", records(ACCOUNT, first, second));
        found.put("entry", records(ENTRY, first, second));
        var day = LocalDate.now(program.getBean(Clock.class)).toString();
        found.put("day", new Sample(day, day)); // heads are the province's auditor's, of the whole trail
        found.put("position", new Sample("1", "1"));
        var noClient = UUID.randomUUID().toString();
        found.put("client", new Sample(noClient, noClient)); // the province's administrators': ClientDoorTest
        found.put("key", new Sample("visit.first.days", "visit.first.days"));
        found.put("version", new Sample("1", "1"));
        // records of no place, which are nobody's in both villages; tests of their own open them
        var none = UUID.randomUUID().toString();
        found.put("bar", new Sample(none, none)); // the reviewers' of its county: HardshipCaseTest
        found.put("change", new Sample(none, none)); // the province's: ChangePagesTest
        found.put("message", new Sample(none, none)); // its owner's alone: NoticesTest
        found.put("batch", new Sample(none, none)); // its unit's: PersonImportTest looks at it from next door
        found.put("recovery", new Sample(none, none)); // of what was paid: RecoveryTest
        found.put("notice", new Sample(none, none)); // anybody's while it hangs: ObjectionTest
        found.put("attachment", new Sample(none, none)); // of any record: AttachmentsTest opens one
        found.put("issued", new Sample(none, none)); // the same: IssuedDocumentsTest
        found.put("fund", new Sample(none, none)); // a bureau's, never a village's: FundPagesTest
        found.put("gift", new Sample(none, none)); // the same
        found.put("closing", new Sample(none, none)); // the same: YearEndTest
        found.put("bankLine", new Sample(none, none)); // the same: ReconciliationTest
        for (var given : List.of("lot", "purpose", "plan", "disclosure", "sample", "check")) {
            found.put(given, new Sample(none, none)); // of a bureau that keeps gifts: PurposeTest, RaisingPagesTest
        }
        found.put("voucher", new Sample(none, none)); // the same
        for (var paying : List.of("grant", "payment", "settlement", "result")) {
            found.put(paying, new Sample(none, none)); // of a bureau that pays: PaymentDutiesTest, PaymentSceneTest
        }
        var greeting = everything
                .sql("select id::text from festival.campaign order by day desc, id limit 1")
                .query(String.class)
                .optional()
                .orElse(none);
        found.put("festival", new Sample(greeting, greeting)); // every place below its bureau may know of it
        found.put("line", new Sample(none, none)); // FestivalStoryTest looks at it from next door
        found.put("statement", new Sample("verification", "verification"));
        found.put("number", new Sample("0-BJ-2026-1", "0-BJ-2026-1")); // anybody's, who has the code
        found.put("kind", new Sample("persons", "persons"));
        found.put("token", new Sample("no-such-token", "no-such-token"));
        found.put(
                "session",
                new Sample(UUID.randomUUID().toString(), UUID.randomUUID().toString()));
        found.put("delegation", new Sample(none, none)); // DelegationTest looks at it from beside
        found.put("mandate", new Sample(none, none)); // the same: MandateTest
        return found;
    }

    /** A need asked for in both villages, through the act that opens needs. */
    private Sample needs(long first, long second) {
        ask("cun", first);
        ask("cun2", second);
        return records("select id::text from need.need where code_now = :code order by id limit 1", first, second);
    }

    /** Somebody of the village has one thing put right, through the act that opens cases. */
    private void file(String clerk, long village) {
        var actor = TestCounty.office(program, clerk);
        var person = UUID.fromString(record(
                "select person_id::text from visit.contact where code_now = :code and active order by 1 limit 1",
                village));
        var request = new CorrectionRequest(null, null, "13800138000", null, null, null, "换了号码");
        var command = new AskCorrection.Command(CommandId.fresh(actor), person, request, "本人到站口述");
        assertThat(program.getBean(Acts.class).perform(actor, program.getBean(AskCorrection.class), command))
                .isInstanceOfAny(Applied.Asked.class, Applied.AlreadyOpen.class);
    }

    /** Somebody of the village asks for hardship aid. */
    private void aid(String clerk, long village) {
        var actor = TestCounty.office(program, clerk);
        var person = UUID.fromString(record(SOLDIER, village));
        var today = LocalDate.now(program.getBean(Clock.class));
        var command =
                new AskAid.Command(CommandId.fresh(actor), person, HardshipCases.request(today), "行动不便", null, null);
        assertThat(program.getBean(Acts.class).perform(actor, program.getBean(AskAid.class), command))
                .isInstanceOfAny(Applied.Asked.class, Applied.AlreadyOpen.class);
    }

    /** Somebody of the village asks for emergency aid. */
    private void emergency(String clerk, long village) {
        var actor = TestCounty.office(program, clerk);
        var person = UUID.fromString(record(SOLDIER, village));
        var today = LocalDate.now(program.getBean(Clock.class));
        var command = new AskEmergency.Command(
                CommandId.fresh(actor), person, EmergencyCases.request(today), "行动不便", null, null, null);
        assertThat(program.getBean(Acts.class).perform(actor, program.getBean(AskEmergency.class), command))
                .isInstanceOfAny(Applied.Asked.class, Applied.AlreadyOpen.class);
    }

    private void ask(String clerk, long village) {
        var actor = TestCounty.office(program, clerk);
        var person = UUID.fromString(record(
                "select person_id::text from visit.contact where code_now = :code and active order by 1 limit 1",
                village));
        var content = new VisitContent(
                Map.of(person, Result.MET),
                LocalDate.now(program.getBean(Clock.class)),
                "REGULAR",
                "STATION",
                Set.of(Sent.JOB),
                "",
                "",
                List.of(new Needs.Asked("JOB", "想在本市找一份工作")));
        var outcome = program.getBean(Acts.class)
                .perform(
                        actor,
                        program.getBean(RecordVisit.class),
                        new RecordVisit.Command(CommandId.fresh(actor), content, List.of(), false, true));
        assertThat(outcome).isInstanceOf(RecordVisit.Outcome.Recorded.class);
    }

    private Sample records(String sql, long first, long second) {
        return new Sample(record(sql, first), record(sql, second));
    }

    private String record(String sql, long code) {
        return everything
                .sql(sql)
                .param("code", code)
                .query(String.class)
                .optional()
                .orElseGet(() -> UUID.randomUUID().toString());
    }
}
