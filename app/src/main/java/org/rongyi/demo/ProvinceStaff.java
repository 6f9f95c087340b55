package org.rongyi.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.rongyi.network.organisation.Employment;
import org.rongyi.network.organisation.Establishment;
import org.rongyi.network.organisation.Unit;
import org.rongyi.network.organisation.UnitKind;
import org.rongyi.network.organisation.UnitLoad;
import org.rongyi.platform.access.AccountLoad;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.kernel.Scope;

/** Who works in the province's units: one part-timer in most villages, a few people further up, 39,000 in all. */
final class ProvinceStaff {

    private final UnitLoad units;
    private final AccountLoad accounts;
    private final Names names;
    private final RandomGenerator random = Province.random(7);
    private final Map<UUID, Province.Station> desks = new HashMap<>();
    private final Map<UUID, List<Actor.Office>> hands = new HashMap<>();
    private final Map<UUID, DivisionCode> places = new HashMap<>();
    private final List<Province.Persona> personas = new ArrayList<>();
    private final Set<String> taken = new HashSet<>();
    private final DivisionCode personasCounty;
    private int made;

    ProvinceStaff(UnitLoad units, AccountLoad accounts, DivisionCode personasCounty) {
        this.units = units;
        this.accounts = accounts;
        this.names = new Names(random);
        this.personasCounty = personasCounty;
    }

    private record Seat(String title, Role role) {}

    /** Fills every unit, then the busiest stations with a second pair of hands until all are placed. */
    void appoint(List<ProvinceUnits.Planned> planned, UUID provincialBureau, int staff, List<UUID> busiest) {
        places.put(provincialBureau, personasCounty.at(Level.PROVINCE));
        planned.forEach(one -> places.put(one.unit().id(), one.unit().code()));
        bureau(provincialBureau);
        for (var one : planned) {
            for (var seat : seats(one.unit())) {
                appoint(one.unit().id(), one.unit().name(), seat, persona(one.unit(), seat));
            }
        }
        var byId = new HashMap<UUID, Unit>();
        planned.forEach(one -> byId.put(one.unit().id(), one.unit()));
        for (int i = 0; made < staff; i = (i + 1) % busiest.size()) {
            var unit = byId.get(busiest.get(i));
            if (unit == null) {
                throw new IllegalStateException("no such unit");
            }
            appoint(unit.id(), unit.name(), new Seat("兼职站务员", Role.CLERK), null);
        }
        if (made > staff) {
            throw new IllegalStateException("岗位多于人数：" + made);
        }
        appointAlso(planned);
    }

    /** 县局干部 works half at the county's centre: one person, two posts. */
    private void appointAlso(List<ProvinceUnits.Planned> planned) {
        var officer = personas.stream()
                .filter(persona -> persona.username().equals("xian"))
                .findFirst()
                .orElseThrow();
        var centre = planned.stream()
                .map(ProvinceUnits.Planned::unit)
                .filter(unit -> unit.kind() == UnitKind.CENTRE && unit.code().equals(personasCounty))
                .findFirst()
                .orElseThrow();
        var from = ProvinceUnits.OPENED.plusYears(1);
        var post = Province.id(from, random);
        accounts.post(post, officer.account(), centre.id(), officer.role(), from);
        units.member(
                Province.id(from, random),
                new UnitLoad.Member(
                        officer.account(),
                        post,
                        centre.id(),
                        centre.code(),
                        officer.name(),
                        "服务中心副主任（兼）",
                        Employment.PART_TIME,
                        Establishment.CONCURRENT,
                        false,
                        from));
    }

    /** The desk at which a station's records are written. */
    Province.Station desk(UUID unit) {
        var desk = desks.get(unit);
        if (desk == null) {
            throw new IllegalStateException("no staff in " + unit);
        }
        return desk;
    }

    List<Province.Persona> personas() {
        return personas.stream()
                .sorted(Comparator.comparing(persona -> ORDER.indexOf(persona.username())))
                .toList();
    }

    private static final List<String> ORDER =
            List.of("cun", "cun2", "zhen", "xian", "juzhang", "shi", "sheng", "shengling", "shenji");

