package org.rongyi.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.fund.Fund;
import org.rongyi.care.fund.FundKind;
import org.rongyi.care.fund.Gift;
import org.rongyi.care.fund.Lot;
import org.rongyi.care.fund.OpenFund;
import org.rongyi.care.fund.ReceiveGift;
import org.rongyi.care.fund.RecordIncome;
import org.rongyi.care.fund.payment.ApproveBatch;
import org.rongyi.care.fund.payment.Grants;
import org.rongyi.care.fund.payment.MakeBatch;
import org.rongyi.care.fund.payment.PaymentBatches;
import org.rongyi.care.fund.payment.ReleaseBatch;
import org.rongyi.care.fund.raising.PublishDisclosure;
import org.rongyi.care.fund.raising.RaisingPlan;
import org.rongyi.care.fund.raising.RegisterPlan;
import org.rongyi.care.fund.related.DeclareRelated;
import org.rongyi.care.fund.related.RelatedPerson;
import org.rongyi.platform.act.Act;
import org.rongyi.platform.act.Act.Command;
import org.rongyi.platform.act.Act.Outcome;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.CitizenId;
import org.rongyi.platform.kernel.CreditCode;
import org.rongyi.platform.kernel.Money;
import org.springframework.stereotype.Component;

/** The county's 关爱基金 and budget line, the province's emergency fund, and what came into them. */
@Component
class DemoFunds {

    /** Seventeen characters of a code nobody was given; the eighteenth belongs to them. */
    private static final String NO_REAL_CODE = "53440000000000000";

    private static final int MOST = 20;

    private final Acts acts;
    private final OpenFund openFund;
    private final RecordIncome recordIncome;
    private final ReceiveGift receiveGift;
    private final RegisterPlan registerPlan;
    private final PublishDisclosure publishDisclosure;
    private final DeclareRelated declareRelated;
    private final MakeBatch makeBatch;
    private final ApproveBatch approveBatch;
    private final ReleaseBatch releaseBatch;
    private final Grants grants;
    private final PaymentBatches batches;
    private final Transactions transactions;
    private final Divisions divisions;
    private final Clock clock;

    DemoFunds(
            Acts acts,
            OpenFund openFund,
            RecordIncome recordIncome,
            ReceiveGift receiveGift,
            RegisterPlan registerPlan,
            PublishDisclosure publishDisclosure,
            DeclareRelated declareRelated,
            MakeBatch makeBatch,
            ApproveBatch approveBatch,
            ReleaseBatch releaseBatch,
            Grants grants,
            PaymentBatches batches,
            Transactions transactions,
            Divisions divisions,
            Clock clock) {
        this.acts = acts;
        this.openFund = openFund;
        this.recordIncome = recordIncome;
        this.receiveGift = receiveGift;
        this.registerPlan = registerPlan;
        this.publishDisclosure = publishDisclosure;
        this.declareRelated = declareRelated;
        this.makeBatch = makeBatch;
        this.approveBatch = approveBatch;
        this.releaseBatch = releaseBatch;
        this.grants = grants;
        this.batches = batches;
        this.transactions = transactions;
        this.divisions = divisions;
        this.clock = clock;
    }

    /** The county's budget line for hardship aid, and its fund for festivals among others. */
    record Opened(UUID budget, UUID care) {}

    Opened play(DemoNetwork.Staff staff) {
        var chief = staff.countyChief();
        var place = divisions.nameBelow(chief.unitCode(), chief.unitCode());
        var charity = new Fund.Charity(
                place + "慈善会（演示）", NO_REAL_CODE + CreditCode.checkCharacter(NO_REAL_CODE), "演示，不是真的资格证", null, null);
        var care = open(chief, place + "退役军人关爱基金", FundKind.CARE, "县政府常务会议纪要（演示）", null, charity);
        var budget = open(chief, place + "困难退役军人帮扶援助专项", FundKind.BUDGET, "年度部门预算批复（演示）", null, null);
        income(staff.countyOfficer(), budget, RecordIncome.Kind.APPROPRIATION, "年度帮扶援助专项", 600_000, 300);
        gifts(staff.countyOfficer(), care);
        open(staff.countyOfficer(), care);

        var leader = staff.provinceLeader();
        var emergency = open(leader, "省退役军人应急救助基金", FundKind.EMERGENCY, "应急救助资金管理暂行办法", "受托管理机构（演示）", null);
        income(staff.provinceOfficer(), emergency, RecordIncome.Kind.PRINCIPAL, "省市出资", 1_000_000_000, 360);
        income(staff.provinceOfficer(), emergency, RecordIncome.Kind.RETURN, "上半年投资收益", 21_560_000, 200);
        income(staff.provinceOfficer(), emergency, RecordIncome.Kind.RETURN, "第三季度投资收益", 10_830_000, 60);
        return new Opened(budget, care);
    }

    /** What was decided goes to the bank, by three people's hands; its answer is still to come. */
    void pay(DemoNetwork.Staff staff, UUID fund) {
        var maker = staff.countyOfficer();
        var waiting = transactions.read(maker, () -> grants.waiting(fund, false, MOST)).stream()
                .map(Grants.Grant::id)
                .toList();
        if (waiting.isEmpty()) {
            return;
        }
        var batch = act(maker, makeBatch, new MakeBatch.Command(CommandId.fresh(maker), fund, waiting, null));
        var made = transactions.read(maker, () -> batches.find(batch)).orElseThrow();
        var chief = staff.countyChief();
        act(chief, approveBatch, new ApproveBatch.Command(CommandId.fresh(chief), batch, made.count(), made.amount()));
        var cashier = staff.countyCashier();
        act(cashier, releaseBatch, new ReleaseBatch.Command(CommandId.fresh(cashier), batch, made.amount()));
    }

