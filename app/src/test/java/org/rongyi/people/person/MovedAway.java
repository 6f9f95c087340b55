package org.rongyi.people.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.rongyi.care.relief.emergency.AskEmergency;
import org.rongyi.care.relief.emergency.EmergencyCases;
import org.rongyi.demo.TestCounty;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.approval.apply.Applied;
import org.springframework.context.ApplicationContext;

/** Somebody who asked for emergency aid in the first village and lives in the second since: his case is to be moved on. */
public final class MovedAway {

    private MovedAway() {}

    /** Answers the case. */
    public static UUID withACase(ApplicationContext program, String name) {
        var acts = program.getBean(Acts.class);
        var here = TestCounty.office(program, "cun");
        var next = TestCounty.office(program, "cun2");
        var person = new Files(program).register(here, name, Files.number(), null);
        var today = LocalDate.now(program.getBean(Clock.class));
        var ask = new AskEmergency.Command(
                CommandId.fresh(here), person, EmergencyCases.request(today), "本人住院，村里代办", null, null, null);
        var applied = acts.perform(here, program.getBean(AskEmergency.class), ask);
        var spot = new RegisterPerson.Spot(next.unitCode(), "8号", "二组");
        var asked = acts.perform(
                here,
                program.getBean(AskHandover.class),
                new AskHandover.Command(CommandId.fresh(here), person, spot, PlaceKind.BOTH, "已搬去居住"));
        var accept = new AcceptHandover.Command(CommandId.fresh(next), ((AskHandover.Outcome.Asked) asked).subject());
        assertThat(acts.perform(next, program.getBean(AcceptHandover.class), accept))
                .isInstanceOf(AcceptHandover.Outcome.Accepted.class);
        return ((Applied.Asked) applied).subject();
    }
}
