package org.rongyi.care.festival;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.rongyi.care.festival.rule.FestivalRule.Group;
import org.rongyi.care.festival.rule.Ground;
import org.rongyi.care.fund.FundKind;
import org.rongyi.care.fund.Gift;
import org.rongyi.care.fund.Lot;
import org.rongyi.care.fund.OpenFund;
import org.rongyi.care.fund.ReceiveGift;
import org.rongyi.care.visit.HandOver;
import org.rongyi.care.visit.RecordVisit;
import org.rongyi.care.visit.Result;
import org.rongyi.care.visit.Sent;
import org.rongyi.care.visit.VisitContent;
import org.rongyi.demo.TestCounty;
import org.rongyi.people.person.Category;
import org.rongyi.people.person.Files;
import org.rongyi.people.person.PersonStatus;
import org.rongyi.people.person.RegisterPerson;
import org.rongyi.people.person.SettleStatus;
import org.rongyi.platform.act.Act;
import org.rongyi.platform.act.Act.Command;
import org.rongyi.platform.act.Act.Outcome;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.database.BusinessClock;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.CreditCode;
import org.rongyi.platform.kernel.Ids;
import org.rongyi.platform.kernel.Money;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The small county greets; each test at a festival of its own, some years ago, since a bureau greets once a festival. */
public abstract class FestivalOffice {

    private static final AtomicInteger FESTIVALS = new AtomicInteger();

    private static final int FIRST_YEAR = 2019;

    /** From here on the demo county greets itself. */
    private static final int DEMO_YEAR = 2026;

    /** {@link RaisedFestivalsTest} has one of its own choice. */
    static final int RAISED_YEAR = 2034;

    static final Group BEREAVED = new Group(Ground.BEREAVED, 80_000, "", 0);
    static final Group DISABLED = new Group(Ground.DISABLED, 50_000, "大米一袋", 6_000);

    @Autowired
    protected ApplicationContext program;

    @Autowired
    protected Transactions transactions;

    @Autowired
    protected Campaigns campaigns;

    @Autowired
    protected Lines lines;

    @Autowired
    private Acts acts;

    @Autowired
    @Qualifier("job")
    protected JdbcClient everything;

    protected Actor.Office officer;
    protected Actor.Office chief;
    protected Actor.Office town;
    protected Actor.Office clerk;
    protected Actor.Office neighbour;
    protected Festival festival;
    protected LocalDate day;

    @BeforeEach
    void aFestivalOfItsOwn() {
        officer = TestCounty.office(program, "xian");
        chief = TestCounty.office(program, "juzhang");
        town = TestCounty.office(program, "zhen");
        clerk = TestCounty.office(program, "cun");
        neighbour = TestCounty.office(program, "cun2");
        int next = FESTIVALS.getAndIncrement();
        festival = Festival.values()[next % 2];
        int year = FIRST_YEAR + next / 2;
        year += year < DEMO_YEAR ? 0 : 2;
        year += year < RAISED_YEAR ? 0 : 1;
        day = LocalDate.of(year, festival == Festival.SPRING ? 2 : 8, 1);
    }

    /** As if it were some days before the festival. */
    protected <T> T before(int days, Supplier<T> work) {
        var answer = new AtomicReference<T>();
        var moment = day.minusDays(days).atTime(9, 30).atZone(ZoneId.of("Asia/Shanghai"));
        BusinessClock.at(moment.toInstant(), () -> answer.set(work.get()));
        return answer.get();
    }

    protected LocalDate now() {
        return LocalDate.now(program.getBean(Clock.class));
    }

    protected <C extends Command, O extends Outcome> O perform(
            Actor.Office by, Class<? extends Act<C, O>> act, C command) {
        return acts.perform(by, program.getBean(act), command);
    }

    /** A fund with so much money and goods worth so much for festivals. */
    protected UUID fund(long yuan, long goodsYuan) {
        return before(100, () -> {
            var name = "节日慰问资金" + Ids.next();
            var code = "5144122333333333A";
            var charity = new org.rongyi.care.fund.Fund.Charity(
                    "怀集县慈善会", code + CreditCode.checkCharacter(code), null, null, null);
            var opened = perform(
                    chief,
                    OpenFund.class,
                    new OpenFund.Command(CommandId.fresh(chief), name, FundKind.CARE, "批复", null, charity, now()));
            var fund = ((OpenFund.Outcome.Opened) opened).subject();
            gift(fund, null, yuan);
            gift(fund, "大米", goodsYuan);
            return fund;
        });
    }

