package org.rongyi.demo;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.relief.AidKinds;
import org.rongyi.care.relief.AidLoad;
import org.rongyi.care.relief.AidRequest;
import org.rongyi.care.relief.Grant;
import org.rongyi.care.relief.emergency.EmergencyLoad;
import org.rongyi.care.relief.emergency.EmergencyRequest;
import org.rongyi.care.relief.emergency.rule.Eligible;
import org.rongyi.care.relief.emergency.rule.Kind;
import org.rongyi.care.relief.rule.Facts;
import org.rongyi.care.relief.rule.Household;
import org.rongyi.care.relief.rule.Mode;
import org.rongyi.care.relief.rule.Situation;
import org.rongyi.care.relief.rule.Standing;
import org.rongyi.insight.figures.Fact;
import org.rongyi.insight.figures.FactLoad;
import org.rongyi.insight.figures.FigureKind;
import org.rongyi.insight.figures.FigureKinds;
import org.rongyi.people.person.Category;
import org.rongyi.platform.approval.CaseLoad;
import org.rongyi.platform.approval.Desks;
import org.rongyi.platform.approval.route.Move;
import org.rongyi.platform.approval.route.Position.Verdict;
import org.rongyi.platform.approval.route.RouteBook;
import org.rongyi.platform.approval.route.Seat;
import org.rongyi.platform.approval.route.Step;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Money;
import org.rongyi.platform.policy.Policy;
import org.rongyi.platform.policy.WorkingCalendar;

/**
 * 帮扶援助 and 应急救助 of the article, all over the province: every one of them asked for, checked, decided and paid or given by the
 * day of the demo, from funds that have what they promise.
 */
final class ProvinceAids {

    /** The 办法 holds from 2021-03-04; the last application still has its money in June. */
    private static final LocalDate FIRST_DAY = LocalDate.of(2021, 3, 4);

    private static final int DAYS = 76;
    private static final LocalDate FIRST_EMERGENCY = LocalDate.of(2021, 1, 7);
    private static final int EMERGENCY_DAYS = 90;

    private final CaseLoad cases;
    private final AidLoad aids;
    private final EmergencyLoad emergencies;
    private final FactLoad facts;
    private final ProvinceFunds funds;
    private final ProvinceCases.Offices offices;
    private final RouteBook book;
    private final FigureKind emergency;
    private final FigureKind emergencyMoney;
    private final WorkingCalendar calendar;
    private final Policy policy;
    private final AidAmounts amounts;
    private int accounts;

    ProvinceAids(
            CaseLoad cases,
            AidLoad aids,
            EmergencyLoad emergencies,
            FactLoad facts,
            ProvinceFunds funds,
            ProvinceCases.Offices offices,
            RouteBook book,
            FigureKinds kinds,
            WorkingCalendar calendar,
            Policy policy,
            AidAmounts amounts) {
        this.cases = cases;
        this.aids = aids;
        this.emergencies = emergencies;
        this.facts = facts;
        this.funds = funds;
        this.offices = offices;
        this.book = book;
        this.emergency = kinds.find("emergency").orElseThrow();
        this.emergencyMoney = kinds.find("emergency-money").orElseThrow();
        this.calendar = calendar;
        this.policy = policy;
        this.amounts = amounts;
    }

    /** Somebody who is helped. */
    record Helped(UUID person, String name, Set<Category> categories) {}

    /** How often somebody can be helped: each time for another cause. */
    static int most(Set<Category> categories) {
        return situations(categories).size();
    }

    private static List<Situation> situations(Set<Category> categories) {
        var standing = Standing.of(categories);
        return List.of(Situation.values()).stream()
                .filter(situation -> situation.isFor(standing))
                .toList();
    }

