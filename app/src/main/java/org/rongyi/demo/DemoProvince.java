package org.rongyi.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.fund.FundLoad;
import org.rongyi.care.fund.payment.PaymentLoad;
import org.rongyi.care.need.NeedLoad;
import org.rongyi.care.relief.AidLoad;
import org.rongyi.care.relief.ReliefTerms;
import org.rongyi.care.relief.emergency.EmergencyLoad;
import org.rongyi.care.relief.emergency.EmergencyTerms;
import org.rongyi.care.visit.VisitLoad;
import org.rongyi.insight.figures.FactLoad;
import org.rongyi.insight.figures.FigureKinds;
import org.rongyi.network.organisation.UnitKind;
import org.rongyi.network.organisation.UnitLoad;
import org.rongyi.people.person.CorrectionLoad;
import org.rongyi.people.person.PersonLoad;
import org.rongyi.platform.access.AccountLoad;
import org.rongyi.platform.access.Personas;
import org.rongyi.platform.access.SetUp;
import org.rongyi.platform.access.UnitDirectory;
import org.rongyi.platform.approval.CaseLoad;
import org.rongyi.platform.approval.Desks;
import org.rongyi.platform.approval.route.RouteBook;
import org.rongyi.platform.database.BulkLoad;
import org.rongyi.platform.database.CopyStream;
import org.rongyi.platform.database.DataDirectory;
import org.rongyi.platform.database.Launch;
import org.rongyi.platform.database.Progress;
import org.rongyi.platform.database.StartTask;
import org.rongyi.platform.database.WrongInput;
import org.rongyi.platform.division.Division;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.policy.Policy;
import org.rongyi.platform.policy.WorkingDays;
import org.rongyi.platform.vault.BlindIndexes;
import org.rongyi.platform.vault.Vault;
import org.springframework.stereotype.Component;

/** {@code demo province}: the whole province of the article by bulk load, the same each time. */
@Component
class DemoProvince implements StartTask {

    private static final DivisionCode PERSONAS_COUNTY = new DivisionCode(441284000000L);
    private static final double IDLE = 0.02;
    private static final double BUSY = 12;
    private static final double HOSTED = 0.4;

    private final BulkLoad bulk;
    private final ProvinceUnits units;
    private final ProvinceDigest digest;
    private final ProvinceSums sums;
    private final DemoAccounts accounts;
    private final SetUp setUp;
    private final UnitDirectory directoryOfUnits;
    private final Vault vault;
    private final BlindIndexes blind;
    private final Policy policy;
    private final RouteBook book;
    private final WorkingDays days;
    private final ReliefTerms reliefTerms;
    private final EmergencyTerms emergencyTerms;
    private final FigureKinds kinds;
    private final DataDirectory directory;
    private final Progress progress;
    private final Clock clock;

    DemoProvince(
            BulkLoad bulk,
            ProvinceUnits units,
            ProvinceDigest digest,
            ProvinceSums sums,
            DemoAccounts accounts,
            SetUp setUp,
            UnitDirectory directoryOfUnits,
            Vault vault,
            BlindIndexes blind,
            Policy policy,
            RouteBook book,
            WorkingDays days,
            ReliefTerms reliefTerms,
            EmergencyTerms emergencyTerms,
            FigureKinds kinds,
            DataDirectory directory,
            Progress progress,
            Clock clock) {
        this.bulk = bulk;
        this.units = units;
        this.digest = digest;
        this.sums = sums;
        this.accounts = accounts;
        this.setUp = setUp;
        this.directoryOfUnits = directoryOfUnits;
        this.vault = vault;
        this.blind = blind;
        this.policy = policy;
        this.book = book;
        this.days = days;
        this.reliefTerms = reliefTerms;
        this.emergencyTerms = emergencyTerms;
        this.kinds = kinds;
        this.directory = directory;
        this.progress = progress;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 90;
    }

    @Override
    public void run(Launch launch) {
        if (launch.province()) {
            if (!setUp.isFirst()) {
                throw new WrongInput("--data", "目录里已有数据，演示全省须用空目录 · holds data already; give an empty directory");
            }
            build(Province.Size.WHOLE);
            progress.print("digest " + digest.compute());
        }
    }

