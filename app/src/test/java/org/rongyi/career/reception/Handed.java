package org.rongyi.career.reception;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.reception.rule.Discharge;
import org.rongyi.career.reception.rule.Rank;
import org.rongyi.demo.TestCounty;
import org.rongyi.people.person.Files;
import org.rongyi.platform.act.Act;
import org.rongyi.platform.act.Act.Command;
import org.rongyi.platform.act.Act.Outcome;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Ids;
import org.springframework.context.ApplicationContext;

/** People the army hands over to the small county, and the desks that place them. */
public final class Handed {

    public final Actor.Office village;
    public final Actor.Office officer;
    public final Actor.Office colleague;
    public final Actor.Office chief;
    public final Actor.Office city;
    public final Actor.Office cityChief;
    public final LocalDate today;

    private final ApplicationContext program;
    private final Transactions transactions;

    public Handed(ApplicationContext program) {
        this.program = program;
        this.transactions = program.getBean(Transactions.class);
        village = TestCounty.office(program, "cun");
        officer = TestCounty.office(program, "xian");
        colleague = TestCounty.office(program, "chuna");
        chief = TestCounty.office(program, "juzhang");
        city = TestCounty.office(program, "shi");
        cityChief = TestCounty.office(program, "shiling");
        today = LocalDate.now(program.getBean(Clock.class));
    }

    /** A sergeant of twelve years and more, placed where he enlisted. */
    public static Discharge sergeant(LocalDate enlisted, LocalDate discharged) {
        return new Discharge(
                Rank.SERGEANT, "ASSIGNED", "TWELVE", Set.of(), enlisted, discharged, "ENLISTED", null, false);
    }

    public static Discharge conscript(LocalDate enlisted, LocalDate discharged) {
        return new Discharge(Rank.CONSCRIPT, "SELF", "", Set.of(), enlisted, discharged, "ENLISTED", null, false);
    }

    static Discharge married(LocalDate discharged, @Nullable LocalDate married, boolean city) {
        return new Discharge(
                Rank.CONSCRIPT, "SELF", "", Set.of(), discharged.minusYears(2), discharged, "SPOUSE", married, city);
    }

    public UUID person(String name) {
        return new Files(program).register(village, name, Files.number(), null);
    }

    public ReceivePerson.Outcome receive(UUID person, Discharge discharge, LocalDate received) {
        return perform(
                officer,
                ReceivePerson.class,
                new ReceivePerson.Command(CommandId.fresh(officer), person, discharge, "省军区某团", "入伍批准书、户口本", received));
    }

    /** Received on the day of his discharge. */
    public UUID received(UUID person, Discharge discharge) {
        var outcome = receive(person, discharge, discharge.discharged());
        assertThat(outcome).isInstanceOf(ReceivePerson.Outcome.Received.class);
        return ((ReceivePerson.Outcome.Received) outcome).subject();
    }

    public RecordReport.Outcome report(UUID reception, LocalDate on, String why) {
        return perform(
                officer, RecordReport.class, new RecordReport.Command(CommandId.fresh(officer), reception, on, why));
    }

    public Reception read(UUID reception) {
        return transactions.read(
                officer, () -> program.getBean(Receptions.class).find(reception).orElseThrow());
    }

    public Actor.Self himself(UUID person) {
        return new Actor.Self(Ids.next(), "本人", person);
    }

    public <C extends Command, O extends Outcome> O perform(Actor actor, Class<? extends Act<C, O>> act, C command) {
        return program.getBean(Acts.class).perform(actor, program.getBean(act), command);
    }
}