    /** 困难帮扶援助, for the nth time. */
    void help(Province.Home home, Helped whom, int nth, RandomGenerator random) {
        var at = Province.moment(
                calendar.workingDaysAfter(FIRST_DAY.plusDays(Math.max(random.nextInt(DAYS), random.nextInt(DAYS))), 1),
                random);
        var on = at.toLocalDate();
        var id = Province.id(on, random);
        var code = home.division().code();
        var county = offices.at(Level.COUNTY, code);
        var service = book.get("HARDSHIP");
        var filing = filing(id, service, "困难帮扶援助", home, whom, at);
        var where = new CaseLoad.Where(
                seat -> seat.body() == Seat.Body.BUREAU
                        ? county.desk()
                        : offices.at(Level.TOWN, code).desk(),
                desk -> county.desk());
        var made = new ArrayList<CaseLoad.Made>();
        var town = offices.at(Level.TOWN, code);
        var then = later(at, 3, random);
        made.add(made(new Move.Accept(), then, "受理", town, "ACCEPTED"));
        var reviewed = later(then, 5, random);
        made.add(made(
                new Move.Answer(0, Verdict.AGREE, true), reviewed, "镇街审核：同意，不公示：涉及家庭隐私", town, Verdict.AGREE.name()));
        var decided = later(reviewed, 5, random);
        var route = service.on(on, code).orElseThrow();
        var deciding = route.step(route.deciding()).zh();
        made.add(made(new Move.Answer(0, Verdict.AGREE), decided, deciding + "：同意", county, Verdict.AGREE.name()));
        made.add(made(new Move.Deliver(), later(decided, 4, random), "送达：当面送达，本人签收", town, "DELIVERED"));
        var number = cases.play(filing, made, where, rated(random), random);

        var situations = situations(whom.categories());
        int start = Math.floorMod((int) whom.person().getLeastSignificantBits(), situations.size());
        var given = amounts.next();
        var request = request(
                situations.get((start + nth) % situations.size()), on.minusDays(5 + random.nextInt(60)), given, random);
        var grant = grant(code, given, random);
        var decision = new AidLoad.Decision(decided.toLocalDate(), grant);
        var check = new AidLoad.Home(
                reviewed.toLocalDate(),
                List.of(town.who(), "村委" + Province.pick(AidTexts.NAMES, random)),
                Province.pick(AidTexts.FOUND, random));
        var whose = new AidLoad.Applicant(whom.person(), whom.name(), code, Standing.of(whom.categories()));
        aids.aid(id, whose, on, request, check, decision);
        count(AidKinds.AID, AidKinds.MONEY, home, id, whom, decided, grant.amountFen());
        var account = request.account();
        if (given.mode() == Mode.MONEY && account != null) {
            funds.promise(
                    UUID.fromString(grant.payer()),
                    new ProvinceFunds.Promise(
                            id,
                            number,
                            "HARDSHIP",
                            "困难帮扶援助",
                            whom,
                            code,
                            decided,
                            new Money(grant.amountFen()),
                            account));
        }
    }

    /** 应急救助, from the village up to the province that pays it. */
    void rescue(Province.Home home, Helped whom, RandomGenerator random) {
        var at = Province.moment(
                calendar.workingDaysAfter(FIRST_EMERGENCY.plusDays(random.nextInt(EMERGENCY_DAYS)), 1), random);
        var on = at.toLocalDate();
        var id = Province.id(on, random);
        var code = home.division().code();
        var service = book.get("EMERGENCY");
        var kind = Kind.values()[Math.min(random.nextInt(5), 3) % 4];
        long fen = amounts.nextEmergency() * 100L;
        var filing = filing(id, service, "应急救助", home, whom, at);
        var made = new ArrayList<CaseLoad.Made>();
        var village = new ProvinceCases.Offices.Office(
                new Desks.Desk(home.station().unit(), home.station().name(), Level.VILLAGE),
                home.station().clerk());
        var then = at;
        var visited = on;
        var decided = on;
        var steps = service.on(on, code)
                .orElseThrow()
                .settled(limit -> policy.number(limit, on))
                .steps();
        for (var step : steps) {
            var office = office(step.seats().getFirst(), home, village);
            if (step.kind() == Step.Kind.PUBLICATION) {
                then = Province.moment(calendar.workingDaysAfter(then.toLocalDate(), step.days() + 1), random);
                made.add(new CaseLoad.Made(new Move.PublicationOver(), then, "公示期满，没有异议", "系统", "", null, null));
                continue;
            }
            then = later(then, Math.min(step.days(), 5), random);
            visited = step.id().equals("VISIT") ? then.toLocalDate() : visited;
            decided = step.kind() == Step.Kind.DECIDE ? then.toLocalDate() : decided;
            made.add(
                    step.kind() == Step.Kind.ACCEPT
                            ? made(new Move.Accept(), then, "受理", office, "ACCEPTED")
                            : made(
                                    new Move.Answer(0, Verdict.AGREE),
                                    then,
                                    step.zh() + "：同意",
                                    office,
                                    Verdict.AGREE.name()));
        }
        var paid = then;
        made.add(made(new Move.Deliver(), later(paid, 3, random), "送达：当面送达，本人签收", village, "DELIVERED"));
        var where = new CaseLoad.Where(
                seat -> office(seat, home, village).desk(),
                desk -> offices.at(Level.COUNTY, code).desk());
        var matter = "应急救助，拟救助 " + fen / 100 + " 元";
        var number = cases.play(filing, made, where, rated(random), matter, random);

        var account = account(random);
        var request = new EmergencyRequest(
                kind,
                on.minusDays(10 + random.nextInt(120)),
                AidTexts.emergency(kind),
                "",
                Facts.Known.YES,
                household(fen * 4, random),
                Set.of("FORM", "IDENTITY", "SERVICE", "CAUSE", "ECONOMY", "ACCOUNT"),
                account);
        var whose = new EmergencyLoad.Applicant(whom.person(), whom.name(), code, Eligible.of(whom.categories()));
        var check = new EmergencyLoad.Home(
                new Facts.Check(visited, List.of(home.station().clerk(), "村委" + Province.pick(AidTexts.NAMES, random))),
                Province.pick(AidTexts.FOUND, random));
        emergencies.paid(
                id,
                whose,
                on,
                request,
                check,
                new EmergencyLoad.Granted(decided, fen, "家中没有别的劳力，按困难程度核定", paid.toLocalDate(), funds.emergency()));
        count(AidKinds.AID, AidKinds.MONEY, home, id, whom, paid, fen);
        count(emergency, emergencyMoney, home, id, whom, paid, fen);
        funds.promise(
                funds.emergency(),
                new ProvinceFunds.Promise(id, number, "EMERGENCY", "应急救助", whom, code, paid, new Money(fen), account));
    }

