package org.rongyi.people.kin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.rongyi.demo.TestCounty;
import org.rongyi.people.person.AskCorrection;
import org.rongyi.people.person.CorrectionRequest;
import org.rongyi.people.person.Files;
import org.rongyi.people.person.OpenAtCounter;
import org.rongyi.platform.access.Mandates;
import org.rongyi.platform.act.Act;
import org.rongyi.platform.act.Act.Command;
import org.rongyi.platform.act.Act.Outcome;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.approval.apply.Applied;
import org.rongyi.platform.documents.attachment.AttachmentKind;
import org.rongyi.platform.documents.attachment.Checked;
import org.rongyi.platform.documents.attachment.DraftFiles;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Assurance;
import org.rongyi.platform.kernel.CitizenId;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A veteran of the village, and those of his family who act for him. */
final class Family {

    static final String NAME = "王秀英";

    final Actor.Office village;
    final UUID person;
    final Actor.Self self;

    private final ApplicationContext program;
    private final LocalDate today;

    Family(ApplicationContext program, String name) {
        this.program = program;
        this.village = TestCounty.office(program, "cun");
        this.person = new Files(program).register(village, name, Files.number(), null);
        this.self = new Actor.Self(UUID.randomUUID(), name, person, Assurance.CHECKED);
        this.today = LocalDate.now(program.getBean(Clock.class));
    }

    LocalDate today() {
        return today;
    }

    GiveMandate.Command command(CommandId id, CitizenId kin, String... services) {
        return new GiveMandate.Command(
                id, person, NAME, kin.value(), Relation.SPOUSE, List.of(services), today.plusMonths(6), false);
    }

    /** He gives it himself; answers the mandate. */
    UUID give(CitizenId kin, String... services) {
        var id = CommandId.fresh(self);
        assertThat((Object) perform(self, command(id, kin, services))).isEqualTo(new GiveMandate.Outcome.Given(person));
        return id.value();
    }

    /** The family member comes to the counter with his card; answers him. */
    Actor.Kin open(UUID mandate, CitizenId kin) {
        var outcome = perform(
                village,
                new OpenForFamily.Command(
                        CommandId.fresh(village), mandate, OpenAtCounter.Card.IDENTITY_CARD, kin.value()));
        assertThat(outcome).isInstanceOfAny(OpenForFamily.Outcome.Opened.class, OpenForFamily.Outcome.Joined.class);
        return actor(mandate).orElseThrow();
    }

    /** As the door would know him today. */
    Optional<Actor.Kin> actor(UUID mandate) {
        var account = jdbc().sql("select account_id from kin.mandate where id = :id and account_id is not null")
                .param("id", mandate)
                .query(UUID.class)
                .optional();
        return account.flatMap(known -> program.getBean(Mandates.class).inForce(known).stream()
                .filter(one -> one.id().equals(mandate))
                .findFirst()
                .map(one -> one.actor(known, NAME, Assurance.COUNTER)));
    }

    /** Puts a signed paper to a form of the counter. */
    void sign(CommandId form) {
        var paper = new Checked.Fit("委托书.pdf", "application/pdf", new byte[] {'%', 1}, new byte[] {1}, 1, false);
        program.getBean(Transactions.class)
                .write(
                        village,
                        () -> program.getBean(DraftFiles.class)
                                .keep(village, form, new AttachmentKind("SIGNED", "签字件"), paper));
    }

    Applied ask(Actor actor, UUID whom) {
        var request = new CorrectionRequest("新名", null, null, null, null, null, "登记错了");
        return perform(actor, new AskCorrection.Command(CommandId.fresh(actor), whom, request, null));
    }

    @SuppressWarnings("unchecked") // each command names its act
    <O extends Outcome> O perform(Actor actor, Command command) {
        var act = program.getBean(command.getClass().getEnclosingClass());
        return (O) program.getBean(Acts.class).perform(actor, (Act<Command, Outcome>) act, command);
    }

    JdbcClient jdbc() {
        return program.getBean("jobJdbc", JdbcClient.class);
    }
}
