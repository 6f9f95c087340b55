package org.rongyi.journey.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.rongyi.care.need.Needs;
import org.rongyi.care.visit.RecordVisit;
import org.rongyi.care.visit.Result;
import org.rongyi.care.visit.Sent;
import org.rongyi.care.visit.VisitContent;
import org.rongyi.career.campaign.Gathering;
import org.rongyi.career.campaign.group.Attendance;
import org.rongyi.career.reception.Handed;
import org.rongyi.demo.TestCounty;
import org.rongyi.people.kin.GiveMandate;
import org.rongyi.people.kin.OpenForFamily;
import org.rongyi.people.kin.Relation;
import org.rongyi.people.person.Files;
import org.rongyi.people.person.OpenAtCounter;
import org.rongyi.platform.access.Accounts;
import org.rongyi.platform.access.Personas;
import org.rongyi.platform.access.RouteSamples;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Assurance;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Role;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** Everybody who fills in forms, whoever is his like elsewhere, and records on both sides for them to fill in forms about. */
final class World {

    private static final List<String> PERSONAS = List.of(
            "cun",
            "zhen",
            "xian",
            "juzhang",
            "chuna",
            "shi",
            "shiling",
            "sheng",
            "shengling",
            "shenji",
            "admin",
            "anquan",
            "laobing");

    private static final Set<String> BUREAU = Set.of("xian", "juzhang", "chuna");

    private static final List<String> KIN_SERVICES = List.of("CORRECTION");

    /** Of the next county. */
    private static final DivisionCode NEXT = new DivisionCode(441223000000L);

    private final ApplicationContext program;
    private final MockMvc web;
    private final Map<String, Personas.Entry> personas;
    private final Map<String, Surfer> surfers = new LinkedHashMap<>();
    private final Map<String, Surfer> alike = new LinkedHashMap<>();
    private final List<Surfer> helpers = new ArrayList<>();
    private final Map<String, List<String>> rare;
    private final List<UUID> campaigns = new ArrayList<>();
    private final Map<String, Actor.Office> colleagues = new HashMap<>();
    private final Map<String, String> usernames = new LinkedHashMap<>();

    World(ApplicationContext program, MockMvc web) {
        this.program = program;
        this.web = web;
        this.personas = TestCounty.ensure(program);
        new RouteSamples(program, program.getBean("jobJdbc", JdbcClient.class), personas).all();
        var veteran = new Files(program).register(TestCounty.office(program, "cun"), "梁本人", Files.number(), null);
        var himself = TestCounty.himself(
                program,
                veteran,
                "梁本人",
                new DivisionCode(Long.parseLong(personas.get("cun").unit())));
        identified(himself);
        campaigns(veteran);
        handed();
        for (var name : PERSONAS) {
            put(surfers, name, personas.get(name));
        }
        put(surfers, "veteran", himself);
        put(surfers, "kin", kin(himself, veteran));
        put(surfers, "unit", TestCounty.ofAUnit(program));
        surfers.put("public", Surfer.visitor(web));
        usernames.putAll(Map.of("laobing", "laobing", "veteran", himself.username()));
        helper("xian", Role.OFFICER);
        helper("juzhang", Role.LEADER);
        helper("zhen", Role.LEADER);
        var neighbour = Surfer.signedIn(web, "cun2", personas.get("cun2"));
        helpers.add(neighbour);
        var village = new DivisionCode(village());
        var clerk = TestCounty.elsewhere(program, village, Role.CLERK);
        var person = new Files(program).register(clerk, "梁别处", Files.number(), null);
        visit(clerk, person);
        alike("cun", village, Role.CLERK);
        alike("zhen", new DivisionCode(441284101000L), Role.LEADER);
        alike("xian", NEXT, Role.OFFICER);
        alike("chuna", NEXT, Role.OFFICER);
        alike("juzhang", NEXT, Role.LEADER);
        alike("shi", new DivisionCode(440600000000L), Role.OFFICER);
        alike("shiling", new DivisionCode(440600000000L), Role.LEADER);
        var other = TestCounty.himself(program, person, "梁别处", village);
        identified(other);
        put(alike, "laobing", other);
        put(alike, "veteran", other);
        put(alike, "kin", kin(other, person));
        put(alike, "unit", TestCounty.ofAUnit(program));
        rare = new Rare(program).pages(account(alike.get("xian").username()));
    }