    private void gifts(Actor.Office by, UUID fund) {
        var hardship = new Lot.Terms("HARDSHIP", null, null);
        var school = new Lot.Terms("EDUCATION", null, null);
        gift(by, fund, organisation("演示建材有限公司", true), 200_000, "帮扶生活困难的退役军人", hardship, 280);
        gift(by, fund, person("陈演示", true), 5_000, "由基金统筹使用", Lot.Terms.FREE, 230);
        gift(
                by,
                fund,
                new ReceiveGift.Giver(Gift.Donor.ANONYMOUS, null, false, null, null),
                1_000,
                "给老兵",
                hardship,
                150);
        gift(by, fund, person("李演示", false), 20_000, "资助退役军人子女上学", school, 90);
        var year = new Lot.Terms("HARDSHIP", by.unitCode(), LocalDate.now(clock).plusDays(200));
        gift(by, fund, organisation("演示农业合作社", true), 50_000, "一年内用于本地困难老兵", year, 40);
        var festival = new Lot.Terms("FESTIVAL", null, null);
        gift(by, fund, organisation("演示商会", true), 800_000, "春节、八一慰问", festival, 390);
        rice(by, fund, "演示票据0006", 500, 390);
        rice(by, fund, "演示票据0007", 200, 20);
    }

    private void rice(Actor.Office by, UUID fund, String receipt, int bags, int daysAgo) {
        var goods = new ReceiveGift.Command(
                CommandId.fresh(by),
                fund,
                organisation("演示粮油商行", false),
                receipt,
                "大米 10 千克装 " + bags + " 袋",
                Money.ofYuan(60L * bags),
                "春节、八一慰问",
                new Lot.Terms("FESTIVAL", null, null),
                LocalDate.now(clock).minusDays(daysAgo));
        act(by, receiveGift, goods);
    }

    /** A plan with a gift by it, what was made public, somebody tied to who manages it, and a gift that is past its day. */
    private void open(Actor.Office by, UUID fund) {
        var today = LocalDate.now(clock);
        var plan = new RaisingPlan(
                fund,
                fund,
                "老兵子女助学募捐（演示）",
                today.minusDays(30),
                today.plusDays(300),
                divisions.fullName(by.unitCode()),
                "资助生活困难的退役军人子女上学",
                List.of(RaisingPlan.Way.ONSITE, RaisingPlan.Way.EVENT),
                "演示负责人",
                "用于本地其他助学项目",
                false,
                new RaisingPlan.Filing("演示备案001", today.minusDays(40)));
        var raised = act(by, registerPlan, new RegisterPlan.Command(CommandId.fresh(by), fund, plan));
        var school = new ReceiveGift.Command(
                CommandId.fresh(by),
                fund,
                person("周演示", false),
                "演示票据0011",
                null,
                Money.ofYuan(3_000),
                "助学",
                new Lot.Terms("EDUCATION", null, null),
                today.minusDays(10),
                raised);
        act(by, receiveGift, school);
        var over = new Lot.Terms("START_UP", null, today.minusDays(5));
        gift(by, fund, person("吴演示", false), 8_000, "资助老兵创业，到期未用完的另行商量", over, 190);
        var relation = RelatedPerson.Relation.SELF;
        act(
                by,
                declareRelated,
                new DeclareRelated.Command(
                        CommandId.fresh(by), fund, null, "委员演示", "管委会委员", relation, "委员演示", nobody()));
        act(by, publishDisclosure, new PublishDisclosure.Command(CommandId.fresh(by), fund, null));
    }

    /** A number nobody has. */
    private static CitizenId nobody() {
        var seventeen = "44122418990101001";
        return new CitizenId(seventeen + CitizenId.checkCharacter(seventeen));
    }

    private static ReceiveGift.Giver person(String name, boolean named) {
        return new ReceiveGift.Giver(Gift.Donor.PERSON, name, named, "13800138000", null);
    }

    private static ReceiveGift.Giver organisation(String name, boolean named) {
        return new ReceiveGift.Giver(Gift.Donor.ORGANISATION, name, named, null, null);
    }

    private UUID open(
            Actor.Office by,
            String name,
            FundKind kind,
            String document,
            @Nullable String trustee,
            Fund.@Nullable Charity charity) {
        var since = LocalDate.now(clock).minusDays(400);
        return act(
                by, openFund, new OpenFund.Command(CommandId.fresh(by), name, kind, document, trustee, charity, since));
    }

    private void income(Actor.Office by, UUID fund, RecordIncome.Kind kind, String title, long yuan, int daysAgo) {
        var command = new RecordIncome.Command(
                CommandId.fresh(by),
                fund,
                kind,
                title,
                "入账通知（演示）",
                Money.ofYuan(yuan),
                LocalDate.now(clock).minusDays(daysAgo),
                Lot.Terms.FREE);
        act(by, recordIncome, command);
    }

    private void gift(
            Actor.Office by, UUID fund, ReceiveGift.Giver giver, long yuan, String wish, Lot.Terms terms, int daysAgo) {
        var day = LocalDate.now(clock).minusDays(daysAgo);
        var command = new ReceiveGift.Command(
                CommandId.fresh(by), fund, giver, "演示票据" + day, null, Money.ofYuan(yuan), wish, terms, day);
        act(by, receiveGift, command);
    }

    private <C extends Command, O extends Outcome> UUID act(Actor.Office by, Act<C, O> act, C command) {
        if (acts.perform(by, act, command) instanceof Outcome.Done done) {
            return done.subject();
        }
        throw new IllegalStateException("the demo's " + act.getClass().getSimpleName() + " was refused");
    }
}
