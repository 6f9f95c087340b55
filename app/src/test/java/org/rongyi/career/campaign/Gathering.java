package org.rongyi.career.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.rongyi.career.placement.proof.Priority;
import org.rongyi.career.placement.proof.Tie;
import org.rongyi.career.placement.proof.Way;
import org.rongyi.demo.TestCounty;
import org.rongyi.platform.act.Act;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.Command;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Outcome;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.kernel.Actor;
import org.springframework.context.ApplicationContext;

/** A campaign of the small county's bureau, and the desks that run it. */
public final class Gathering {

    public final Actor.Office officer;
    public final Actor.Office colleague;
    public final Actor.Office chief;
    public final Instant now;

    private final ApplicationContext program;
    private final Transactions transactions;

    public Gathering(ApplicationContext program) {
        this.program = program;
        this.transactions = program.getBean(Transactions.class);
        officer = TestCounty.office(program, "xian");
        colleague = TestCounty.office(program, "chuna");
        chief = TestCounty.office(program, "juzhang");
        now = program.getBean(Clock.class).instant().truncatedTo(ChronoUnit.SECONDS);
    }

    /** By score, then by direction; wishes from ten days on for a week. */
    public CampaignPlan plan(String title) {
        return new CampaignPlan(
                title,
                List.of(Way.BY_SCORE, Way.DIRECTIVE),
                List.of(Tie.MERIT, Tie.SERVICE, Tie.AGE),
                Priority.NONE,
                1,
                5,
                5,
                now.plus(Duration.ofDays(10)),
                now.plus(Duration.ofDays(17)),
                "没有公布的不计入",
                List.of("双色球开奖号码", "深证成指收盘点位"));
    }

    public UUID drafted(CampaignPlan plan) {
        var outcome = perform(officer, DraftCampaign.class, new DraftCampaign.Command(CommandId.fresh(officer), plan));
        assertThat(outcome).isInstanceOf(DraftCampaign.Outcome.Drafted.class);
        return ((DraftCampaign.Outcome.Drafted) outcome).subject();
    }

    public CampaignRecord read(UUID campaign) {
        return transactions.read(
                officer,
                () -> program.getBean(PlacementCampaigns.class).find(campaign).orElseThrow());
    }

    public <C extends Command, O extends Outcome> O perform(Actor actor, Class<? extends Act<C, O>> act, C command) {
        return program.getBean(Acts.class).perform(actor, program.getBean(act), command);
    }
}
