package org.rongyi.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.rongyi.career.campaign.CampaignLoad;
import org.rongyi.career.campaign.CampaignPlan;
import org.rongyi.career.campaign.DraftCampaign;
import org.rongyi.career.campaign.Selection;
import org.rongyi.career.campaign.UnitNature;
import org.rongyi.career.campaign.draw.EndNotice;
import org.rongyi.career.campaign.draw.MovedDays;
import org.rongyi.career.campaign.mutual.ApplyForPost;
import org.rongyi.career.campaign.mutual.NameReceiver;
import org.rongyi.career.campaign.mutual.PlanMutual;
import org.rongyi.career.placement.proof.Priority;
import org.rongyi.career.placement.proof.Tie;
import org.rongyi.career.placement.proof.Way;
import org.rongyi.network.organisation.Host;
import org.rongyi.network.organisation.Unit;
import org.rongyi.network.organisation.UnitKind;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Ids;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;

/** 网上双选: a campaign whose people have applied and whose units take now, one of them with somebody who may sign in. */
@Component
class DemoOnline {

    private static final int FROM = 52;
    private static final int PEOPLE = 5;
    private static final LocalDate OPENED = LocalDate.of(2020, 1, 1);
    private static final String UNIT = "四会市市场监督管理局";

    private final ApplicationContext program;
    private final Acts acts;
    private final DemoCampaigns campaigns;
    private final CampaignLoad load;
    private final MovedDays moved;
    private final Desk desk;
    private final Clock clock;

    DemoOnline(
            ApplicationContext program,
            Acts acts,
            DemoCampaigns campaigns,
            CampaignLoad load,
            MovedDays moved,
            Desk desk,
            Clock clock) {
        this.program = program;
        this.acts = acts;
        this.campaigns = campaigns;
        this.load = load;
        this.moved = moved;
        this.desk = desk;
        this.clock = clock;
    }

    /** @return who signs in for the unit that takes */
    Actor.Office play(Desk.Administrators administrators, DemoNetwork.Staff staff, List<DemoPeople.Made> people) {
        var officer = staff.countyOfficer();
        var campaign = drafted(officer);
        campaigns.post(staff, campaign, UNIT, UnitNature.ORGAN, "综合执法", 2);
        campaigns.post(staff, campaign, "四会市交通运输局", UnitNature.ORGAN, "路政管理", 1);
        campaigns.approved(
                staff, campaign, campaigns.receptions(staff, people.subList(FROM, FROM + PEOPLE)), Duration.ofDays(12));
        campaigns.act(officer, EndNotice.class, new EndNotice.Command(CommandId.fresh(officer), campaign));
        var unit = desk.open(
                administrators.system(),
                new Desk.Plan(
                        UNIT,
                        UnitKind.PARTNER,
                        Level.COUNTY,
                        Host.ADMINISTRATIVE,
                        officer.unitCode(),
                        Unit.Details.NONE),
                OPENED);
        var employer = desk.appoint(
                administrators, unit, new Desk.Post("jieshou", "吴海燕", "人事股干部", Role.EMPLOYER, false), OPENED);
        campaigns.act(
                officer,
                NameReceiver.class,
                new NameReceiver.Command(CommandId.fresh(officer), campaign, DemoCampaigns.creditCode(UNIT), unit));
        apply(campaign);
        load.moveBack(campaign, Duration.ofDays(11));
        moved.settle(campaign, officer);
        return employer;
    }

    /** Everybody the unit that takes, every second one the other too. */
    private void apply(UUID campaign) {
        var posts = load.posts(campaign);
        int turn = 0;
        for (var candidate : load.candidates(campaign)) {
            var himself = new Actor.Self(Ids.next(), candidate.name(), candidate.person());
            for (var post : posts.subList(0, 1 + turn++ % 2)) {
                campaigns.act(
                        himself,
                        ApplyForPost.class,
                        new ApplyForPost.Command(CommandId.fresh(himself), candidate.id(), post));
            }
        }
    }

    /** Applications from ten days on for a week; units look the week after, and take from the eighteenth day on: the days are moved back when people have applied. */
    private UUID drafted(Actor.Office officer) {
        var now = clock.instant();
        var closes = now.plus(Duration.ofDays(17));
        var plan = new CampaignPlan(
                LocalDate.now(clock).getYear() + " 年县直机关接收退役士兵网上双选",
                List.of(Way.TWO_SIDED, Way.DIRECTIVE),
                List.of(Tie.MERIT, Tie.SERVICE, Tie.HARDSHIP, Tie.DISABILITY, Tie.AGE),
                Priority.NONE,
                1,
                4,
                5,
                now.plus(Duration.ofDays(10)),
                closes,
                "没有公布数值的来源不计入，其余的照常计入；全部没有公布的，由专项小组另行公告新的来源",
                DemoCampaigns.sources(closes, "申请"));
        if (!(acts.perform(
                        officer,
                        program.getBean(DraftCampaign.class),
                        new DraftCampaign.Command(CommandId.fresh(officer), plan))
                instanceof DraftCampaign.Outcome.Drafted(var campaign, var ignored))) {
            throw new IllegalStateException("the demo could not draft a campaign held online");
        }
        var rule = new Selection.Online(
                1,
                2,
                closes.plus(Duration.ofDays(1)),
                closes.plus(Duration.ofDays(3)),
                closes.plus(Duration.ofDays(4)),
                closes.plus(Duration.ofDays(14)));
        campaigns.act(officer, PlanMutual.class, new PlanMutual.Command(CommandId.fresh(officer), campaign, rule));
        return campaign;
    }
}