    /** Everything in one transaction: the province is there whole, or not at all. */
    void build(Province.Size size) {
        var today = LocalDate.now(clock);
        directory.markDemo(today);
        var password = accounts.newPassword();
        var founders = accounts.found(password);
        var personas = new ArrayList<Province.Persona>();
        var veteran = new Veteran[1];
        var tables = Stream.of(
                        AccountLoad.TABLES,
                        UnitLoad.TABLES,
                        PersonLoad.TABLES,
                        VisitLoad.TABLES,
                        NeedLoad.TABLES,
                        CaseLoad.TABLES,
                        CorrectionLoad.TABLES,
                        AidLoad.TABLES,
                        EmergencyLoad.TABLES,
                        FundLoad.TABLES,
                        PaymentLoad.TABLES,
                        FactLoad.TABLES)
                .flatMap(List::stream)
                .toList();
        bulk.fill(
                tables,
                stream -> {
                    var network = network(stream, today, size);
                    personas.addAll(network.personas());
                    veteran[0] = people(stream, network, today, size);
                },
                Stream.concat(FactLoad.SUMS.stream(), FundLoad.SUMS.stream()).toList());
        progress.step("演示人物 personas…");
        var entries = new ArrayList<Personas.Entry>();
        personas.forEach(persona -> entries.add(accounts.enable(persona, password)));
        entries.addAll(accounts.entries(accounts.administrators(founders), password));
        if (veteran[0] != null) {
            entries.add(accounts.veteran(veteran[0].person(), veteran[0].village(), password));
        }
        accounts.write(entries);
        progress.step("核对合计 comparing the sums…");
        sums.lines(size).forEach(progress::print);
    }

    /** Somebody of the first persona's village. */
    private record Veteran(UUID person, Division village) {}

    private Province.Network network(CopyStream stream, LocalDate today, Province.Size size) {
        progress.step("演示全省 demo province：机构与人员…");
        var all = units.divisions(today);
        var planned = units.plan(all, size.stations());
        var load = new UnitLoad(stream);
        planned.forEach(one -> load.unit(one.unit(), one.served()));
        var shares = shares(all, planned);
        var busiest = shares.stream()
                .sorted(Comparator.comparingDouble((Share share) -> -share.share())
                        .thenComparing(share -> share.division().code()))
                .map(Share::unit)
                .distinct()
                .toList();
        var staff = new ProvinceStaff(load, new AccountLoad(stream), PERSONAS_COUNTY);
        staff.appoint(planned, directoryOfUnits.provincialBureau(), size.staff(), busiest);
        var homes = shares.stream()
                .map(share ->
                        new Province.Home(share.division(), staff.desk(share.unit()), share.hosted(), share.share()))
                .toList();
        var province = directoryOfUnits.provincialBureau();
        var offices = new ProvinceCases.Offices(new ProvinceCases.Offices.Office(
                new Desks.Desk(province, "广东省退役军人事务厅", Level.PROVINCE),
                staff.hands(province).getFirst().name()));
        planned.stream()
                .filter(one -> one.unit().kind() == UnitKind.BUREAU || one.isStation())
                .forEach(one -> offices.add(one, staff.desk(one.unit().id()).clerk()));
        var bureaus = Stream.concat(
                        Stream.of(province),
                        planned.stream()
                                .filter(one -> one.unit().kind() == UnitKind.BUREAU)
                                .map(one -> one.unit().id()))
                .map(staff::hands)
                .toList();
        return new Province.Network(homes, staff.personas(), offices, bureaus);
    }

    private record Share(Division division, UUID unit, boolean hosted, double share) {}

