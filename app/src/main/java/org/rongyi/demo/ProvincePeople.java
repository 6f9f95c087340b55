package org.rongyi.demo;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.need.NeedLoad;
import org.rongyi.care.need.NeedState;
import org.rongyi.care.need.Needs;
import org.rongyi.care.relief.emergency.rule.Eligible;
import org.rongyi.care.visit.Result;
import org.rongyi.care.visit.VisitLoad;
import org.rongyi.insight.figures.FactLoad;
import org.rongyi.people.person.Category;
import org.rongyi.people.person.PersonLoad;
import org.rongyi.people.person.Place;
import org.rongyi.people.person.PlaceKind;
import org.rongyi.platform.kernel.CitizenId;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Level;

/** The people of one place after another, and what was recorded with them up to the day of the demo. */
final class ProvincePeople {

    private static final LocalDate FIRST_DAY = LocalDate.of(2019, 1, 2);
    private static final int AGES_DAYS = 60 * 365;
    private static final LocalDate OLDEST = LocalDate.of(1938, 1, 1);
    private static final int ADDRESS_NUMBERS = 180;
    private static final int GROUPS = 8;

    /** Far from every code: their randomness is their own. */
    private static final long CASES = 1_000_000_000_000_000L;

    private static final long AIDS = 2_000_000_000_000_000L;
    private static final int TRIES = 40;

    private final PersonLoad persons;
    private final VisitLoad visits;
    private final NeedLoad needs;
    private final FactLoad facts;
    private final ProvinceCases cases;
    private final ProvinceAids aids;
    private final List<Province.Home> homes;
    private final LocalDate today;
    private final Map<DivisionCode, Integer> serials = new HashMap<>();
    private int phones;
    private int helpless;
    private int stranded;

    ProvincePeople(
            PersonLoad persons,
            VisitLoad visits,
            NeedLoad needs,
            FactLoad facts,
            ProvinceCases cases,
            ProvinceAids aids,
            List<Province.Home> homes,
            LocalDate today) {
        this.persons = persons;
        this.visits = visits;
        this.needs = needs;
        this.facts = facts;
        this.cases = cases;
        this.aids = aids;
        this.homes = homes;
        this.today = today;
    }

    /** How many of what at a place. */
    record Many(int persons, int visitTimes, int otherContacts, int cases, int aids, int emergencies) {}

    /** Somebody, as far as his visits need him. */
    private record One(
            UUID id,
            String name,
            String phone,
            String group,
            Set<Category> categories,
            LocalDate registeredOn,
            @Nullable String ground) {}

    /** A household and what is going to be recorded with it, each occasion a day and who was seen. */
    private record Household(List<One> members, List<Occasion> occasions, Set<Long> days, List<Aided> aided) {}

    /** Helped for the nth time; in an emergency there is one time. */
    private record Aided(One one, int nth, boolean emergency) {}

    private record Occasion(LocalDate on, OffsetDateTime recordedAt, String mode, List<VisitLoad.Seen> seen) {}

    /** Makes everybody of a place; answers the first of them, if anybody. */
    @Nullable
    UUID settle(Province.Home home, Many many) {
        var random = Province.random(home.division().code().value());
        var names = new Names(random);
        var households = new ArrayList<Household>();
        for (int made = 0; made < many.persons(); ) {
            int members = random.nextInt(100) < 8 && made + 1 < many.persons() ? 2 : 1;
            households.add(household(home, names, members, random));
            made += members;
        }
        if (households.isEmpty()) {
            return null;
        }
        plan(households, many, random);
        var aiding = Province.random(home.division().code().value() + AIDS);
        if (!home.hosted()) {
            helpless = help(households, many.aids() + helpless, false, aiding);
            stranded = help(households, many.emergencies() + stranded, true, aiding);
        }
        households.forEach(household -> {
            record(home, household, random);
            aid(home, household, aiding);
        });
        if (!home.hosted()) {
            askForCorrections(home, households, many.cases());
        }
        return households.getFirst().members().getFirst().id();
    }

    /** Chooses who is helped, some of them several times; answers how many are left for the next place. */
    private static int help(List<Household> households, int many, boolean emergency, RandomGenerator random) {
        int poor = Math.max(1, households.size() * 2 / 3);
        for (int left = many; left > 0; left--) {
            boolean found = false;
            for (int i = 0; i < TRIES && !found; i++) {
                var household =
                        households.get(i < TRIES / 2 ? random.nextInt(poor) : random.nextInt(households.size()));
                var one = household
                        .members()
                        .get(random.nextInt(household.members().size()));
                int before = (int) household.aided().stream()
                        .filter(aided -> aided.one() == one && aided.emergency() == emergency)
                        .count();
                found = emergency
                        ? before == 0 && !Eligible.of(one.categories()).isEmpty()
                        : before < ProvinceAids.most(one.categories());
                if (found) {
                    household.aided().add(new Aided(one, before, emergency));
                }
            }
            if (!found) {
                return left;
            }
        }
        return 0;
    }

