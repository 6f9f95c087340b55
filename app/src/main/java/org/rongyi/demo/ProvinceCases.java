package org.rongyi.demo;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.rongyi.people.person.CorrectionLoad;
import org.rongyi.people.person.CorrectionRequest;
import org.rongyi.platform.approval.CaseLoad;
import org.rongyi.platform.approval.Desks;
import org.rongyi.platform.approval.route.Move;
import org.rongyi.platform.approval.route.Position.Verdict;
import org.rongyi.platform.approval.route.RouteBook;
import org.rongyi.platform.approval.route.Seat;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.policy.WorkingCalendar;

/** 更正个人信息 of half a year, all over the province: most of them done, those of the last days wherever they have got to. */
final class ProvinceCases {

    private static final LocalDate FIRST_DAY = LocalDate.of(2021, 1, 4);
    private static final List<String> GROUNDS =
            List.of("换了手机号码，旧号已停用", "登记时少写一位，已打通核对", "旧号是儿子的，改成本人的", "号码过户给家人，换成现在用的");

    private final CaseLoad load;
    private final CorrectionLoad requests;
    private final RouteBook.Service service;
    private final Offices offices;
    private final WorkingCalendar calendar;
    private final LocalDate today;

    ProvinceCases(
            CaseLoad load,
            CorrectionLoad requests,
            RouteBook.Service service,
            Offices offices,
            WorkingCalendar calendar,
            LocalDate today) {
        this.load = load;
        this.requests = requests;
        this.service = service;
        this.offices = offices;
        this.calendar = calendar;
        this.today = today;
    }

    /** The desks of the province, by place: stations of towns, bureaus of counties and cities. */
    static final class Offices {

        private final Map<DivisionCode, Office> stations = new HashMap<>();
        private final Map<DivisionCode, Office> bureaus = new HashMap<>();
        private final Office province;

        Offices(Office province) {
            this.province = province;
        }

        /** A unit and somebody who works there. */
        record Office(Desks.Desk desk, String who) {}

        /** Whether a place has all of them above it. */
        boolean serve(DivisionCode code) {
            return town(code) != null && county(code) != null && city(code) != null;
        }

        /** Of a place they serve. */
        Office at(Level level, DivisionCode code) {
            var office = switch (level) {
                case TOWN -> town(code);
                case COUNTY -> county(code);
                case CITY -> city(code);
                case PROVINCE -> province;
                case VILLAGE -> throw new IllegalArgumentException("a village is served by its station");
            };
            if (office == null) {
                throw new IllegalStateException("no office above " + code);
            }
            return office;
        }

        void add(ProvinceUnits.Planned planned, String who) {
            var unit = planned.unit();
            var office = new Office(new Desks.Desk(unit.id(), unit.name(), unit.level()), who);
            if (planned.isStation()
                    && unit.level() == Level.TOWN
                    && !unit.host().isHosted()) {
                stations.put(unit.code(), office);
            } else if (unit.name().endsWith("退役军人事务局")) {
                bureaus.put(unit.code(), office);
            }
        }

        private @Nullable Office town(DivisionCode code) {
            return stations.get(code.at(Level.TOWN));
        }

        private @Nullable Office county(DivisionCode code) {
            return bureaus.get(code.at(Level.COUNTY));
        }

        private @Nullable Office city(DivisionCode code) {
            return bureaus.get(code.at(Level.CITY));
        }
    }

    /** Somebody whose phone is put right. */
    record Asker(UUID person, String name, String phone) {}

