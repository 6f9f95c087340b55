package org.rongyi.career.campaign.web;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.campaign.CampaignRecord;
import org.rongyi.career.campaign.after.IssueLetter;
import org.rongyi.career.campaign.candidate.ScoreCascade;
import org.rongyi.career.campaign.direct.DirectOpen;
import org.rongyi.career.campaign.direct.DirectPolicy;
import org.rongyi.career.campaign.draw.CorrectScores;
import org.rongyi.career.campaign.draw.EndNotice;
import org.rongyi.career.campaign.draw.OpenDraw;
import org.rongyi.career.campaign.group.ApprovePlan;
import org.rongyi.career.campaign.material.WishLists;
import org.rongyi.career.campaign.mutual.Phase;
import org.rongyi.career.campaign.ranking.Rankings;
import org.rongyi.career.campaign.run.Runs;
import org.rongyi.career.campaign.wish.SealingKeys;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.ui.Words;
import org.springframework.stereotype.Component;

/** What there is to do next, by the stage and by what the acts themselves would ask for. */
@Component
class NextSteps {

    /** With more of them the acts go through the list only when they are performed. */
    private static final long MOST_ASKED = 300;

    private final ApprovePlan approve;
    private final EndNotice end;
    private final OpenDraw open;
    private final WishLists wishes;
    private final SealingKeys keys;
    private final Rankings rankings;
    private final DirectOpen direct;
    private final ScoreCascade cascade;
    private final CorrectScores correct;
    private final IssueLetter letter;
    private final Runs runs;
    private final Divisions divisions;
    private final Clock clock;

    NextSteps(
            ApprovePlan approve,
            EndNotice end,
            OpenDraw open,
            WishLists wishes,
            SealingKeys keys,
            Rankings rankings,
            DirectOpen direct,
            ScoreCascade cascade,
            CorrectScores correct,
            IssueLetter letter,
            Runs runs,
            Divisions divisions,
            Clock clock) {
        this.approve = approve;
        this.end = end;
        this.open = open;
        this.wishes = wishes;
        this.keys = keys;
        this.rankings = rankings;
        this.direct = direct;
        this.cascade = cascade;
        this.correct = correct;
        this.letter = letter;
        this.runs = runs;
        this.divisions = divisions;
        this.clock = clock;
    }

    /** None where it was called off. */
    @Nullable
    NextStep of(CampaignRecord one, long candidates) {
        if (one.calledOff() != null) {
            return null;
        }
        return switch (one.stage()) {
            case DRAFT -> approval(one);
            case NOTICE -> notice(one, candidates);
            case WISHES -> wishes(one);
            case OPENED -> wishes.isChoosing(one) ? NextStep.of("现场选岗，人人选完以后运行", "live", "现场选岗") : opened(one);
            case RESULT -> result(one);
            case FOLLOWED -> {
                var wrong = cascade.of(one).reasons();
                yield wrong.isEmpty()
                        ? NextStep.of("开介绍信、登记上岗，一个一个落实", "followup", "落实")
                        : NextStep.of("有得分更正了，先由专项小组书面决定怎样纠正，再接着开介绍信", "result", "登记决定", wrong);
            }
        };
    }

    private NextStep approval(CampaignRecord one) {
        var missing = approve.missing(one);
        if (missing.isEmpty()) {
            return NextStep.of("专项小组开会审定方案，审定以后开始公示", "group", "登记审定");
        }
        var first = missing.getFirst().door();
        var label = switch (first) {
            case "posts" -> "录入、核对岗位";
            case "candidates" -> "列入参加人";
            case "exam" -> "修改考试的安排";
            case "online" -> "修改网上双选的安排";
            default -> "修改方案";
        };
        return NextStep.of(
                "把方案备齐，由专项小组审定",
                first,
                label,
                missing.stream().map(ApprovePlan.Missing::why).toList());
    }

