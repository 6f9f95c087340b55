package org.rongyi.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.fund.Commitments;
import org.rongyi.care.fund.Fund;
import org.rongyi.care.fund.FundKind;
import org.rongyi.care.fund.FundLoad;
import org.rongyi.care.fund.Gift;
import org.rongyi.care.fund.RecordIncome;
import org.rongyi.care.fund.payment.MakeBatch;
import org.rongyi.care.fund.payment.PaymentLoad;
import org.rongyi.care.relief.AidRequest;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.CreditCode;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Money;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.policy.WorkingCalendar;

/**
 * The funds the province's aid is paid from: the province's emergency fund, a budget line at every bureau, a 关爱基金 at many. What
 * they promise is paid week by week, in batches of three people's hands; the books are written in the order of the days.
 */
final class ProvinceFunds {

    private static final LocalDate OPENED = LocalDate.of(2021, 1, 4);
    private static final String NO_REAL_CODE = "53440000000000000";
    private static final long PRINCIPAL_YUAN = 1_000_000_000L;
    private static final int GIFTS = 6;
    private static final int QUERY = 100_000_000;

    private final FundLoad load;
    private final PaymentLoad payments;
    private final WorkingCalendar calendar;
    private final RandomGenerator random = Province.random(41);
    private final Map<UUID, Kept> kept = new LinkedHashMap<>();
    private final Map<DivisionCode, Bureau> bureaus = new HashMap<>();
    private final UUID emergency;

    /** Who keeps its books. */
    private record Desk(Actor.Office leader, List<Actor.Office> officers) {}

    private record Kept(Fund fund, Desk desk, List<Promise> promises) {}

    private record Bureau(UUID budget, @Nullable UUID care) {}

    /** 承诺, in the decision of a case. */
    record Promise(
            UUID caseId,
            String number,
            String service,
            String words,
            ProvinceAids.Helped whom,
            DivisionCode code,
            OffsetDateTime at,
            Money amount,
            AidRequest.Account account) {}

    /** @param bureaus the staff of each bureau of a county or city; of the province, the provincial one */
    ProvinceFunds(FundLoad load, PaymentLoad payments, WorkingCalendar calendar, List<List<Actor.Office>> bureaus) {
        this.load = load;
        this.payments = payments;
        this.calendar = calendar;
        UUID found = null;
        for (var staff : bureaus) {
            var desk = desk(staff);
            var name = desk.leader().unitName().replace("退役军人事务局", "");
            if (desk.leader().level() == Level.PROVINCE) {
                found = open(desk, 1, FundKind.EMERGENCY, "省退役军人应急救助基金", null);
                continue;
            }
            var budget = open(desk, 1, FundKind.BUDGET, name + "困难退役军人帮扶援助专项", null);
            boolean gives = desk.leader().level() == Level.CITY || random.nextInt(2) == 0;
            var charity = new Fund.Charity(
                    name + "慈善会（演示）", NO_REAL_CODE + CreditCode.checkCharacter(NO_REAL_CODE), "演示，不是真的资格证", null, null);
            var care = gives ? open(desk, 2, FundKind.CARE, name + "退役军人关爱基金", charity) : null;
            this.bureaus.put(desk.leader().unitCode(), new Bureau(budget, care));
        }
        this.emergency = Objects.requireNonNull(found, "the province has a bureau");
    }

    private static Desk desk(List<Actor.Office> staff) {
        var leader = staff.stream()
                .filter(one -> one.role() == Role.LEADER)
                .findFirst()
                .orElseThrow();
        return new Desk(
                leader, staff.stream().filter(one -> one.role() == Role.OFFICER).toList());
    }

    private UUID open(Desk desk, int nth, FundKind kind, String name, Fund.@Nullable Charity charity) {
        var unit = desk.leader();
        var fund = new Fund(
                Province.id(OPENED, random),
                "%06d-%02d".formatted(unit.unitCode().value() / 1_000_000, nth),
                name,
                kind,
                unit.unit(),
                unit.unitName(),
                unit.unitCode(),
                kind == FundKind.EMERGENCY ? "应急救助资金管理暂行办法" : kind == FundKind.CARE ? "常务会议纪要（演示）" : "年度部门预算批复（演示）",
                kind == FundKind.EMERGENCY ? "受托管理机构（演示）" : null,
                charity,
                OPENED,
                null);
        load.fund(fund);
        kept.put(fund.id(), new Kept(fund, desk, new ArrayList<>()));
        return fund.id();
    }

    UUID emergency() {
        return emergency;
    }

    /** Mostly the county's budget, often its 关爱基金 where it has one, now and then the city's. */
    UUID choose(DivisionCode place, RandomGenerator random) {
        var county = Objects.requireNonNull(bureaus.get(place.at(Level.COUNTY)));
        var city = Objects.requireNonNull(bureaus.get(place.at(Level.CITY)));
        int which = random.nextInt(100);
        var bureau = which < 88 ? county : city;
        return which % 10 < 3 && bureau.care() != null ? bureau.care() : bureau.budget();
    }

    void promise(UUID fund, Promise promise) {
        Objects.requireNonNull(kept.get(fund)).promises().add(promise);
    }

    /** Writes the books: what came in, what was promised, what was paid. */
    void finish() {
        kept.values().forEach(this::keep);
        load.finish();
    }

    /** Something that is entered at a moment. */
    private record Event(OffsetDateTime at, Runnable entry) {}

