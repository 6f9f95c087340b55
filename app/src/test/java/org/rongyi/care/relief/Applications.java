package org.rongyi.care.relief;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.rongyi.care.relief.CaseModel.Aid;
import org.rongyi.care.relief.CaseModel.Did;
import org.rongyi.care.relief.CaseModel.Stage;
import org.rongyi.platform.act.Act.Outcome.Refused;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.approval.AcceptCase;
import org.rongyi.platform.approval.AnswerTask;
import org.rongyi.platform.approval.AskSupplement;
import org.rongyi.platform.approval.DeclineCase;
import org.rongyi.platform.approval.ReturnCase;
import org.rongyi.platform.approval.TaskOutcome;
import org.rongyi.platform.approval.WithdrawCase;
import org.rongyi.platform.approval.apply.Applied;
import org.rongyi.platform.approval.route.Position.Verdict;
import org.rongyi.platform.kernel.Money;
import org.springframework.context.ApplicationContext;

/** Hardship aid at random for {@link CaseStreamTest}: asked for or given first, mended, declined, withdrawn, decided, rechecked. */
final class Applications {

    private static final int REVIEW = 1;

    /** Numbers of accounts of those who apply, each his own. */
    private static final long ACCOUNTS = 6_217_850_000_001_000_000L;

    private final Random random;
    private final UUID fund;
    private final Map<Did, Integer> did;
    private final HardshipCases desks;
    private final FirstAid first;
    private final Map<UUID, Aid> aids = new LinkedHashMap<>();
    private int names;
    private long cash;

    /** @param did what was done, and how often: told here */
    Applications(ApplicationContext program, Random random, UUID fund, Map<Did, Integer> did) {
        this.random = random;
        this.fund = fund;
        this.did = did;
        this.desks = new HardshipCases(program);
        this.first = new FirstAid(program, desks);
    }

    Collection<Aid> aids() {
        return aids.values();
    }

    Aid of(UUID id) {
        return aids.get(id);
    }

    /** What was given first, in fen: no bank ever hears of it. */
    long cash() {
        return cash;
    }

    void begins() {
        var name = "流水" + ++names;
        var person = desks.person(name);
        var account = Long.toString(ACCOUNTS + names);
        if (random.nextInt(4) == 0) {
            long yuan = 100 + random.nextInt(700);
            var aid = new Aid(first.given(person, fund, yuan), account, Stage.MENDING);
            aid.promised = yuan * 100;
            cash += yuan * 100;
            aids.put(aid.id, aid);
            done(Did.GIVEN_FIRST);
        } else {
            var id = ((Applied.Asked) desks.ask(person, request(account), null)).subject();
            aids.put(id, new Aid(id, account, Stage.ASKED));
            done(Did.APPLIED);
        }
    }

    private AidRequest request(String account) {
        return HardshipCases.request(desks.today, "骑车被撞，住院手术", "右腿胫骨骨折", account);
    }

    void moves(Aid aid) {
        switch (aid.stage) {
            case ASKED -> atTheTown(aid);
            case MENDING -> {
                var papers =
                        new SupplementAid.Command(CommandId.fresh(desks.village), aid.id, request(aid.account), "户口簿");
                assertThat(desks.<Applied>perform(desks.village, papers)).isInstanceOf(Applied.Supplemented.class);
                aid.stage = Stage.ASKED;
                aid.mended = true;
                done(Did.MENDED);
            }
            case CHECKING -> {
                desks.done(desks.town, aid.id, task -> desks.review(task, desks.checked(), false, "涉及家庭隐私"));
                aid.stage = Stage.DECIDING;
            }
            case DECIDING -> isDecided(aid);
            case GRANTED -> {
                desks.overturned(aid.id);
                aid.rechecked = true;
                aid.stage = Stage.DECIDING;
                done(Did.RECHECKED);
            }
            case OVER -> throw new IllegalStateException("over");
        }
    }

    /** Asked once for papers, no more; withdrawn by who brought it, but not where something was given first. */
    private void atTheTown(Aid aid) {
        var task = desks.open(aid.id).id();
        var town = desks.town;
        boolean given = aid.promised > 0;
        switch (random.nextInt(7)) {
            case 0 -> {
                var ask = new AskSupplement.Command(CommandId.fresh(town), task, "补户口簿");
                ends(aid, Stage.MENDING, Did.ASKED_FOR_PAPERS, !aid.mended, desks.perform(town, ask));
            }
            case 1 -> {
                var decline = new DeclineCase.Command(CommandId.fresh(town), task, "不是本镇的人");
                ends(aid, Stage.OVER, Did.DECLINED, true, desks.perform(town, decline));
            }
            case 2 -> {
                var by = given ? town : desks.village;
                var withdraw = new WithdrawCase.Command(CommandId.fresh(by), aid.id, "本人不要了");
                ends(aid, Stage.OVER, Did.WITHDRAWN, !given, desks.perform(by, withdraw));
            }
            default -> {
                var accept = new AcceptCase.Command(CommandId.fresh(town), task, "");
                ends(aid, Stage.CHECKING, Did.ACCEPTED, true, desks.perform(town, accept));
            }
        }
    }

    private void ends(Aid aid, Stage stage, Did what, boolean may, TaskOutcome outcome) {
        assertThat(outcome).as("%s, %s", what, aid.stage).isInstanceOf(may ? TaskOutcome.Done.class : Refused.class);
        if (may) {
            aid.stage = stage;
            done(what);
        }
    }

    private void isDecided(Aid aid) {
        var task = desks.open(aid.id).id();
        int what = random.nextInt(6);
        if (what == 0) {
            var against = new AnswerTask.Command(CommandId.fresh(desks.county), task, Verdict.AGAINST, "不合条件", null);
            boolean kept = aid.rechecked && aid.stands() > 0;
            var outcome = desks.<TaskOutcome>perform(desks.county, against);
            assertThat(outcome instanceof TaskOutcome.Done).isEqualTo(!kept);
            if (!kept) {
                aid.stage = Stage.OVER;
                done(Did.REFUSED);
            }
        } else if (what == 1 && !aid.rechecked) {
            var back = new ReturnCase.Command(CommandId.fresh(desks.county), task, REVIEW, "再核一次收入");
            assertThat(desks.<TaskOutcome>perform(desks.county, back)).isInstanceOf(TaskOutcome.Done.class);
            aid.stage = Stage.CHECKING;
            done(Did.RETURNED);
        } else {
            long fen = CaseModel.pick(
                            random,
                            Stream.of(123_456L, 200_000L, 299_900L, 300_000L)
                                    .filter(one -> one >= aid.stands())
                                    .toList())
                    .orElse(aid.stands());
            var agree = desks.decide(task, new Money(fen).plain(), fen == 300_000 ? "" : "按实际支出", fund.toString());
            var outcome = desks.<TaskOutcome>perform(desks.county, agree);
            assertThat(outcome).as("%d，还在他手里 %d", fen, aid.stands()).isInstanceOf(TaskOutcome.Done.class);
            aid.promised += fen - aid.stands();
            aid.stage = Stage.GRANTED;
            done(Did.AGREED);
        }
    }

    private void done(Did what) {
        did.merge(what, 1, Integer::sum);
    }
}
