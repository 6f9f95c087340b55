package org.rongyi.demo;

import java.math.BigDecimal;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.rongyi.career.campaign.CampaignLoad;
import org.rongyi.career.campaign.CampaignPlan;
import org.rongyi.career.campaign.DraftCampaign;
import org.rongyi.career.campaign.ExamPlan;
import org.rongyi.career.campaign.UnitNature;
import org.rongyi.career.campaign.after.IssueLetter;
import org.rongyi.career.campaign.after.RecordDuty;
import org.rongyi.career.campaign.candidate.AddCandidates;
import org.rongyi.career.campaign.draw.ConfirmSource;
import org.rongyi.career.campaign.draw.EndNotice;
import org.rongyi.career.campaign.draw.EnterSource;
import org.rongyi.career.campaign.draw.MovedDays;
import org.rongyi.career.campaign.draw.OpenDraw;
import org.rongyi.career.campaign.exam.PlanExam;
import org.rongyi.career.campaign.exam.RegisterForExam;
import org.rongyi.career.campaign.group.AddMember;
import org.rongyi.career.campaign.group.ApprovePlan;
import org.rongyi.career.campaign.group.Attendance;
import org.rongyi.career.campaign.group.Held;
import org.rongyi.career.campaign.live.OnTimeout;
import org.rongyi.career.campaign.live.PlanLive;
import org.rongyi.career.campaign.post.CheckPost;
import org.rongyi.career.campaign.post.ReportPost;
import org.rongyi.career.campaign.quota.SetQuota;
import org.rongyi.career.campaign.run.ApproveResult;
import org.rongyi.career.campaign.run.RunCampaign;
import org.rongyi.career.campaign.sealed.SealingKey;
import org.rongyi.career.campaign.sealed.Seed;
import org.rongyi.career.campaign.wish.HandInWishes;
import org.rongyi.career.campaign.wish.MakeSealingKey;
import org.rongyi.career.campaign.wish.OpenWishes;
import org.rongyi.career.campaign.wish.ReceiveShare;
import org.rongyi.career.placement.proof.Priority;
import org.rongyi.career.placement.proof.Tie;
import org.rongyi.career.placement.proof.Way;
import org.rongyi.career.reception.ReceivePerson;
import org.rongyi.career.reception.RecordReport;
import org.rongyi.career.reception.rule.Discharge;
import org.rongyi.career.reception.rule.Rank;
import org.rongyi.career.reception.scoring.EnterScore;
import org.rongyi.career.reception.scoring.EnteredAs;
import org.rongyi.career.reception.scoring.Entry;
import org.rongyi.career.reception.scoring.ScoreLoad;
import org.rongyi.platform.act.Act;
import org.rongyi.platform.act.Act.Command;
import org.rongyi.platform.act.Act.Outcome;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.CreditCode;
import org.rongyi.platform.kernel.Ids;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;

/** 阳光安置: a campaign that ran and is being followed, one that takes wishes, one on notice whose exam takes registrations. */
@Component
class DemoCampaigns {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final LocalDate LEFT = LocalDate.of(2022, 9, 1);
    private static final int RAN = 45;
    private static final int WISHING = 60;
    private static final int ON_NOTICE = 70;
    private static final int PEOPLE = 6;
    private static final int MINUTES = 5;

    private final ApplicationContext program;
    private final Acts acts;
    private final CampaignLoad load;
    private final MovedDays moved;
    private final ScoreLoad scores;
    private final Clock clock;

    DemoCampaigns(
            ApplicationContext program, Acts acts, CampaignLoad load, MovedDays moved, ScoreLoad scores, Clock clock) {
        this.program = program;
        this.acts = acts;
        this.load = load;
        this.moved = moved;
        this.scores = scores;
        this.clock = clock;
    }

    /**
     * @param people one after the other
     * @param own the reception of the veteran who has an account: he takes part where wishes are taken
     */
    void play(DemoNetwork.Staff staff, List<DemoPeople.Made> people, UUID own) {
        ran(staff, receptions(staff, people.subList(RAN, RAN + PEOPLE)));
        var wishing = receptions(staff, people.subList(WISHING, WISHING + PEOPLE));
        scores.shownUntil(own, LocalDate.now(clock).minusDays(60));
        wishing.add(own);
        var taking = approved(staff, "县直单位定向安置退役士兵", wishing, Duration.ofDays(12), true);
        act(staff.countyOfficer(), EndNotice.class, new EndNotice.Command(id(staff), taking));
        var waiting = receptions(staff, people.subList(ON_NOTICE, ON_NOTICE + PEOPLE));
        registering(staff, waiting);
    }

