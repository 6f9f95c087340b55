package org.rongyi.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.rongyi.care.visit.RecordVisit;
import org.rongyi.care.visit.Result;
import org.rongyi.care.visit.Sent;
import org.rongyi.care.visit.VisitContent;
import org.rongyi.demo.TestCounty;
import org.rongyi.people.person.Category;
import org.rongyi.people.person.RegisterPerson;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.kernel.CitizenId;
import org.springframework.context.ApplicationContext;

/** Somebody the clerk of the first village should see today. */
public final class Due {

    private static final AtomicInteger SERIAL = new AtomicInteger();

    private Due() {}

    /** Seen a year ago to the day: other tests have seen those of the county meanwhile. */
    public static void somebody(ApplicationContext program) {
        var clerk = TestCounty.office(program, "cun");
        var acts = program.getBean(Acts.class);
        var seventeen = "441284%04d0321%03d".formatted(1930 + SERIAL.get() / 900, 100 + SERIAL.getAndIncrement() % 900);
        var registered = (RegisterPerson.Outcome.Registered) acts.perform(
                clerk,
                program.getBean(RegisterPerson.class),
                new RegisterPerson.Command(
                        CommandId.fresh(clerk),
                        "何应访",
                        new CitizenId(seventeen + CitizenId.checkCharacter(seventeen)),
                        "13900000000",
                        Set.of(Category.DISCHARGED_SOLDIER),
                        new RegisterPerson.Spot(clerk.unitCode(), "1号", "一组"),
                        null,
                        null));
        var lastYear = LocalDate.now(program.getBean(Clock.class)).minusYears(1);
        var content = new VisitContent(
                Map.of(registered.subject(), Result.MET),
                lastYear,
                "REGULAR",
                "HOME",
                Set.of(Sent.POLICY),
                "",
                "",
                List.of());
        var recorded = acts.perform(
                clerk,
                program.getBean(RecordVisit.class),
                new RecordVisit.Command(CommandId.fresh(clerk), content, List.of(), false, false));
        assertThat(recorded).isInstanceOf(RecordVisit.Outcome.Recorded.class);
    }
}