    private NextStep notice(CampaignRecord one, long candidates) {
        var until = one.noticeUntil();
        var exam = one.exam();
        if (exam != null
                && !exam.settled()
                && clock.instant().isBefore(one.plan().closes())) {
            return NextStep.of("报名、考试、阅卷、复核，定下成绩以后再公示总分", "exam", "去考试");
        }
        if (!clock.instant().isBefore(one.plan().closes())) {
            return NextStep.of(EndNotice.TOO_LATE, "draw", "看名单");
        }
        if (until != null && until.isBefore(divisions.today())) {
            return NextStep.of(
                    "公示期满，定名单，" + Words.moment(one.plan().opens()) + "以前定好才能按时填报",
                    "draw",
                    "定名单",
                    candidates > MOST_ASKED ? List.of() : end.missing(one));
        }
        var waiting = direct.of(one.id());
        if (!waiting.isEmpty()) {
            return NextStep.of("定名单以前办完" + DirectPolicy.name(one), "direct", "去" + DirectPolicy.name(one), waiting);
        }
        return isReady(one)
                ? NextStep.of("公示期间办完异议、核对岗位，期满定名单", "candidates", "看参加人")
                : key(one, "公示期间制作封存志愿的密钥，三名保管人当面收下");
    }

    private NextStep wishes(CampaignRecord one) {
        if (!one.selection().takesLists() && !wishes.areOpen(one)) {
            return NextStep.of("网上双选：" + Phase.of(one, clock.instant()).words(one) + "，截止以后抽签、运行", "online", "网上双选");
        }
        if (clock.instant().isBefore(one.plan().closes())) {
            return isReady(one)
                    ? NextStep.of("填报志愿到" + Words.moment(one.plan().closes()) + "截止，看看还有谁没有交", "seal", "看志愿")
                    : key(one, "制作封存志愿的密钥，三名保管人当面收下");
        }
        if (!isReady(one)) {
            return NextStep.of("密钥一直没有备齐，没有人能交志愿：请由负责人停办，重新拟定方案另办", "seal", "看密钥");
        }
        if (!wishes.areOpen(one)) {
            var waiting = rankings.waiting(one.id());
            return waiting.isEmpty()
                    ? NextStep.of("填报已经截止，请两名保管人到场开启志愿", "seal", "开启志愿")
                    : NextStep.of("核对单位的排序，再请两名保管人到场开启志愿", "posts", "去岗位", waiting);
        }
        return NextStep.of("录入、核对抽签的来源，开启抽签", "draw", "去抽签", open.missing(one));
    }

    private NextStep key(CampaignRecord one, String words) {
        var opens = one.plan().opens();
        var late = clock.instant().isBefore(opens)
                ? "密钥还没有备齐：" + Words.moment(opens) + "开始填报，到时没有密钥谁也交不了志愿"
                : "已到填报时间，密钥还没有备齐，谁也交不了志愿";
        return new NextStep(words, "seal", "志愿的封存", List.of(late), true);
    }

    private NextStep opened(CampaignRecord one) {
        var wrong = cascade.of(one).reasons();
        return !wrong.isEmpty() && correct.hasChosenLive(one)
                ? NextStep.of("有得分有错，现场选岗已经选过、不能再纠正：请由负责人停办，重新拟定方案另办", "result", "去看", wrong)
                : NextStep.of("运行", "result", "去运行", wrong);
    }

    private NextStep result(CampaignRecord one) {
        if (runs.valid(one.id()).filter(Runs.Run::isApproved).isEmpty()) {
            return NextStep.of(
                    "专项小组开会审定结果，或者撤销这次运行", "result", "登记决定", cascade.of(one).reasons());
        }
        if (cascade.of(one).isClear()) {
            return NextStep.of("结果公示期满以后开介绍信", "followup", "落实", letter.open(one));
        }
        return correct.hasChosenLive(one)
                ? NextStep.of("有得分有错，现场选岗已经选过、不能再纠正：先重新审档，由专项小组撤销这次运行，再由负责人停办另办", "result", "去看", letter.open(one))
                : NextStep.of("有得分有错：先重新审档，再由专项小组撤销这次运行、纠正得分", "result", "去看", letter.open(one));
    }

    private boolean isReady(CampaignRecord one) {
        return !one.selection().takesLists() || keys.ready(one.id()).isPresent();
    }
}
