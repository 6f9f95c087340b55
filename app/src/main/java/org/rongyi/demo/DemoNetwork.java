package org.rongyi.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.rongyi.network.organisation.Host;
import org.rongyi.network.organisation.Unit;
import org.rongyi.network.organisation.UnitKind;
import org.rongyi.platform.division.Division;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.springframework.stereotype.Component;

/** The county's units from the province down, and who works there. */
@Component
class DemoNetwork {

    private static final long CASHIER = 44;
    private static final long CITY_CHIEF = 45;

    private static final LocalDate OPENED = LocalDate.of(2019, 5, 1);
    private static final List<String> SERVICES = List.of("就业创业扶持", "优抚帮扶", "走访慰问", "信访接待", "权益保障");
    private static final String HOURS = "周一至周五 8:30—12:00，14:30—17:30";

    private final Desk desk;
    private final Divisions divisions;
    private final DemoPlaces places;

    DemoNetwork(Desk desk, Divisions divisions, DemoPlaces places) {
        this.desk = desk;
        this.divisions = divisions;
        this.places = places;
    }

    /** A village station at work. */
    record Village(Division division, Division town, Actor.Office clerk) {}

    /** Everybody the demo names. */
    record Staff(
            List<Village> villages,
            Actor.Office townHead,
            Actor.Office countyOfficer,
            Actor.Office countyChief,
            Actor.Office countyCashier,
            Actor.Office cityOfficer,
            Actor.Office cityChief,
            Actor.Office provinceOfficer,
            Actor.Office provinceLeader,
            Actor.Office auditor) {}

    Staff build(Desk.Administrators administrators, DivisionCode county, int townsMost, Random random) {
        var names = new Names(random);
        var today = divisions.today();
        var province = county.at(Level.PROVINCE);
        var city = county.at(Level.CITY);
        var countyName = divisions.find(county, today).orElseThrow().name();
        var cityName = divisions.find(city, today).orElseThrow().name();
        var administrator = administrators.system();
        var provinceUnit = administrator.unit();
        var provinceOfficer = appoint(administrators, provinceUnit, "sheng", names.full(true), "服务体系处干部", Role.OFFICER);
        var provinceLeader = appoint(administrators, provinceUnit, "shengling", names.full(true), "厅领导", Role.LEADER);
        var auditor = appoint(administrators, provinceUnit, "shenji", names.full(false), "审计员", Role.AUDITOR);
        desk.open(administrator, plan("广东省退役军人服务中心", UnitKind.CENTRE, Level.PROVINCE, province), OPENED);
        var cityUnit = desk.open(administrator, plan(cityName + "退役军人事务局", UnitKind.BUREAU, Level.CITY, city), OPENED);
        desk.open(administrator, plan(cityName + "退役军人服务中心", UnitKind.CENTRE, Level.CITY, city), OPENED);
        var cityOfficer = appoint(administrators, cityUnit, "shi", names.full(true), "拥军优抚科干部", Role.OFFICER);
        // who decides on a 复核 is another than who looked into it
        var chief = new Names(new Random(CITY_CHIEF)).full(false);
        var cityChief = appoint(administrators, cityUnit, "shiling", chief, "局长", Role.LEADER);
        var countyUnit =
                desk.open(administrator, plan(countyName + "退役军人事务局", UnitKind.BUREAU, Level.COUNTY, county), OPENED);
        var centre =
                desk.open(administrator, plan(countyName + "退役军人服务中心", UnitKind.CENTRE, Level.COUNTY, county), OPENED);
        desk.open(administrator, plan(countyName + "人力资源和社会保障局", UnitKind.PARTNER, Level.COUNTY, county), OPENED);
        var countyOfficer = appoint(administrators, countyUnit, "xian", names.full(false), "业务股干部", Role.OFFICER);
        desk.appointAlso(administrator, countyOfficer, centre, "服务中心副主任（兼）", OPENED);
        var countyChief = appoint(administrators, countyUnit, "juzhang", names.full(true), "局长", Role.LEADER);
        // 出纳: who releases is neither who made the batch nor who approved it (会计法 第 37 条)
        var cashier = new Names(new Random(CASHIER)).full(false);
        var countyCashier = appoint(administrators, countyUnit, "chuna", cashier, "财务股出纳", Role.OFFICER);
        var villages = new ArrayList<Village>();
        Actor.Office townHead = null;
        int towns = 0;
        for (var town : divisions.children(county, today)) {
            if (town.name().contains("监狱") || towns == townsMost) {
                continue;
            }
            var unit = desk.open(
                    administrator, plan(town.name() + "退役军人服务站", UnitKind.STATION, Level.TOWN, town.code()), OPENED);
            var head = appoint(
                    administrators,
                    unit,
                    towns == 0 ? "zhen" : "zhen" + (towns + 1),
                    names.full(true),
                    "站长",
                    Role.LEADER);
            townHead = townHead == null ? head : townHead;
            towns++;
            for (var village : divisions.children(town.code(), today)) {
                villages.add(village(administrators, town, village, villages.size(), names, random));
            }
        }
        if (townHead == null) {
            throw new IllegalStateException("县内没有镇街：" + county);
        }
        desk.open(
                administrator,
                new Desk.Plan(
                        countyName + "产业园退役军人服务站",
                        UnitKind.STATION,
                        Level.TOWN,
                        Host.PARK,
                        county,
                        places.details(county, divisions.fullName(county) + "产业园综合服务楼一楼", HOURS, SERVICES)),
                OPENED);
        return new Staff(
                villages,
                townHead,
                countyOfficer,
                countyChief,
                countyCashier,
                cityOfficer,
                cityChief,
                provinceOfficer,
                provinceLeader,
                auditor);
    }

    private Village village(
            Desk.Administrators administrators,
            Division town,
            Division village,
            int number,
            Names names,
            Random random) {
        var unit = desk.open(
                administrators.system(),
                plan(shortName(village.name()) + "退役军人服务站", UnitKind.STATION, Level.VILLAGE, village.code()),
                OPENED);
        boolean male = random.nextInt(3) > 0;
        var username = number == 0 ? "cun" : "cun" + (number + 1);
        var clerk = appoint(administrators, unit, username, names.full(male), "兼职站务员", Role.CLERK);
        return new Village(village, town, clerk);
    }

    private Actor.Office appoint(
            Desk.Administrators administrators, UUID unit, String username, String name, String title, Role role) {
        return desk.appoint(
                administrators, unit, new Desk.Post(username, name, title, role, title.contains("站")), OPENED);
    }

    private Desk.Plan plan(String name, UnitKind kind, Level level, DivisionCode seat) {
        var details =
                kind.isStation() ? places.details(seat, divisions.fullName(seat), HOURS, SERVICES) : Unit.Details.NONE;
        return new Desk.Plan(name, kind, level, Host.ADMINISTRATIVE, seat, details);
    }

    /** 城东居委会 becomes 城东社区; 下布村委会 becomes 下布村: what the plate at the door says. */
    static String shortName(String name) {
        return name.replaceFirst("(社区)?(居委会|居民委员会(社区)?)$", "社区").replaceFirst("村(委会|民委员会)$", "村");
    }
}
