package org.rongyi.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.rongyi.network.organisation.Host;
import org.rongyi.network.organisation.Unit;
import org.rongyi.network.organisation.UnitKind;
import org.rongyi.platform.access.Personas;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Role;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A small demo county in the program all tests share: one town, its villages, a few dozen households. */
public final class TestCounty {

    private static final DemoCounty.Size SMALL = new DemoCounty.Size(1, 40, 80);

    private TestCounty() {}

    /** Builds it once; answers the personas by user name. */
    public static synchronized Map<String, Personas.Entry> ensure(ApplicationContext program) {
        var personas = program.getBean(Personas.class);
        List<Personas.Entry> all = personas.all();
        if (all.isEmpty()) {
            program.getBean(DemoCounty.class).build(SMALL);
            all = personas.all();
        }
        return all.stream().collect(Collectors.toMap(Personas.Entry::username, Function.identity()));
    }

    /** Somebody of a bureau that has nothing to do with the county: opened and appointed by the administrators. */
    public static Actor.Office elsewhere(ApplicationContext program, DivisionCode seat, Role role) {
        var administrators = new Desk.Administrators(office(program, "admin"), office(program, "anquan"));
        var desk = program.getBean(Desk.class);
        var since = LocalDate.of(2020, 1, 1);
        var name = "别处退役军人事务局" + UUID.randomUUID().toString().substring(0, 8);
        var plan = new Desk.Plan(name, UnitKind.BUREAU, seat.level(), Host.ADMINISTRATIVE, seat, Unit.Details.NONE);
        var username = "bc" + UUID.randomUUID().toString().substring(0, 12);
        var post = new Desk.Post(username, "别处人", role.zh(), role, false);
        return desk.appoint(administrators, desk.open(administrators.system(), plan, since), post, since);
    }

    /** The same, who may sign in with the password of all personas. */
    public static Personas.Entry elsewhereSignedIn(ApplicationContext program, DivisionCode seat, Role role) {
        return signedIn(program, elsewhere(program, seat, role));
    }

    private static Personas.Entry signedIn(ApplicationContext program, Actor.Office one) {
        var password = ensure(program).get("cun").password();
        program.getBean(Desk.class).enable(one.account(), password);
        var username = program.getBean("jobJdbc", JdbcClient.class)
                .sql("select username from access.account where id = :id")
                .param("id", one.account())
                .query(String.class)
                .single();
        return new Personas.Entry(
                username,
                password,
                one.role().zh(),
                one.unitCode().toString(),
                one.level().number(),
                one.name(),
                one.unitName());
    }

    /** 本人: an account for this person's own file, which may sign in with the password of all personas. */
    public static Personas.Entry himself(ApplicationContext program, UUID person, String name, DivisionCode village) {
        var password = ensure(program).get("cun").password();
        var username = "bn" + UUID.randomUUID().toString().substring(0, 12);
        program.getBean(Desk.class).openOwnAccount(username, name, password, person);
        return new Personas.Entry(
                username, password, "退役军人", village.toString(), village.level().number(), name, "");
    }

    /** Another at the same unit, appointed by the administrators. */
    public static Actor.Office besides(ApplicationContext program, Actor.Office one, Role role) {
        var administrators = new Desk.Administrators(office(program, "admin"), office(program, "anquan"));
        var username = "ts" + UUID.randomUUID().toString().substring(0, 12);
        var post = new Desk.Post(username, "同事", role.zh(), role, false);
        return program.getBean(Desk.class).appoint(administrators, one.unit(), post, LocalDate.of(2020, 1, 1));
    }

    /** The same, who may sign in with the password of all personas. */
    public static Personas.Entry besidesSignedIn(ApplicationContext program, Actor.Office one, Role role) {
        var password = ensure(program).get("cun").password();
        var administrators = new Desk.Administrators(office(program, "admin"), office(program, "anquan"));
        var desk = program.getBean(Desk.class);
        var username = "tz" + UUID.randomUUID().toString().substring(0, 12);
        var post = new Desk.Post(username, "出纳人", "出纳", role, false);
        desk.enable(
                desk.appoint(administrators, one.unit(), post, LocalDate.of(2020, 1, 1))
                        .account(),
                password);
        return new Personas.Entry(
                username, password, "出纳", one.unitCode().toString(), one.level().number(), "出纳人", one.unitName());
    }

