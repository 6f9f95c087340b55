package org.rongyi.people.person;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.rongyi.platform.access.AccountControl;
import org.rongyi.platform.access.OwnAccounts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.OfficeAct;
import org.rongyi.platform.approval.Desks;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.audit.Detail;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.notice.Notice;
import org.rongyi.platform.notice.Notices;
import org.rongyi.platform.notice.Recipient;
import org.rongyi.platform.secrecy.Secrets;
import org.rongyi.platform.ui.Words;
import org.springframework.stereotype.Service;

/**
 * 窗口开通: the veteran stands at the counter of the place that answers for him, and his identity card was looked at. He gets an
 * account of his own, or a new password for the one he has. The slip for it is made after the act, because what an act answers
 * is kept; and he is told, so that nobody opens an account in his name unseen.
 */
@Service
@Allow(
        roles = {Role.CLERK, Role.OFFICER, Role.LEADER},
        levels = {Level.COUNTY, Level.TOWN, Level.VILLAGE})
public class OpenAtCounter implements OfficeAct<OpenAtCounter.Command, OpenAtCounter.Outcome> {

    private static final String HOTLINE = "12345";

    private final People people;
    private final PersonFile file;
    private final OwnAccounts accounts;
    private final Notices notices;
    private final Desks desks;
    private final AuditTrail audit;
    private final Clock clock;

    private final Secrets secrets;

    OpenAtCounter(
            People people,
            PersonFile file,
            OwnAccounts accounts,
            Notices notices,
            Desks desks,
            AuditTrail audit,
            Clock clock,
            Secrets secrets) {
        this.secrets = secrets;
        this.people = people;
        this.file = file;
        this.accounts = accounts;
        this.notices = notices;
        this.desks = desks;
        this.audit = audit;
        this.clock = clock;
    }

    /** 看了哪种证件. */
    public enum Card {
        IDENTITY_CARD("居民身份证"),
        TEMPORARY_CARD("临时居民身份证"),
        RESIDENCE_PERMIT("港澳台居民居住证");

        private final String zh;

        Card(String zh) {
            this.zh = zh;
        }

        public String zh() {
            return zh;
        }
    }

    /**
     * @param card which card was seen
     * @param purpose what he wants the account for, or why anew
     */
    public record Command(CommandId id, UUID person, Card card, String purpose) implements OfficeAct.Command {}

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {
        /** @param subject the account, whose owner gets the slip now */
        record Granted(UUID subject) implements Outcome, Done {}

        /** Absent, or outside the actor's territory. */
        record NotFound() implements Outcome, Refused {}

        /** Has died or moved away. */
        record NotActive() implements Outcome, Refused {}

        /** Another place answers for him: it is the one whose counter he goes to. */
        record NotResponsible(DivisionCode responsible) implements Outcome, Refused {}

        record NoPurpose() implements Outcome, Refused {}

        /** What it is for would stand in the trail for good. */
        record LooksSecret(String why) implements Outcome, Refused {}

        /** Locked by an administrator, or disabled: not for a counter to undo. */
        record ShutOut() implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor.Office office, Command command) {
        if (command.purpose().isBlank()) {
            return new Outcome.NoPurpose();
        }
        var secret = secrets.look("purpose", command.purpose());
        if (secret.isPresent()) {
            return new Outcome.LooksSecret(secret.get().why());
        }
        var person = people.lock(command.person()).flatMap(file::find);
        if (person.isEmpty()) {
            return new Outcome.NotFound();
        }
        if (person.get().status() != PersonStatus.ACTIVE) {
            return new Outcome.NotActive();
        }
        var responsible = People.responsible(people.placesOf(command.person()));
        if (!office.scope().contains(responsible)) {
            return new Outcome.NotResponsible(responsible);
        }
        if (accounts.lock(command.person()).filter(OwnAccounts.Own::shut).isPresent()) {
            return new Outcome.ShutOut();
        }
        var reason = "看了" + command.card().zh() + "：" + command.purpose().strip();
        var account = accounts.openAtCounter(
                command.person(), person.get().name(), new AccountControl.Ground(reason, office.signed()));
        audit.explain(new Detail(reason, List.of()));
        tell(office, command);
        return new Outcome.Granted(account);
    }

    private void tell(Actor.Office office, Command command) {
        var phone =
                desks.phone(office.unit()).filter(number -> !number.isBlank()).orElse(HOTLINE);
        var fields = Map.of(
                "at", Words.moment(OffsetDateTime.now(clock).toInstant()),
                "station", office.unitName(),
                "stationPhone", phone);
        notices.send(
                Notice.of("account.counter", command.id().value(), null, fields).urgently(),
                new Recipient.Person(command.person()));
    }
}
