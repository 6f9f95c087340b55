package org.rongyi.people.person;

import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.rongyi.demo.TestCounty;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.DivisionCode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Two villages of one town, and what their people and the town's do about hand-overs. */
abstract class TwoVillages {

    @Autowired
    protected ApplicationContext program;

    @Autowired
    protected Transactions transactions;

    @Autowired
    protected Handovers handovers;

    @Autowired
    protected PersonFile file;

    @Autowired
    protected Clock clock;

    @Autowired
    protected Acts acts;

    protected Files files;
    protected Actor.Office here;
    protected Actor.Office there;
    protected Actor.Office town;

    @BeforeEach
    void twoVillagesOfOneTown() {
        here = TestCounty.office(program, "cun");
        there = TestCounty.office(program, "cun2");
        town = TestCounty.office(program, "zhen");
        files = new Files(program);
    }

    protected UUID register(String name) {
        return files.register(here, name, Files.number(), null);
    }

    protected AskHandover.Outcome ask(Actor.Office by, UUID person, DivisionCode to, @Nullable PlaceKind kind) {
        return acts.perform(
                by,
                program.getBean(AskHandover.class),
                new AskHandover.Command(
                        CommandId.fresh(by), person, new RegisterPerson.Spot(to, "8号", "二组"), kind, "已搬去居住"));
    }

    protected UUID asked(UUID person, DivisionCode to, PlaceKind kind) {
        return ((AskHandover.Outcome.Asked) ask(here, person, to, kind)).subject();
    }

    protected UUID asked(Actor.Office by, UUID person, DivisionCode to) {
        return ((AskHandover.Outcome.Asked) ask(by, person, to, PlaceKind.RESIDENCE)).subject();
    }

    protected AcceptHandover.Outcome accepted(Actor.Office by, UUID request) {
        return acts.perform(
                by, program.getBean(AcceptHandover.class), new AcceptHandover.Command(CommandId.fresh(by), request));
    }

    protected WithdrawHandover.Outcome withdrawn(Actor.Office by, UUID request) {
        return acts.perform(
                by,
                program.getBean(WithdrawHandover.class),
                new WithdrawHandover.Command(CommandId.fresh(by), request));
    }
}