    /** Somebody of a unit that takes veterans on, who may sign in with the password of all personas. */
    public static Personas.Entry ofAUnit(ApplicationContext program) {
        var password = ensure(program).get("cun").password();
        var administrators = new Desk.Administrators(office(program, "admin"), office(program, "anquan"));
        var desk = program.getBean(Desk.class);
        var seat = office(program, "xian").unitCode();
        var since = LocalDate.of(2020, 1, 1);
        var name = "接收单位" + UUID.randomUUID().toString().substring(0, 8);
        var plan = new Desk.Plan(name, UnitKind.PARTNER, seat.level(), Host.ADMINISTRATIVE, seat, Unit.Details.NONE);
        var username = "dw" + UUID.randomUUID().toString().substring(0, 12);
        var post = new Desk.Post(username, "单位人", "人事干部", Role.EMPLOYER, false);
        var unit = desk.open(administrators.system(), plan, since);
        desk.enable(desk.appoint(administrators, unit, post, since).account(), password);
        return new Personas.Entry(
                username, password, "接收单位经办", seat.toString(), seat.level().number(), "单位人", name);
    }

    /**
     * 东莞: a city without counties. Its bureau's two, a town's and a village's station, opened once; they sign in with the password of
     * all personas. {@code dgju}, {@code dgling}, {@code dgzhen}, {@code dgcun}.
     */
    public static synchronized Map<String, Personas.Entry> dongguan(ApplicationContext program) {
        var password = Objects.requireNonNull(ensure(program).get("cun")).password();
        var city = new DivisionCode(441900000000L);
        var town = new DivisionCode(441900003000L);
        var village = new DivisionCode(441900003001L);
        if (program.getBean("jobJdbc", JdbcClient.class)
                .sql("select exists (select from access.account where username = 'dgju')")
                .query(Boolean.class)
                .single()) {
            return entries(password, Map.of("dgju", city, "dgling", city, "dgzhen", town, "dgcun", village));
        }
        var administrators = new Desk.Administrators(office(program, "admin"), office(program, "anquan"));
        var desk = program.getBean(Desk.class);
        var since = LocalDate.of(2020, 1, 1);
        var system = administrators.system();
        var bureau = desk.open(system, plan("东莞市退役军人事务局", UnitKind.BUREAU, city), since);
        var station = desk.open(system, plan("东城街道退役军人服务站", UnitKind.STATION, town), since);
        var small = desk.open(system, plan("岗贝社区退役军人服务站", UnitKind.STATION, village), since);
        for (var one : List.of(
                desk.appoint(administrators, bureau, new Desk.Post("dgju", "何永年", "干部", Role.OFFICER, false), since),
                desk.appoint(administrators, bureau, new Desk.Post("dgling", "麦婉仪", "局长", Role.LEADER, false), since),
                desk.appoint(administrators, station, new Desk.Post("dgzhen", "袁志刚", "站长", Role.LEADER, false), since),
                desk.appoint(administrators, small, new Desk.Post("dgcun", "叶小云", "站务员", Role.CLERK, false), since))) {
            desk.enable(one.account(), password);
        }
        return dongguan(program);
    }

    private static Map<String, Personas.Entry> entries(String password, Map<String, DivisionCode> seats) {
        return seats.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        one -> new Personas.Entry(
                                one.getKey(),
                                password,
                                "",
                                one.getValue().toString(),
                                one.getValue().level().number(),
                                one.getKey(),
                                "")));
    }

    private static Desk.Plan plan(String name, UnitKind kind, DivisionCode seat) {
        return new Desk.Plan(name, kind, seat.level(), Host.ADMINISTRATIVE, seat, Unit.Details.NONE);
    }

    /** The persona at work, under his first post. */
    public static Actor.Office office(ApplicationContext program, String username) {
        ensure(program);
        var jdbc = program.getBean("jobJdbc", JdbcClient.class);
        return jdbc.sql("""
                        select a.id as account, a.name, p.id as post, p.unit_id, p.role
                        from access.account a
                        join access.post p on p.account_id = a.id
                        where a.username = :username
                        order by p.valid_from, p.id
                        limit 1
                        """)
                .param("username", username)
                .query((row, n) -> program.getBean(Desk.class)
                        .actor(
                                row.getObject("account", UUID.class),
                                row.getString("name"),
                                row.getObject("post", UUID.class),
                                row.getObject("unit_id", UUID.class),
                                Role.valueOf(row.getString("role"))))
                .single();
    }
}