    /** Where somebody's walk begins besides his menu: rare records, and the campaigns on which most is still to be done. */
    List<String> rare(String name) {
        var pages = new ArrayList<>(rare.getOrDefault(name, List.of()));
        if (BUREAU.contains(name)) {
            campaigns.forEach(campaign -> pages.add("/campaigns/" + campaign));
        }
        return pages;
    }

    /** His identity card was looked at: services ask for that. */
    private void identified(Personas.Entry himself) {
        program.getBean(Transactions.class).write(new Actor.Visitor(), () -> {
            program.getBean(Accounts.class).identified(account(himself.username()), Assurance.COUNTER);
            return true;
        });
    }

    Map<String, Surfer> surfers() {
        return surfers;
    }

    /** Colleagues: what one has begun another answers. */
    List<Surfer> helpers() {
        return helpers;
    }

    private void helper(String beside, Role role) {
        var name = beside + "’s colleague";
        var persona = TestCounty.besidesSignedIn(program, TestCounty.office(program, beside), role);
        var surfer = Surfer.signedIn(web, name, persona);
        helpers.add(surfer);
        colleagues.put(name, TestCounty.office(program, beside));
    }

    /** In the same post somewhere else; none for who has the whole province. */
    Map<String, Surfer> alike() {
        return alike;
    }

    Clerkly clerk() {
        var first = personas.get("cun");
        return new Clerkly(LocalDate.now(program.getBean(Clock.class)), first.unit(), first.password());
    }

    /** A village of the next county, in which nobody of ours has anything to do. */
    long village() {
        return program.getBean("jobJdbc", JdbcClient.class)
                .sql("select min(code) from division.unit where code between :low and :high and code % 1000 > 0")
                .param("low", NEXT.value())
                .param("high", NEXT.value() + 999_999)
                .query(Long.class)
                .single();
    }

    private void alike(String name, DivisionCode seat, Role role) {
        put(alike, name, TestCounty.elsewhereSignedIn(program, seat, role));
    }

    private void put(Map<String, Surfer> those, String name, Personas.Entry persona) {
        those.put(name, Surfer.signedIn(web, name, persona));
    }

    /** One of his family, who may do for him whatever the services allow. */
    private Personas.Entry kin(Personas.Entry himself, UUID person) {
        var self = new Actor.Self(account(himself.username()), himself.name(), person, Assurance.CHECKED);
        var number = Files.number();
        var until = LocalDate.now(program.getBean(Clock.class)).plusMonths(6);
        var give = new GiveMandate.Command(
                CommandId.fresh(self), person, "王秀英", number.value(), Relation.SPOUSE, KIN_SERVICES, until, false);
        assertThat(program.getBean(Acts.class).perform(self, program.getBean(GiveMandate.class), give))
                .isInstanceOf(GiveMandate.Outcome.Given.class);
        var desk = new DivisionCode(Long.parseLong(himself.unit()));
        var clerk = desk.equals(TestCounty.office(program, "cun").unitCode())
                ? TestCounty.office(program, "cun")
                : TestCounty.elsewhere(program, desk, Role.CLERK);
        var open = new OpenForFamily.Command(
                CommandId.fresh(clerk), give.id().value(), OpenAtCounter.Card.IDENTITY_CARD, number.value());
        program.getBean(Acts.class).perform(clerk, program.getBean(OpenForFamily.class), open);
        var account = program.getBean("jobJdbc", JdbcClient.class)
                .sql(
                        "select m.account_id, a.username from kin.mandate m join access.account a on a.id = m.account_id where m.id = :id")
                .param("id", give.id().value())
                .query((row, n) -> Map.entry(row.getObject(1, UUID.class), row.getString(2)))
                .single();
        program.getBean(Transactions.class).write(new Actor.Visitor(), () -> {
            program.getBean(Accounts.class).enable(account.getKey(), himself.password());
            return true;
        });
        return new Personas.Entry(
                account.getValue(), himself.password(), "亲属", himself.unit(), himself.level(), "王秀英", "");
    }