    /** Two have registered at the counter; the others still may. */
    private void registering(DemoNetwork.Staff staff, List<UUID> people) {
        var officer = staff.countyOfficer();
        var drafted = drafted(staff, "第二批符合政府安排工作条件退役士兵安置", Duration.ofDays(45));
        var now = clock.instant();
        var details = new PlanExam.Details(
                "全体参加人",
                60,
                List.of(new ExamPlan.Subject("公共基础知识", 100, new BigDecimal("0.40"))),
                now.plus(Duration.ofHours(1)),
                now.plus(Duration.ofDays(6)),
                now.plus(Duration.ofDays(11)),
                "四会市第一中学",
                LocalDate.ofInstant(now.plus(Duration.ofDays(7)), ZONE) + " 21:15 双色球开奖号码");
        act(officer, PlanExam.class, new PlanExam.Command(id(staff), drafted, details));
        var campaign = approved(staff, drafted, people, Duration.ofDays(1));
        load.candidates(campaign).stream()
                .limit(2)
                .forEach(one -> act(officer, RegisterForExam.class, new RegisterForExam.Command(id(staff), one.id())));
    }

    List<UUID> receptions(DemoNetwork.Staff staff, List<DemoPeople.Made> people) {
        var receptions = new ArrayList<UUID>();
        for (int i = 0; i < people.size(); i++) {
            receptions.add(scored(staff, people.get(i).id(), i + 1));
        }
        return receptions;
    }

    /** From the plan to the first one on duty. */
    private void ran(DemoNetwork.Staff staff, List<UUID> people) {
        var officer = staff.countyOfficer();
        var campaign = approved(staff, "第一批符合政府安排工作条件退役士兵安置", people, Duration.ofDays(40), false);
        var promised = load.closes(campaign);
        load.closeAt(campaign, clock.instant().plus(Duration.ofHours(1)));
        moved.settle(campaign, officer);
        act(officer, EndNotice.class, new EndNotice.Command(id(staff), campaign));
        wishes(staff, campaign, promised);
        for (int position = 1; position <= 2; position++) {
            var value = position == 1 ? "03 08 11 17 24 30 + 09" : "10853.17";
            act(officer, EnterSource.class, new EnterSource.Command(id(staff), campaign, position, value, "官方网站当日公告"));
            var second = staff.countyCashier();
            act(
                    second,
                    ConfirmSource.class,
                    new ConfirmSource.Command(CommandId.fresh(second), campaign, position, value));
        }
        act(officer, OpenDraw.class, new OpenDraw.Command(id(staff), campaign));
        act(officer, RunCampaign.class, new RunCampaign.Command(id(staff), campaign));
        var chief = staff.countyChief();
        act(
                chief,
                ApproveResult.class,
                new ApproveResult.Command(CommandId.fresh(chief), campaign, held(load.members(campaign), 2)));
        load.resultShownUntil(campaign, LocalDate.now(clock).minusDays(1));
        follow(staff, campaign);
    }

    private void follow(DemoNetwork.Staff staff, UUID campaign) {
        var officer = staff.countyOfficer();
        var placed = load.placed(campaign);
        for (int i = 0; i < placed.size() - 1; i++) {
            var outcome = acts.perform(
                    officer,
                    program.getBean(IssueLetter.class),
                    new IssueLetter.Command(id(staff), campaign, placed.get(i)));
            if (i == 0 && outcome instanceof IssueLetter.Outcome.Issued(var letter, var ignored)) {
                var today = LocalDate.now(clock);
                var duty = new RecordDuty.Command(id(staff), campaign, letter, today, null, true);
                acts.perform(officer, program.getBean(RecordDuty.class), duty);
            }
        }
    }

    /** @param promised when the time for them was to end */
    private void wishes(DemoNetwork.Staff staff, UUID campaign, Instant promised) {
        var officer = staff.countyOfficer();
        var random = new SecureRandom();
        var made = SealingKey.make(random);
        var trustees = List.of(
                new MakeSealingKey.Named("梁志强", "县纪委监委"),
                new MakeSealingKey.Named("何丽华", "县公证处"),
                new MakeSealingKey.Named("黄建国", "县人力资源和社会保障局"));
        act(officer, MakeSealingKey.class, new MakeSealingKey.Command(id(staff), campaign, made.key(), trustees));
        made.shares()
                .forEach(share ->
                        act(officer, ReceiveShare.class, new ReceiveShare.Command(id(staff), campaign, share)));
        int turn = 0;
        for (var candidate : load.candidates(campaign)) {
            var himself = new Actor.Self(Ids.next(), candidate.name(), candidate.person());
            var list = turned(List.of("P001", "P002", "P003", "P004"), turn++);
            var seed = Seed.fresh(random);
            var sealed = seed.list(load.number(campaign), candidate.pseudonym(), list);
            act(
                    himself,
                    HandInWishes.class,
                    new HandInWishes.Command(
                            CommandId.fresh(himself),
                            candidate.id(),
                            seed.seal(made.key(), sealed),
                            sealed.commitment(),
                            true));
        }
        load.closeAt(campaign, promised);
        moved.settle(campaign, officer);
        act(
                officer,
                OpenWishes.class,
                new OpenWishes.Command(
                        id(staff), campaign, made.shares().get(0), made.shares().get(2)));
    }