    void file(Province.Home home, Asker asker, RandomGenerator random) {
        var code = home.division().code();
        var town = offices.town(code);
        var county = offices.county(code);
        var city = offices.city(code);
        if (town == null || county == null || city == null) {
            return;
        }
        var on = day(random);
        var id = Province.id(on, random);
        var station = home.station();
        var filing = new CaseLoad.Filing(
                id,
                service,
                "更正电话",
                asker.person(),
                asker.name(),
                code,
                Province.moment(on, random),
                station.account(),
                station.clerk() + "（" + station.name() + "）",
                station.unit(),
                station.name(),
                "本人到站口述，不会用手机");
        var plan = new Plan(filing.at(), random);
        plan.lay(town, county);
        var where = new CaseLoad.Where(
                seat -> seat.body() == Seat.Body.BUREAU ? county.desk() : town.desk(),
                desk -> desk.level() == Level.TOWN ? county.desk() : city.desk());
        var rated = random.nextInt(10) < 3 ? random.nextInt(4) == 0 ? "GOOD" : "BEST" : null;
        load.play(filing, plan.made, where, rated, random);
        requests.request(
                id,
                asker.person(),
                code,
                new CorrectionRequest(null, null, asker.phone(), null, null, null, Province.pick(GROUNDS, random)));
    }

    /** More in the last months than in the first. */
    private LocalDate day(RandomGenerator random) {
        int days = (int) (today.toEpochDay() - FIRST_DAY.toEpochDay());
        return FIRST_DAY.plusDays(Math.max(random.nextInt(days), random.nextInt(days)));
    }

    /** What happened to one case, as far as it has happened by today. */
    private final class Plan {

        private final List<CaseLoad.Made> made = new ArrayList<>();
        private final RandomGenerator random;
        private final int pace;
        private OffsetDateTime at;
        private boolean over;

        Plan(OffsetDateTime at, RandomGenerator random) {
            this.at = at;
            this.random = random;
            this.pace = random.nextInt(25) == 0 ? 4 : 1; // some wait longer than they should
        }

        void lay(ProvinceCases.Offices.Office town, ProvinceCases.Offices.Office county) {
            int fate = random.nextInt(100);
            if (fate < 3) {
                then(6, new Move.Withdraw(), "撤回申请", "本人", "本人", null, null);
                return;
            }
            if (fate < 5) {
                at(town, 4, new Move.Decline(), "不予受理", "DECLINED", "所填号码不是本人使用，请先办好号码过户");
                deliver(town);
                return;
            }
            if (fate < 14) {
                at(town, 3, new Move.AskSupplement(), "通知补正", "SUPPLEMENT", null);
                if (fate < 6) {
                    then(
                            18,
                            new Move.Lapse(),
                            "逾期未补正，终止办理",
                            town.who(),
                            town.desk().name(),
                            "LAPSED",
                            "两次电话，不再申请");
                    deliver(town);
                    return;
                }
                then(9, new Move.Supplement(), "补正材料", "本人", "本人", null, null);
            }
            at(town, 4, new Move.Accept(), "受理", "ACCEPTED", null);
            boolean agreed = fate < 94;
            var verdict = agreed ? Verdict.AGREE : Verdict.AGAINST;
            at(county, 3, new Move.Answer(0, Verdict.AGREE), "县级初核：同意", Verdict.AGREE.name(), null);
            at(
                    county,
                    2,
                    new Move.Answer(0, verdict),
                    "县级核定：" + verdict.zh(),
                    verdict.name(),
                    agreed ? null : "号码已登记在别人名下，请核对后再申请");
            deliver(town);
        }

        private void deliver(ProvinceCases.Offices.Office town) {
            at(town, 6, new Move.Deliver(), "送达：当面送达，本人签收", "DELIVERED", null);
        }

        private void at(
                ProvinceCases.Offices.Office office,
                int most,
                Move move,
                String what,
                String verdict,
                @Nullable String reason) {
            then(most, move, what, office.who(), office.desk().name(), verdict, reason);
        }

        /** Some working days later; what lies ahead has not happened. */
        private void then(
                int most,
                Move move,
                String what,
                String by,
                String unit,
                @Nullable String verdict,
                @Nullable String reason) {
            int days = (1 + random.nextInt(most)) * pace;
            var next = Province.moment(calendar.workingDaysAfter(at.toLocalDate(), days), random);
            over = over || !next.toLocalDate().isBefore(today);
            if (!over) {
                made.add(new CaseLoad.Made(move, next, what, by, unit, verdict, reason));
                at = next;
            }
        }
    }
}
