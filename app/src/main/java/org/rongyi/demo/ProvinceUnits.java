package org.rongyi.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.rongyi.network.organisation.Host;
import org.rongyi.network.organisation.Unit;
import org.rongyi.network.organisation.UnitKind;
import org.rongyi.platform.division.Division;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Level;
import org.springframework.stereotype.Component;

/**
 * The province's stations, bureaus and partner bodies as a plan: nearly one station per division; where there are more
 * divisions than stations, neighbouring communities share one.
 */
@Component
class ProvinceUnits {

    static final LocalDate OPENED = LocalDate.of(2019, 1, 1);

    private static final List<String> SERVICES = List.of("就业创业扶持", "优抚帮扶", "走访慰问", "信访接待", "权益保障");
    private static final String HOURS = "周一至周五 8:30—12:00，14:30—17:30";

    /** First of the digits that no division uses: hosted stations sit there. */
    static final long SEAT = 600_000L;

    private final Divisions divisions;
    private final DemoPlaces places;

    ProvinceUnits(Divisions divisions, DemoPlaces places) {
        this.divisions = divisions;
        this.places = places;
    }

    /** A unit to be, and the divisions it will serve. */
    record Planned(Unit unit, List<DivisionCode> served) {

        boolean isStation() {
            return unit.kind().isStation();
        }
    }

    /** All divisions that are administrative ones, top down. */
    List<Division> divisions(LocalDate day) {
        var all = new ArrayList<Division>();
        for (var province : divisions.provinces()) {
            collect(province, day, all);
        }
        return all;
    }

    /** Farms, zones and prisons of the statistical list, and what lies below them, have no station of their own. */
    private void collect(Division division, LocalDate day, List<Division> into) {
        if (division.kind().isOnlyStatistical()) {
            return;
        }
        into.add(division);
        divisions.children(division.code(), day).forEach(below -> collect(below, day, into));
    }

    List<Planned> plan(List<Division> all, int stations) {
        var hosted = all.stream().filter(one -> one.level() == Level.COUNTY).toList();
        var shared = shared(all, all.size() + hosted.size() - stations);
        var guests = shared.keySet().stream().collect(Collectors.groupingBy(shared::get));
        var planned = new ArrayList<Planned>();
        for (var division : all) {
            if (!shared.containsKey(division.code())) {
                var served = new ArrayList<>(List.of(division.code()));
                served.addAll(guests.getOrDefault(division.code(), List.of()));
                planned.add(station(division, served));
                planned.addAll(offices(division));
            }
        }
        hosted.forEach(county -> planned.add(park(county)));
        return planned;
    }

    /** Communities that share a neighbour's station, by the neighbour: one of each large sub-district, then another. */
    private static Map<DivisionCode, DivisionCode> shared(List<Division> all, int wanted) {
        if (wanted < 0) {
            throw new IllegalStateException("区划少于应有的服务站：差 " + -wanted);
        }
        var communities = new HashMap<DivisionCode, List<Division>>();
        for (var one : all) {
            if (one.kind() == org.rongyi.platform.division.UnitKind.COMMUNITY) {
                communities
                        .computeIfAbsent(one.code().at(Level.TOWN), town -> new ArrayList<>())
                        .add(one);
            }
        }
        var towns = communities.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<DivisionCode, List<Division>> town) ->
                                -town.getValue().size())
                        .thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getValue)
                .toList();
        var shared = new HashMap<DivisionCode, DivisionCode>();
        for (int round = 1; shared.size() < wanted; round += 2) {
            int before = shared.size();
            for (var town : towns) {
                if (shared.size() < wanted && round < town.size()) {
                    shared.put(town.get(round).code(), town.get(round - 1).code());
                }
            }
            if (shared.size() == before) {
                throw new IllegalStateException("社区太少，不能合用服务站");
            }
        }
        return shared;
    }

    private Planned station(Division division, List<DivisionCode> served) {
        boolean centre = division.level().isAbove(Level.TOWN);
        var name = switch (division.level()) {
            case PROVINCE -> "广东省退役军人服务中心";
            case CITY, COUNTY -> official(division) + "退役军人服务中心";
            case TOWN -> division.name() + "退役军人服务站";
            case VILLAGE -> DemoNetwork.shortName(division.name()) + "退役军人服务站";
        };
        return new Planned(
                unit(name, centre ? UnitKind.CENTRE : UnitKind.STATION, Host.ADMINISTRATIVE, division, division.code()),
                served);
    }

    private List<Planned> offices(Division division) {
        if (division.level() != Level.CITY && division.level() != Level.COUNTY) {
            return List.of();
        }
        var name = official(division);
        return List.of(
                office(name + "退役军人事务局", UnitKind.BUREAU, division),
                office(name + "人力资源和社会保障局", UnitKind.PARTNER, division),
                office("中共" + name + "委组织部", UnitKind.PARTNER, division),
                office(name + (division.level() == Level.CITY ? "军分区" : "人民武装部"), UnitKind.PARTNER, division));
    }

    private Planned office(String name, UnitKind kind, Division division) {
        return new Planned(unit(name, kind, Host.ADMINISTRATIVE, division, division.code()), List.of(division.code()));
    }

    private Planned park(Division county) {
        var seat = new DivisionCode(county.code().value() + SEAT);
        return new Planned(unit(official(county) + "产业园退役军人服务站", UnitKind.STATION, Host.PARK, county, seat), List.of());
    }

    private Unit unit(String name, UnitKind kind, Host host, Division division, DivisionCode code) {
        RandomGenerator random = Province.random(code.value() * 31 + name.hashCode());
        var address = divisions.fullName(division.code()).replaceFirst("^广东省", "");
        var details = kind.isStation()
                ? places.details(division.code(), host.isHosted() ? address + "产业园综合服务楼一楼" : address, HOURS, SERVICES)
                : Unit.Details.NONE;
        var level = host.isHosted() ? Level.TOWN : division.level();
        UUID id = Province.id(OPENED, random);
        return new Unit(id, name, kind, level, host, code, details, OPENED, null, 1);
    }

    /** 广州市荔湾区, but 四会市: a district is named with its city. */
    private String official(Division division) {
        boolean district = division.kind() == org.rongyi.platform.division.UnitKind.DISTRICT;
        return district
                ? divisions
                                .findEver(division.code().at(Level.CITY))
                                .map(Division::name)
                                .orElse("")
                        + division.name()
                : division.name();
    }
}