    private void aid(Province.Home home, Household household, RandomGenerator random) {
        for (var aided : household.aided()) {
            var one = aided.one();
            var whom = new ProvinceAids.Helped(one.id(), one.name(), one.categories());
            if (aided.emergency()) {
                aids.rescue(home, whom, random);
            } else {
                aids.help(home, whom, aided.nth(), random);
            }
        }
    }

    /** One of a household, the households spread over the place. */
    private void askForCorrections(Province.Home home, List<Household> households, int many) {
        var random = Province.random(home.division().code().value() + CASES);
        int asked = Math.min(many, households.size());
        for (int i = 0; i < asked; i++) {
            var one = households
                    .get((int) ((long) i * households.size() / asked))
                    .members()
                    .getFirst();
            cases.file(home, new ProvinceCases.Asker(one.id(), one.name(), one.phone()), random);
        }
    }

    private Household household(Province.Home home, Names names, int members, RandomGenerator random) {
        var address = (1 + random.nextInt(ADDRESS_NUMBERS)) + "号";
        var group = home.division().name().contains("村") ? "第" + (1 + random.nextInt(GROUPS)) + "村民小组" : "人民路";
        var code = home.hosted()
                ? new DivisionCode(home.division().code().value() + ProvinceUnits.SEAT)
                : home.division().code();
        var on = ProvinceUnits.OPENED.minusDays(random.nextInt(60));
        var id = Province.id(on, random);
        var kind = home.hosted() ? PlaceKind.ASSIGNED : PlaceKind.BOTH;
        persons.household(id, new Place(kind, code, address, group, true));
        var made = new ArrayList<One>();
        for (int i = 0; i < members; i++) {
            boolean male = i == 0 && random.nextInt(10) > 0;
            var name = names.full(male);
            var person = Province.id(on, random);
            var phone = "139%08d".formatted(phones++);
            var categories = i == 0 ? Chances.category(random) : Set.of(Category.SERVING_FAMILY);
            persons.person(
                    new PersonLoad.File(person, name, citizenId(home, male), phone, categories, id, on),
                    places(home, new Place(kind, code, address, group, true), random));
            made.add(new One(
                    person,
                    name,
                    phone,
                    group,
                    categories,
                    on,
                    random.nextInt(100) < 6 ? pick(Texts.GROUNDS, random) : null));
        }
        return new Household(made, new ArrayList<>(), new HashSet<>(), new ArrayList<>());
    }

    /** Some are registered in another village and live here. */
    private List<Place> places(Province.Home home, Place here, RandomGenerator random) {
        if (home.hosted() || random.nextInt(100) >= 7) {
            return List.of(here);
        }
        var elsewhere = homes.get(random.nextInt(homes.size()));
        if (elsewhere.hosted() || elsewhere.division().code().equals(here.code())) {
            return List.of(here);
        }
        return List.of(
                new Place(PlaceKind.HUKOU, elsewhere.division().code(), "老屋", "", false),
                new Place(PlaceKind.RESIDENCE, here.code(), here.address(), here.groupName(), true));
    }

    /** Valid by its check character, unique within its county, and invented: the sequence stands for nobody. */
    private CitizenId citizenId(Province.Home home, boolean male) {
        var county = home.division().code().at(Level.COUNTY);
        int serial = serials.merge(county, 1, Integer::sum) - 1;
        var born = OLDEST.plusDays((long) serial * 7_919 % AGES_DAYS);
        int sequence = serial / AGES_DAYS % 499 * 2 + (male ? 1 : 0);
        var seventeen =
                county.toString().substring(0, 6) + born.toString().replace("-", "") + String.format("%03d", sequence);
        return new CitizenId(seventeen + CitizenId.checkCharacter(seventeen));
    }

    /** Exactly so many 人次 of 走访, and so many other contacts; nine tenths of the households share them. */
    private void plan(List<Household> households, Many many, RandomGenerator random) {
        int reached = Math.max(1, households.size() * 9 / 10);
        for (int times = many.visitTimes(); times > 0; ) {
            var household = households.get(random.nextInt(reached));
            int seen = random.nextInt(100) < 60 ? Math.min(household.members().size(), times) : 1;
            var seenThere = seen(household, seen, random);
            add(household, "HOME", seenThere, random);
            times -= seen;
            if (random.nextInt(20) == 0) {
                var one = household.members().getFirst();
                add(
                        household,
                        "HOME",
                        List.of(new VisitLoad.Seen(one.id(), one.name(), Chances.notSeen(random))),
                        random);
            }
        }
        for (int i = 0; i < many.otherContacts(); i++) {
            var household = households.get(random.nextInt(reached));
            add(household, pick(Texts.OTHER_MODES, random), seen(household, 1, random), random);
        }
    }

