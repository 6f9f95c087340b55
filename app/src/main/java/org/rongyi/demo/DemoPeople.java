package org.rongyi.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.visit.RecordVisit;
import org.rongyi.care.visit.Result;
import org.rongyi.care.visit.Sent;
import org.rongyi.care.visit.SetAttention;
import org.rongyi.care.visit.VisitContent;
import org.rongyi.people.person.Category;
import org.rongyi.people.person.PersonFile;
import org.rongyi.people.person.RegisterPerson;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.database.BusinessClock;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.CitizenId;
import org.springframework.stereotype.Component;

/** Invented persons and two years of visits to them, each act on its own day. */
@Component
class DemoPeople {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int YEARS = 2;
    private final Acts acts;
    private final RegisterPerson registerPerson;
    private final RecordVisit recordVisit;
    private final SetAttention setAttention;
    private final PersonFile people;
    private final Transactions transactions;
    private final Clock clock;

    DemoPeople(
            Acts acts,
            RegisterPerson registerPerson,
            RecordVisit recordVisit,
            SetAttention setAttention,
            PersonFile people,
            Transactions transactions,
            Clock clock) {
        this.acts = acts;
        this.registerPerson = registerPerson;
        this.recordVisit = recordVisit;
        this.setAttention = setAttention;
        this.people = people;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Somebody the demo made. */
    record Made(
            UUID id,
            String name,
            Actor.Office clerk,
            @Nullable UUID partner) {}

    /** One to be registered, by a chance of its own: whose turn it is changes nothing. */
    private record Entry(int serial, DemoNetwork.Village village, Instant moment, Random chance) {}

    List<Made> register(DemoNetwork.Staff staff, int count, Random random) {
        var names = new Names(random);
        var start = LocalDate.now(clock).minusYears(YEARS);
        var entries = new ArrayList<Entry>();
        for (int i = 0; i < count; i++) {
            // The station one looks at first has a day's work; the others have what villages have.
            var village =
                    staff.villages().get(i % 12 == 0 ? 0 : i % staff.villages().size());
            var moment = moment(start.minusDays(random.nextInt(90)), random);
            entries.add(new Entry(i, village, moment, new Random(random.nextLong())));
        }
        var made = new Made[count];
        Lanes.run(
                entries,
                entry -> entry.village().clerk().account(),
                entry -> BusinessClock.at(
                        entry.moment(), () -> made[entry.serial()] = register(entry, names.by(entry.chance()), count)));
        return List.of(made);
    }

    private Made register(Entry entry, Names names, int count) {
        var random = entry.chance();
        var village = entry.village();
        var one = register(village, names, entry.serial(), null, random);
        var partner = random.nextInt(5) == 0 ? register(village, names, count + entry.serial(), one, random) : null;
        if (random.nextInt(4) == 0) {
            var clerk = village.clerk();
            acts.perform(
                    clerk,
                    setAttention,
                    new SetAttention.Command(CommandId.fresh(clerk), one.id(), pick(Texts.GROUNDS, random)));
        }
        return partner == null ? one : new Made(one.id(), one.name(), one.clerk(), partner.id());
    }

    private record Call(Made made, Instant moment, VisitContent content) {}

    /** Not everybody is visited: some are overdue and some were never contacted, as in life. */
    int visit(List<Made> persons, int count, Random random) {
        var today = LocalDate.now(clock);
        var days = today.toEpochDay() - today.minusYears(YEARS).toEpochDay();
        var calls = new ArrayList<Call>();
        for (int i = 0; i < count; i++) {
            // Ascending days, as the two years went by.
            var on = today.minusYears(YEARS).plusDays(days * i / count);
            var made = persons.get(random.nextInt(persons.size() * 9 / 10));
            calls.add(new Call(made, moment(on, random), content(made, on, random)));
        }
        var recorded = new AtomicInteger();
        Lanes.run(
                calls,
                call -> call.made().clerk().account(),
                call -> BusinessClock.at(call.moment(), () -> {
                    if (isRecorded(call)) {
                        recorded.incrementAndGet();
                    }
                }));
        return recorded.get();
    }

    private VisitContent content(Made made, LocalDate on, Random random) {
        var results = new HashMap<UUID, Result>();
        results.put(made.id(), random.nextInt(12) == 0 ? Result.NOT_IN : Result.MET);
        if (made.partner() != null && random.nextBoolean()) {
            results.put(made.partner(), Result.MET);
        }
        return new VisitContent(
                Map.copyOf(results),
                on.minusDays(random.nextInt(10) == 0 ? random.nextInt(5) : 0),
                kindOn(on),
                pick(Texts.MODES, random),
                sent(random),
                pick(Texts.BROUGHT, random),
                pick(Texts.SAID, random),
                random.nextInt(12) == 0 ? List.of(pick(Texts.ASKED, random)) : List.of());
    }

    private boolean isRecorded(Call call) {
        var clerk = call.made().clerk();
        var command = new RecordVisit.Command(CommandId.fresh(clerk), call.content(), List.of(), false, false);
        return acts.perform(clerk, recordVisit, command) instanceof RecordVisit.Outcome.Recorded;
    }

    private Made register(DemoNetwork.Village village, Names names, int serial, @Nullable Made partner, Random random) {
        boolean male = partner == null && random.nextInt(10) > 0;
        var name = names.full(male);
        var clerk = village.clerk();
        var spot = partner == null ? spot(village, random) : spotOf(clerk, partner.id());
        var outcome = acts.perform(
                clerk,
                registerPerson,
                new RegisterPerson.Command(
                        CommandId.fresh(clerk),
                        name,
                        citizenId(village, serial, male, random),
                        "139" + String.format("%08d", serial),
                        partner == null ? category(random) : Set.of(Category.SERVING_FAMILY),
                        spot,
                        null,
                        partner == null ? null : household(clerk, partner.id())));
        if (outcome instanceof RegisterPerson.Outcome.Registered(var id)) {
            return new Made(id, name, clerk, null);
        }
        throw new IllegalStateException("演示人员未能建档：" + outcome);
    }

    private static RegisterPerson.Spot spot(DemoNetwork.Village village, Random random) {
        return new RegisterPerson.Spot(
                village.division().code(),
                (1 + random.nextInt(180)) + "号",
                village.division().name().contains("村") ? "第" + (1 + random.nextInt(8)) + "村民小组" : "人民路");
    }

    /** A household lives in one house. */
    private RegisterPerson.Spot spotOf(Actor.Office clerk, UUID person) {
        var place = transactions.read(clerk, () -> people.places(person)).getFirst();
        return new RegisterPerson.Spot(place.code(), place.address(), place.groupName());
    }

    private UUID household(Actor.Office clerk, UUID person) {
        return transactions.read(clerk, () -> people.find(person).orElseThrow().household());
    }

    /** Valid by its check character, and invented: the sequence stands for nobody. */
    private static CitizenId citizenId(DemoNetwork.Village village, int serial, boolean male, Random random) {
        var region = Long.toString(village.division().code().value()).substring(0, 6);
        var born = LocalDate.of(1940, 1, 1).plusDays(random.nextInt(60 * 365));
        int sequence = serial % 499 * 2 + (male ? 1 : 0);
        var seventeen = region + born.toString().replace("-", "") + String.format("%03d", sequence);
        return new CitizenId(seventeen + CitizenId.checkCharacter(seventeen));
    }

    private static Set<Category> category(Random random) {
        return switch (random.nextInt(10)) {
            case 0 -> Set.of(Category.TRANSFERRED_OFFICER);
            case 1 -> Set.of(Category.DISABLED_SOLDIER, Category.DISCHARGED_SOLDIER);
            case 2 -> Set.of(Category.DEMOBILISED);
            default -> Set.of(Category.DISCHARGED_SOLDIER);
        };
    }

    private static Set<Sent> sent(Random random) {
        var sent = EnumSet.of(Sent.values()[random.nextInt(Sent.values().length)]);
        if (random.nextBoolean()) {
            sent.add(Sent.values()[random.nextInt(Sent.values().length)]);
        }
        return sent;
    }

    private static String kindOn(LocalDate day) {
        return switch (day.getMonthValue()) {
            case 1, 2 -> "SPRING";
            case 7 -> "ARMY_DAY";
            default -> "REGULAR";
        };
    }

    private static Instant moment(LocalDate on, Random random) {
        return on.atTime(LocalTime.of(9, 0).plusMinutes(random.nextInt(480)))
                .atZone(ZONE)
                .toInstant();
    }

    private static <T> T pick(List<T> from, Random random) {
        return from.get(random.nextInt(from.size()));
    }
}