    /** Two or three of them, each beginning elsewhere. */
    private static List<String> turned(List<String> all, int by) {
        var turned = new ArrayList<String>();
        for (int i = 0; i < 2 + by % 2; i++) {
            turned.add(all.get((by / 2 + i) % all.size()));
        }
        return turned;
    }

    /**
     * Plan, posts, candidates, group; approved so long ago.
     *
     * @param live whether posts are chosen before everybody's eyes
     */
    private UUID approved(DemoNetwork.Staff staff, String title, List<UUID> receptions, Duration ago, boolean live) {
        var officer = staff.countyOfficer();
        var campaign = drafted(staff, title, Duration.ofDays(10));
        if (live) {
            act(
                    officer,
                    PlanLive.class,
                    new PlanLive.Command(
                            id(staff),
                            campaign,
                            MINUTES,
                            OnTimeout.FALL_BACK,
                            60,
                            clock.instant().plus(Duration.ofDays(20))));
        }
        return approved(staff, campaign, receptions, ago);
    }

    /** @param opens how long from now wishes are taken */
    private UUID drafted(DemoNetwork.Staff staff, String title, Duration opens) {
        var year = LocalDate.now(clock).getYear();
        if (!(acts.perform(
                        staff.countyOfficer(),
                        program.getBean(DraftCampaign.class),
                        new DraftCampaign.Command(id(staff), plan(year + " 年" + title, opens)))
                instanceof DraftCampaign.Outcome.Drafted(var campaign, var ignored))) {
            throw new IllegalStateException("the demo could not draft a campaign");
        }
        return campaign;
    }

    UUID approved(DemoNetwork.Staff staff, UUID campaign, List<UUID> receptions, Duration ago) {
        var officer = staff.countyOfficer();
        post(staff, campaign, "四会市自来水公司", UnitNature.STATE_ENTERPRISE, "设备运行维护", 2);
        post(staff, campaign, "四会市城市建设投资公司", UnitNature.STATE_ENTERPRISE, "综合管理", 1);
        post(staff, campaign, "四会市公路养护中心", UnitNature.INSTITUTION, "养护管理", 1);
        post(staff, campaign, "四会市图书馆", UnitNature.INSTITUTION, "安全保卫", 1);
        quota(staff, campaign, "四会市自来水公司", 2);
        quota(staff, campaign, "四会市公路养护中心", 1);
        quota(staff, campaign, "四会市图书馆", 2);
        var entries =
                receptions.stream().map(one -> AddCandidates.Entry.plain(one)).toList();
        act(officer, AddCandidates.class, new AddCandidates.Command(id(staff), campaign, entries));
        member(staff, campaign, "陈国栋", "中共四会市委组织部", "副部长，组长");
        member(staff, campaign, "李秀珍", "四会市人力资源和社会保障局", "副局长");
        member(staff, campaign, "周文辉", "四会市机构编制委员会办公室", "副主任");
        var chief = staff.countyChief();
        act(
                chief,
                ApprovePlan.class,
                new ApprovePlan.Command(CommandId.fresh(chief), campaign, held(load.members(campaign), 1)));
        if (!ago.isZero()) {
            load.moveBack(campaign, ago);
            moved.settle(campaign, officer);
        }
        return campaign;
    }

    private CampaignPlan plan(String title, Duration opens) {
        var now = clock.instant();
        var closes = now.plus(opens).plus(Duration.ofDays(7));
        return new CampaignPlan(
                title,
                List.of(Way.BY_SCORE, Way.DIRECTIVE),
                List.of(Tie.MERIT, Tie.SERVICE, Tie.HARDSHIP, Tie.DISABILITY, Tie.AGE),
                Priority.NONE,
                1,
                4,
                5,
                now.plus(opens),
                closes,
                "没有公布数值的来源不计入，其余的照常计入；全部没有公布的，由专项小组另行公告新的来源",
                sources(closes, "填报"));
    }