    private void gift(UUID fund, String goods, long yuan) {
        var giver = new ReceiveGift.Giver(Gift.Donor.ORGANISATION, "粮油商行", false, null, null);
        assertThat(perform(
                        officer,
                        ReceiveGift.class,
                        new ReceiveGift.Command(
                                CommandId.fresh(officer),
                                fund,
                                giver,
                                "粤财捐" + Ids.next(),
                                goods,
                                Money.ofYuan(yuan),
                                "春节、八一慰问",
                                new Lot.Terms("FESTIVAL", null, null),
                                now())))
                .isInstanceOf(ReceiveGift.Outcome.Received.class);
    }

    protected OpenCampaign.Outcome open(Actor.Office by, UUID fund, Campaign.Way way, Group... groups) {
        return before(
                20,
                () -> perform(
                        by,
                        OpenCampaign.class,
                        new OpenCampaign.Command(
                                CommandId.fresh(by), festival, day, fund, way, Arrays.asList(groups))));
    }

    protected UUID opened(UUID fund, Campaign.Way way, Group... groups) {
        var outcome = open(officer, fund, way, groups);
        assertThat(outcome).isInstanceOf(OpenCampaign.Outcome.Opened.class);
        return ((OpenCampaign.Outcome.Opened) outcome).subject();
    }

    protected ApproveCampaign.Outcome approve(Actor.Office by, UUID campaign) {
        var sum = transactions.read(chief, () -> program.getBean(LineList.class).listed(campaign));
        return before(
                15,
                () -> perform(
                        by, ApproveCampaign.class, new ApproveCampaign.Command(CommandId.fresh(by), campaign, sum)));
    }

    /** 遗属 by transfer or in cash, 残疾 with rice: listed and approved. */
    protected UUID approved(Campaign.Way way) {
        var campaign = opened(fund(10_000_000, 1_000_000), way, BEREAVED, DISABLED);
        assertThat(approve(chief, campaign)).isInstanceOf(ApproveCampaign.Outcome.Approved.class);
        return campaign;
    }

    protected Line line(UUID campaign, UUID person) {
        return transactions.read(chief, () -> lines.find(campaign, person)).orElseThrow();
    }

    protected Campaign campaign(UUID id) {
        return transactions.read(chief, () -> campaigns.find(id)).orElseThrow();
    }

    /** Somebody of a clerk's village. */
    protected UUID person(Actor.Office by, String name, Category... categories) {
        var spot = new RegisterPerson.Spot(by.unitCode(), "1号", "第一村民小组");
        var outcome = perform(
                by,
                RegisterPerson.class,
                new RegisterPerson.Command(
                        CommandId.fresh(by),
                        name,
                        Files.number(),
                        "13900000000",
                        Set.of(categories),
                        spot,
                        null,
                        null));
        return ((RegisterPerson.Outcome.Registered) outcome).subject();
    }

    protected RecordVisit.Command visit(
            Actor.Office by, UUID person, Result result, String mode, List<HandOver.Signed> handed) {
        var content = new VisitContent(
                Map.of(person, result), now(), festival.name(), mode, Set.of(Sent.HONOUR), "", "", List.of());
        return new RecordVisit.Command(CommandId.fresh(by), content, List.of(), false, true, handed);
    }

    /** Three days before the festival the clerk of the village is at his door, and he signs. */
    protected RecordVisit.Outcome handOver(UUID campaign, UUID person, String name) {
        var signed = new HandOver.Signed(line(campaign, person).id(), HandOver.As.SELF, name);
        return before(
                3, () -> perform(clerk, RecordVisit.class, visit(clerk, person, Result.MET, "HOME", List.of(signed))));
    }

    protected String grant(UUID id) {
        return everything
                .sql("select state || ' ' || amount from fund.grant_made where id = :id")
                .param("id", id)
                .query(String.class)
                .optional()
                .orElse("");
    }

    protected CloseCampaign.Outcome close(UUID campaign, int shown) {
        return before(
                0,
                () -> perform(
                        chief,
                        CloseCampaign.class,
                        new CloseCampaign.Command(CommandId.fresh(chief), campaign, shown, "外出务工，节前没有回来")));
    }

    /** Somebody in another's post, with his own role. */
    protected static Actor.Office standingIn(Actor.Office one, Actor.Office whom) {
        return new Actor.Office(
                one.account(),
                one.name(),
                whom.post(),
                whom.unit(),
                whom.unitName(),
                whom.unitCode(),
                one.role(),
                whom.level(),
                whom.scope(),
                whom.account());
    }

    protected void settle(UUID person, PersonStatus status) {
        var version = transactions
                .read(
                        town,
                        () -> program.getBean(org.rongyi.people.person.PersonFile.class)
                                .find(person))
                .orElseThrow()
                .version();
        assertThat(perform(
                        town,
                        SettleStatus.class,
                        new SettleStatus.Command(CommandId.fresh(town), person, version, status, now(), "户口注销证明")))
                .isInstanceOf(SettleStatus.Outcome.Settled.class);
    }
}