    private void count(
            FigureKind times, FigureKind money, Province.Home home, UUID id, Helped whom, OffsetDateTime at, long fen) {
        var code = home.division().code();
        var on = at.toLocalDate();
        facts.fact(Fact.of(times, code, on, id, whom.person()), on);
        if (fen > 0) {
            facts.fact(Fact.money(money, code, on, id, fen), on);
        }
    }

    private ProvinceCases.Offices.Office office(Seat seat, Province.Home home, ProvinceCases.Offices.Office village) {
        var code = home.division().code();
        return switch (seat.level()) {
            case VILLAGE -> village;
            case TOWN, COUNTY, CITY, PROVINCE -> offices.at(seat.level(), code);
        };
    }

    private static CaseLoad.Filing filing(
            UUID id, RouteBook.Service service, String subject, Province.Home home, Helped whom, OffsetDateTime at) {
        var station = home.station();
        return new CaseLoad.Filing(
                id,
                service,
                subject,
                whom.person(),
                whom.name(),
                home.division().code(),
                at,
                station.account(),
                station.clerk() + "（" + station.name() + "）",
                station.unit(),
                station.name(),
                "本人行动不便，村（社区）站代办");
    }

    private static CaseLoad.Made made(
            Move move, OffsetDateTime at, String what, ProvinceCases.Offices.Office office, String verdict) {
        return new CaseLoad.Made(move, at, what, office.who(), office.desk().name(), verdict, null);
    }

    /** Some working days later. */
    private OffsetDateTime later(OffsetDateTime at, int most, RandomGenerator random) {
        return Province.moment(calendar.workingDaysAfter(at.toLocalDate(), 1 + random.nextInt(most)), random);
    }

    private static @Nullable String rated(RandomGenerator random) {
        return random.nextInt(10) < 3 ? random.nextInt(4) == 0 ? "GOOD" : "BEST" : null;
    }

    private AidRequest request(
            Situation situation, LocalDate occurredOn, AidAmounts.Given given, RandomGenerator random) {
        return new AidRequest(
                situation,
                occurredOn,
                Province.pick(AidTexts.hardship(situation), random),
                "",
                household(Math.max(given.yuan(), 300) * 1_000L, random),
                "",
                EnumSet.of(given.mode()),
                Set.of("FORM", "IDENTITY", "SERVICE", "HARDSHIP", "ECONOMY"),
                given.mode() == Mode.MONEY ? account(random) : null);
    }

    private static Household household(long spentFen, RandomGenerator random) {
        int members = 1 + random.nextInt(5);
        long income = members * (9_000L + random.nextInt(18_000)) * 100;
        return new Household(
                members, income, random.nextInt(3) == 0 ? income / 10 : 0, spentFen, random.nextInt(2) * spentFen / 3);
    }

    private Grant grant(DivisionCode code, AidAmounts.Given given, RandomGenerator random) {
        long fen = given.yuan() * 100L;
        var why = "按这次实际的困难和本地标准核定";
        return switch (given.mode()) {
            case MONEY ->
                new Grant(
                        EnumSet.of(Mode.MONEY),
                        fen,
                        0,
                        funds.choose(code, random).toString(),
                        "",
                        why);
            case GOODS ->
                new Grant(
                        EnumSet.of(Mode.GOODS),
                        fen,
                        fen,
                        Province.pick(AidTexts.PAYERS, random),
                        Province.pick(AidTexts.GOODS, random),
                        why);
            case SERVICE ->
                new Grant(EnumSet.of(Mode.SERVICE), 0, 0, "GIFT", Province.pick(AidTexts.SERVICES, random), why);
        };
    }

    /** Nobody's: of a bank's own beginning and a number that runs. */
    private AidRequest.Account account(RandomGenerator random) {
        accounts++;
        return new AidRequest.Account(Province.pick(AidTexts.BANKS, random), "622848%013d".formatted(accounts));
    }
}