    /** Two public values of the day after the closing. */
    static List<String> sources(Instant closes, String what) {
        var day = LocalDate.ofInstant(closes, ZONE).plusDays(1);
        return List.of(day + " 21:15 双色球" + what + "截止以后第一期开奖号码", day + " 15:00 深证成指" + what + "截止以后第一个交易日收盘点位");
    }

    /** What the unit has to take; one of them reports fewer, so that the group has something to see. */
    private void quota(DemoNetwork.Staff staff, UUID campaign, String unit, int persons) {
        var details = new SetQuota.Details(unit, creditCode(unit), persons, "关于下达安置接收计划的通知〔2026〕2 号");
        act(staff.countyOfficer(), SetQuota.class, new SetQuota.Command(id(staff), campaign, details));
    }

    static String creditCode(String unit) {
        var stem = "9144128%010d".formatted(Math.floorMod(unit.hashCode(), 1_000_000_000));
        return stem + CreditCode.checkCharacter(stem);
    }

    void post(DemoNetwork.Staff staff, UUID campaign, String unit, UnitNature nature, String title, int seats) {
        var officer = staff.countyOfficer();
        var details = new ReportPost.Details(
                unit,
                creditCode(unit),
                nature,
                title,
                officer.unitCode(),
                seats,
                0,
                "高中以上文化程度",
                List.of(),
                "关于报送安置岗位的函〔2026〕1 号");
        var outcome = acts.perform(
                officer, program.getBean(ReportPost.class), new ReportPost.Command(id(staff), campaign, details));
        if (!(outcome instanceof ReportPost.Outcome.Reported(var post))) {
            throw new IllegalStateException("the demo could not enter a post: " + outcome);
        }
        var second = staff.countyCashier();
        act(second, CheckPost.class, new CheckPost.Command(CommandId.fresh(second), campaign, post));
    }

    private void member(DemoNetwork.Staff staff, UUID campaign, String name, String unit, String duty) {
        act(staff.countyOfficer(), AddMember.class, new AddMember.Command(id(staff), campaign, name, unit, duty));
    }

    private Held held(List<UUID> members, int serial) {
        var how = new LinkedHashMap<UUID, Attendance>();
        members.forEach(member -> how.put(member, Attendance.PRESENT));
        return new Held(LocalDate.now(clock), "四安组纪〔2026〕" + serial + " 号", how);
    }

    /** Sixteen years and so many commendations; settled, and on notice long ago. */
    private UUID scored(DemoNetwork.Staff staff, UUID person, int praise) {
        var officer = staff.countyOfficer();
        var second = staff.countyCashier();
        var discharge = new Discharge(
                Rank.SERGEANT, "ASSIGNED", "TWELVE", Set.of(), LEFT.minusYears(16), LEFT, "ENLISTED", null, false);
        var received = acts.perform(
                officer,
                program.getBean(ReceivePerson.class),
                new ReceivePerson.Command(id(staff), person, discharge, "省军区某部", "入伍批准书、户口本", LEFT));
        if (!(received instanceof ReceivePerson.Outcome.Received(var reception))) {
            throw new IllegalStateException("the demo could not receive somebody: " + received);
        }
        act(officer, RecordReport.class, new RecordReport.Command(id(staff), reception, LEFT.plusDays(12), ""));
        var lines = Map.of("placement.score.peace.praise", new Entry.Line(praise, "奖励登记（报告）表第 2 页"));
        var stated = new BigDecimal("52").add(new BigDecimal("0.5").multiply(BigDecimal.valueOf(praise)));
        act(officer, EnterScore.class, new EnterScore.Command(id(staff), reception, EnteredAs.ARMY, lines, stated));
        act(
                second,
                EnterScore.class,
                new EnterScore.Command(CommandId.fresh(second), reception, EnteredAs.OFFICE, lines, null));
        scores.shownUntil(reception, LocalDate.now(clock).minusDays(90));
        return reception;
    }

    private static CommandId id(DemoNetwork.Staff staff) {
        return CommandId.fresh(staff.countyOfficer());
    }

    <C extends Command, O extends Outcome> void act(Actor actor, Class<? extends Act<C, O>> act, C command) {
        var outcome = acts.perform(actor, program.getBean(act), command);
        if (!(outcome instanceof Outcome.Done)) {
            throw new IllegalStateException("the demo could not carry out " + act.getSimpleName() + ": " + outcome);
        }
    }
}