    private UUID account(String username) {
        return program.getBean("jobJdbc", JdbcClient.class)
                .sql("select id from access.account where username = :name")
                .param("name", username)
                .query(UUID.class)
                .single();
    }

    /** Whom the program takes somebody for, to ask what he is shown; of the others nobody is shown anything by a table alone. */
    Actor actor(String name) {
        return switch (name) {
            case "public", "unit", "kin" -> new Actor.Visitor();
            case "laobing", "veteran" ->
                program.getBean("jobJdbc", JdbcClient.class)
                        .sql("select id, person_id from access.account where username = :name")
                        .param("name", usernames.get(name))
                        .query((row, n) ->
                                new Actor.Self(row.getObject(1, UUID.class), name, row.getObject(2, UUID.class)))
                        .single();
            default -> Objects.requireNonNullElseGet(colleagues.get(name), () -> TestCounty.office(program, name));
        };
    }

    /** Somebody just handed over, one received, one who reported in. */
    private void handed() {
        var handed = new Handed(program);
        var left = handed.today.minusDays(20);
        handed.person("梁移交");
        handed.received(handed.person("梁接收"), Handed.sergeant(left.minusYears(16), left));
        var reported = handed.received(handed.person("梁报到"), Handed.sergeant(left.minusYears(16), left));
        handed.report(reported, left.plusDays(5), "");
    }

    private void visit(Actor.Office clerk, UUID person) {
        var content = new VisitContent(
                Map.of(person, Result.MET),
                LocalDate.now(program.getBean(Clock.class)),
                "REGULAR",
                "STATION",
                Set.of(Sent.JOB),
                "",
                "",
                List.of(new Needs.Asked("JOB", "想在本市找一份工作")));
        program.getBean(Acts.class)
                .perform(
                        clerk,
                        program.getBean(RecordVisit.class),
                        new RecordVisit.Command(CommandId.fresh(clerk), content, List.of(), false, true));
    }

    /** One in the making, one whose wishes are open, one that is drawn, one that has run: of each the forms are others. */
    private void campaigns(UUID veteran) {
        var gathering = new Gathering(program);
        var making = gathering.drafted(gathering.plan("表单：筹备中"));
        campaigns.add(making);
        gathering.post(making, "管网工", 1);
        gathering.checked(making, "抄表员", 1);
        gathering.add(making, gathering.settled("筹备甲", 1), gathering.settled("筹备乙", 2));
        gathering.group(making, Attendance.PRESENT, Attendance.PRESENT, Attendance.PRESENT);
        campaigns.add(ready(gathering, "表单：公示中", gathering.settled("公示甲", 6)));
        gathering.settle(ready(gathering, "表单：填志愿", gathering.settled(veteran, 6)));
        gathering.drawn(ready(gathering, "表单：待运行", gathering.settled("待运行甲", 6)));
        var ran = ready(gathering, "表单：待审定", gathering.settled("待审定甲", 6));
        gathering.drawn(ran);
        gathering.run(ran);
    }

    private static UUID ready(Gathering gathering, String title, UUID first) {
        var campaign = gathering.drafted(gathering.plan(title));
        gathering.checked(campaign, "管网工", 1);
        gathering.checked(campaign, "抄表员", 1);
        gathering.add(
                campaign,
                first,
                gathering.settled(title.substring(3) + "乙", 4),
                gathering.settled(title.substring(3) + "丙", 2));
        var members = gathering.group(campaign, Attendance.PRESENT, Attendance.PRESENT, Attendance.PRESENT);
        gathering.approve(gathering.chief, campaign, members);
        return campaign;
    }
}