    private void bureau(UUID bureau) {
        var name = "广东省退役军人事务厅";
        appoint(bureau, name, new Seat("服务体系处干部", Role.OFFICER), "sheng");
        appoint(bureau, name, new Seat("厅领导", Role.LEADER), "shengling");
        appoint(bureau, name, new Seat("审计员", Role.AUDITOR), "shenji");
        for (int i = 0; i < 20; i++) {
            appoint(bureau, name, new Seat("处室干部", Role.OFFICER), null);
        }
    }

    private static List<Seat> seats(Unit unit) {
        var leader = new Seat(unit.kind() == UnitKind.BUREAU ? "局长" : "负责人", Role.LEADER);
        var officer = new Seat("业务干部", Role.OFFICER);
        return switch (unit.kind()) {
            case PARTNER -> List.of();
            case BUREAU -> List.of(leader, officer, officer, officer);
            case CENTRE -> List.of(leader, officer, officer, officer);
            case STATION ->
                switch (unit.level()) {
                    case VILLAGE -> List.of(new Seat("兼职站务员", Role.CLERK));
                    default ->
                        unit.host().isHosted()
                                ? List.of(new Seat("站务员", Role.CLERK))
                                : List.of(new Seat("站长", Role.LEADER), new Seat("站务员", Role.CLERK));
                };
        };
    }

    /** The personas work in one county, its first town and that town's first villages. */
    private @Nullable String persona(Unit unit, Seat seat) {
        if (unit.host().isHosted()
                || unit.code().value() != personasCounty.at(unit.level()).value()
                        && !personasCounty.contains(unit.code())) {
            return null;
        }
        var name = switch (unit.level()) {
            case VILLAGE -> taken.contains("cun") ? "cun2" : "cun";
            case TOWN -> seat.role() == Role.LEADER ? "zhen" : "";
            case COUNTY -> unit.kind() == UnitKind.BUREAU ? (seat.role() == Role.LEADER ? "juzhang" : "xian") : "";
            case CITY -> unit.kind() == UnitKind.BUREAU && seat.role() == Role.OFFICER ? "shi" : "";
            case PROVINCE -> "";
        };
        return name.isEmpty() || taken.contains(name) ? null : name;
    }

    private void appoint(UUID unit, String unitName, Seat seat, @Nullable String persona) {
        made++;
        if (persona != null) {
            taken.add(persona);
        }
        var from = from(unit);
        var account = Province.id(from, random);
        var post = Province.id(from, random);
        boolean male = random.nextInt(3) > 0;
        var name = names.full(male);
        var username = persona == null ? "gd%05d".formatted(made) : persona;
        boolean part = seat.role() == Role.CLERK && random.nextInt(10) < 8;
        accounts.account(account, username, name, Province.moment(from, random));
        accounts.post(post, account, unit, seat.role(), from);
        units.member(
                Province.id(from, random),
                new UnitLoad.Member(
                        account,
                        post,
                        unit,
                        Objects.requireNonNull(places.get(unit), "a planned unit"),
                        name,
                        seat.title(),
                        part ? Employment.PART_TIME : Employment.FULL_TIME,
                        establishment(seat.role(), part),
                        random.nextInt(10) < 6,
                        from));
        hands.computeIfAbsent(unit, one -> new ArrayList<>())
                .add(hand(account, name, post, unit, unitName, seat.role()));
        desks.putIfAbsent(unit, new Province.Station(unit, unitName, post, name, account));
        if (persona != null) {
            personas.add(new Province.Persona(username, seat.title(), account, name, unit, seat.role()));
        }
    }

    private Actor.Office hand(UUID account, String name, UUID post, UUID unit, String unitName, Role role) {
        var place = Objects.requireNonNull(places.get(unit), "a planned unit");
        return new Actor.Office(account, name, post, unit, unitName, place, role, place.level(), Scope.NOTHING);
    }

    /** Who works in a unit, in the order they came. */
    List<Actor.Office> hands(UUID unit) {
        return hands.getOrDefault(unit, List.of());
    }

    private Establishment establishment(Role role, boolean part) {
        if (role != Role.CLERK) {
            return Establishment.ESTABLISHED;
        }
        return part ? Establishment.CONCURRENT : Establishment.CONTRACT;
    }

    /** The first of a unit was there when it opened; the others came within the year. */
    private LocalDate from(UUID unit) {
        return desks.containsKey(unit) ? ProvinceUnits.OPENED.plusDays(random.nextInt(365)) : ProvinceUnits.OPENED;
    }
}