    private void keep(Kept one) {
        var promises = one.promises();
        promises.sort(Comparator.comparing(Promise::at).thenComparing(Promise::caseId));
        var total = promises.stream().map(Promise::amount).reduce(Money.ZERO, Money::plus);
        receive(one, total.fen() / 100);
        var events = new ArrayList<Event>();
        var weeks = new TreeMap<LocalDate, List<PaymentLoad.Due>>();
        for (var promise : promises) {
            var id = Province.id(promise.at().toLocalDate(), random);
            events.add(new Event(promise.at(), () -> promise(one, id, promise)));
            var sunday = promise.at().toLocalDate().with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
            weeks.computeIfAbsent(sunday, week -> new ArrayList<>())
                    .add(new PaymentLoad.Due(
                            id,
                            promise.code(),
                            promise.amount(),
                            promise.whom().name(),
                            promise.account().bank(),
                            promise.account().number()));
        }
        int number = 0;
        for (var week : weeks.entrySet()) {
            for (int from = 0; from < week.getValue().size(); from += MakeBatch.MOST) {
                number++;
                var due = week.getValue()
                        .subList(
                                from,
                                Math.min(from + MakeBatch.MOST, week.getValue().size()));
                pay(one, number, week.getKey(), due, events);
            }
        }
        events.sort(Comparator.comparing(Event::at));
        events.forEach(event -> event.entry().run());
    }

    private void promise(Kept one, UUID id, Promise promise) {
        var by = one.fund().kind() == FundKind.EMERGENCY
                ? one.desk().officers().getFirst()
                : one.desk().leader();
        var grant = new Commitments.Grant(
                one.fund().id(),
                new Commitments.Cause(promise.service(), promise.caseId(), promise.number()),
                promise.service(),
                promise.words(),
                new Commitments.Recipient(
                        promise.whom().person(), promise.whom().name(), promise.code()),
                false,
                promise.amount(),
                new Commitments.BankAccount(
                        promise.whom().name(),
                        promise.account().bank(),
                        promise.account().number()));
        load.grant(by, promise.at(), id, grant);
    }

    /** Made when the week is over, approved, released and answered on the working days after. */
    private void pay(Kept one, int nth, LocalDate week, List<PaymentLoad.Due> due, List<Event> events) {
        var officers = one.desk().officers();
        int first = one.fund().kind() == FundKind.EMERGENCY ? 1 : 0;
        var made = step(officers.get(first), week, 1);
        var released = step(officers.get(first + 1), week, 3);
        var read = step(officers.get(first + 2), week, 4);
        var round = new PaymentLoad.Round(
                one.fund().id(),
                one.fund().code(),
                "BF%s-%d-%04d".formatted(one.fund().number(), week.getYear(), nth),
                made,
                step(one.desk().leader(), week, 2),
                released,
                read);
        var batch = new PaymentLoad.Batch[1];
        events.add(new Event(released.at(), () -> {
            batch[0] = payments.batch(round, due);
            batch[0].released();
        }));
        events.add(new Event(read.at(), () -> batch[0].answered()));
    }

    private PaymentLoad.Step step(Actor.Office by, LocalDate week, int days) {
        return new PaymentLoad.Step(by, Province.moment(calendar.workingDaysAfter(week, days), random));
    }

    /** More than was promised, before anything was. */
    private void receive(Kept one, long yuan) {
        var by = one.desk().officers().getLast();
        var fund = one.fund();
        switch (fund.kind()) {
            case EMERGENCY -> {
                load.principal(by, at(0), fund, "省市出资", "出资确认书（演示）", Money.ofYuan(PRINCIPAL_YUAN));
                long first = rounded(yuan * 6 / 10);
                income(one, at(1), RecordIncome.Kind.RETURN, "2020 年度投资收益", first);
                income(one, at(2), RecordIncome.Kind.RETURN, "上年结转的收益", rounded(yuan * 12 / 10 - first));
            }
            case BUDGET ->
                income(
                        one,
                        at(8),
                        RecordIncome.Kind.APPROPRIATION,
                        "2021 年困难退役军人帮扶援助专项",
                        rounded(yuan * 11 / 10 + 100_000));
            case CARE -> gifts(one, yuan * 5 / 4 + 50_000);
            case VOLUNTEER -> throw new IllegalStateException("none of these");
        }
    }

    private void income(Kept one, OffsetDateTime at, RecordIncome.Kind kind, String title, long yuan) {
        load.income(
                one.desk().officers().getLast(),
                at,
                one.fund().id(),
                Province.id(at.toLocalDate(), random),
                kind,
                new FundLoad.Paper(title, "入账通知（演示）"),
                Money.ofYuan(yuan));
    }

    private void gifts(Kept one, long yuan) {
        int many = 3 + random.nextInt(GIFTS - 2);
        for (int i = 1; i <= many; i++) {
            var at = at(5 + 3 * i);
            var name = Province.pick(AidTexts.DONORS, random);
            boolean bound = random.nextInt(2) == 0;
            var gift = new Gift(
                    Province.id(at.toLocalDate(), random),
                    one.fund().id(),
                    "JZ%s-%d-%04d".formatted(one.fund().number(), at.getYear(), i),
                    "演示票据%04d".formatted(i),
                    name.endsWith("演示") ? Gift.Donor.PERSON : Gift.Donor.ORGANISATION,
                    name,
                    random.nextInt(4) > 0,
                    null,
                    Money.ofYuan(rounded(yuan / many + 1)),
                    bound ? "帮扶生活困难的退役军人" : "由基金统筹使用",
                    at.toLocalDate(),
                    null);
            var query = "%08d".formatted(random.nextInt(QUERY));
            load.gift(one.desk().officers().getLast(), at, gift, bound ? "HARDSHIP" : null, query);
        }
    }

    private OffsetDateTime at(int days) {
        return Province.moment(calendar.workingDaysAfter(OPENED, days), random);
    }

    /** Up to whole ten thousands. */
    private static long rounded(long yuan) {
        long wan = 10_000;
        return (yuan + wan - 1) / wan * wan;
    }
}