    private static List<VisitLoad.Seen> seen(Household household, int many, RandomGenerator random) {
        var members = household.members();
        int first = many == members.size() ? 0 : random.nextInt(members.size());
        return members.subList(first, first + many).stream()
                .map(one -> new VisitLoad.Seen(one.id(), one.name(), Result.MET))
                .toList();
    }

    /** On a day nobody of the household was recorded yet: two records of one day would be a repetition. */
    private void add(Household household, String mode, List<VisitLoad.Seen> seen, RandomGenerator random) {
        long days = today.toEpochDay() - FIRST_DAY.toEpochDay();
        LocalDate on;
        do {
            on = FIRST_DAY.plusDays(random.nextLong(days));
            if (!Chances.isSeason(on) && random.nextInt(3) == 0) {
                on = FIRST_DAY.plusDays(random.nextLong(days));
            }
        } while (!household.days().add(on.toEpochDay()));
        int late = random.nextInt(12) == 0 ? random.nextInt(20) : 0;
        var recorded = on.plusDays(late).isBefore(today) ? on.plusDays(late) : on;
        household.occasions().add(new Occasion(on, Province.moment(recorded, random), mode, seen));
    }

    /** Writes what was planned in the order it was booked, then where everybody stands. */
    private void record(Province.Home home, Household household, RandomGenerator random) {
        facts.nextHousehold();
        var by = new VisitLoad.By(
                home.station().unit(),
                home.station().name(),
                home.station().post(),
                home.station().clerk());
        var code = home.hosted()
                ? new DivisionCode(home.division().code().value() + ProvinceUnits.SEAT)
                : home.division().code();
        household.occasions().sort(Comparator.comparing(Occasion::recordedAt));
        var lastContact = new HashMap<UUID, LocalDate>();
        var lastVisit = new HashMap<UUID, LocalDate>();
        var latest = new HashMap<UUID, Occasion>();
        for (var occasion : household.occasions()) {
            var visit = new VisitLoad.Record(
                    Province.id(occasion.recordedAt().toLocalDate(), random),
                    code,
                    occasion.on(),
                    occasion.recordedAt(),
                    Chances.kindOn(occasion.on()),
                    occasion.mode(),
                    Chances.sent(random),
                    pick(Texts.BROUGHT, random),
                    pick(Texts.SAID, random),
                    occasion.seen());
            visits.visit(visit, by);
            for (var one : occasion.seen()) {
                latest.merge(one.person(), occasion, (a, b) -> a.on().isAfter(b.on()) ? a : b);
                if (one.result() == Result.MET) {
                    lastContact.merge(one.person(), occasion.on(), ProvincePeople::later);
                    if (occasion.mode().equals("HOME")) {
                        lastVisit.merge(one.person(), occasion.on(), ProvincePeople::later);
                    }
                }
            }
            if (occasion.seen().getFirst().result() == Result.MET && random.nextInt(14) == 0) {
                ask(visit, home, random);
            }
        }
        for (var one : household.members()) {
            visits.contact(new VisitLoad.Contact(
                    one.id(),
                    code,
                    one.group(),
                    one.registeredOn(),
                    one.ground(),
                    lastContact.get(one.id()),
                    lastVisit.get(one.id()),
                    held(one.id(), latest.get(one.id()))));
        }
    }

    private static @Nullable Result held(UUID person, @Nullable Occasion latest) {
        return latest == null
                ? null
                : latest.seen().stream()
                        .filter(seen -> seen.person().equals(person))
                        .map(VisitLoad.Seen::result)
                        .filter(Result::holdsContact)
                        .findFirst()
                        .orElse(null);
    }

    private void ask(VisitLoad.Record visit, Province.Home home, RandomGenerator random) {
        var seen = visit.seen().getFirst();
        var clerk = home.station().clerk();
        var asker = new Needs.Asker(seen.person(), seen.name(), visit.code(), visit.on(), clerk);
        var taken = Province.moment(later(visit.on().plusDays(random.nextInt(10)), visit.on()), random);
        var state = taken.toLocalDate().isBefore(today) ? random.nextInt(10) : 0;
        var answer = state < 3
                ? null
                : state == 3
                        ? new NeedLoad.Answer(NeedState.ACCEPTED, "", clerk, taken)
                        : new NeedLoad.Answer(NeedState.ANSWERED, pick(Texts.ANSWERS, random), clerk, taken);
        needs.need(
                Province.id(visit.recordedAt().toLocalDate(), random),
                visit.id(),
                asker,
                pick(Texts.ASKED, random),
                answer);
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static <T> T pick(List<T> from, RandomGenerator random) {
        return Province.pick(from, random);
    }
}