    /** People live where villages are; how many differs widely, one town has far more and some villages hardly any. */
    private static List<Share> shares(List<Division> all, List<ProvinceUnits.Planned> planned) {
        var serving = new HashMap<DivisionCode, UUID>();
        var hosted = new HashMap<DivisionCode, UUID>();
        for (var one : planned) {
            if (one.isStation() && one.unit().level() == Level.VILLAGE) {
                one.served().forEach(code -> serving.put(code, one.unit().id()));
            } else if (one.unit().host().isHosted()) {
                hosted.put(one.unit().code().at(Level.COUNTY), one.unit().id());
            }
        }
        var random = Province.random(3);
        var busy = all.stream()
                .filter(one -> one.level() == Level.TOWN)
                .map(Division::code)
                .toList();
        var busyTown = busy.get(random.nextInt(busy.size()));
        var shares = new ArrayList<Share>();
        for (var one : all) {
            var station = serving.get(one.code());
            if (station != null) {
                double share = Math.exp(0.8 * random.nextGaussian());
                share *= random.nextInt(50) == 0 ? IDLE : 1;
                share *= busyTown.contains(one.code()) ? BUSY : 1;
                shares.add(new Share(one, station, false, share));
            }
            var park = hosted.get(one.code());
            if (park != null) {
                shares.add(new Share(one, park, true, HOSTED));
            }
        }
        return shares;
    }

    private @Nullable Veteran people(CopyStream stream, Province.Network network, LocalDate today, Province.Size size) {
        var homes = network.homes();
        var facts = new FactLoad(stream);
        var cases = new CaseLoad(stream, vault, policy, days, today);
        var corrections = new ProvinceCases(
                cases,
                new CorrectionLoad(stream, vault),
                book.get(CorrectionLoad.SERVICE),
                network.offices(),
                days.calendar(),
                today);
        var amounts = new AidAmounts(size);
        var funding = new FundLoad(stream, vault, Province.random(42));
        var funds = new ProvinceFunds(
                funding,
                new PaymentLoad(stream, vault, funding, Province.random(43)),
                days.calendar(),
                network.bureaus());
        var aids = new ProvinceAids(
                cases,
                new AidLoad(stream, vault, reliefTerms),
                new EmergencyLoad(stream, vault, emergencyTerms),
                facts,
                funds,
                network.offices(),
                book,
                kinds,
                days.calendar(),
                policy,
                amounts);
        var people = new ProvincePeople(
                new PersonLoad(stream, vault, blind),
                new VisitLoad(stream, vault, policy, facts),
                new NeedLoad(stream, vault),
                facts,
                corrections,
                aids,
                homes,
                today);
        var random = Province.random(5);
        var shares = homes.stream().mapToDouble(Province.Home::share).toArray();
        var persons = Province.divide(size.persons(), shares);
        var visited = new double[shares.length];
        var called = new double[shares.length];
        for (int i = 0; i < shares.length; i++) {
            visited[i] = persons[i] * Math.exp(0.4 * random.nextGaussian());
            called[i] = persons[i] * Math.exp(0.6 * random.nextGaussian());
        }
        var visits = Province.divide(size.visitTimes(), visited);
        var contacts = Province.divide(size.otherContacts(), called);
        var asked = Province.divide(
                size.cases(), IntStream.of(persons).asDoubleStream().toArray());
        var aided = new double[shares.length];
        for (int i = 0; i < shares.length; i++) {
            boolean reached = !homes.get(i).hosted()
                    && network.offices().serve(homes.get(i).division().code());
            aided[i] = reached ? persons[i] * Math.exp(0.5 * random.nextGaussian()) : 0;
        }
        var helped = Province.divide(size.aids() - size.emergencies(), aided);
        var rescued = Province.divide(size.emergencies(), aided);
        Veteran veteran = null;
        for (int i = 0; i < shares.length; i++) {
            if (i % 2_000 == 0) {
                progress.step("演示全省 demo province：" + i + " / " + shares.length + " 个村（社区）…");
            }
            var home = homes.get(i);
            var first = people.settle(
                    home, new ProvincePeople.Many(persons[i], visits[i], contacts[i], asked[i], helped[i], rescued[i]));
            if (veteran == null
                    && first != null
                    && !home.hosted()
                    && PERSONAS_COUNTY.contains(home.division().code())) {
                veteran = new Veteran(first, home.division());
            }
        }
        cases.finish();
        if (!amounts.areGiven()) {
            throw new IllegalStateException("not every grant has found somebody");
        }
        progress.step("演示全省 demo province：资金账目…");
        funds.finish();
        return veteran;
    }
}
