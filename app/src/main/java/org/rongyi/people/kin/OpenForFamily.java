package org.rongyi.people.kin;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.rongyi.people.consent.Consents;
import org.rongyi.people.person.OpenAtCounter;
import org.rongyi.people.person.PersonFile;
import org.rongyi.people.person.Place;
import org.rongyi.platform.access.AccountControl;
import org.rongyi.platform.access.OwnAccounts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.OfficeAct;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.audit.Detail;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.CitizenId;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.springframework.stereotype.Service;

/**
 * 窗口核对代办人: the family member stands at the counter with his identity card, whose number is the one the mandate names. From
 * now on it works: under the account he has, or under one that is opened for him. Done again it renews a forgotten password.
 */
@Service
@Allow(
        roles = {Role.CLERK, Role.OFFICER, Role.LEADER},
        levels = {Level.COUNTY, Level.TOWN, Level.VILLAGE})
public class OpenForFamily implements OfficeAct<OpenForFamily.Command, OpenForFamily.Outcome> {

    private final KinMandates mandates;
    private final PersonFile file;
    private final Consents consents;
    private final OwnAccounts accounts;
    private final KinNews news;
    private final AuditTrail audit;
    private final Clock clock;

    OpenForFamily(
            KinMandates mandates,
            PersonFile file,
            Consents consents,
            OwnAccounts accounts,
            KinNews news,
            AuditTrail audit,
            Clock clock) {
        this.mandates = mandates;
        this.file = file;
        this.consents = consents;
        this.accounts = accounts;
        this.news = news;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param number as it stands on the card, checked and canonical */
    public record Command(CommandId id, UUID mandate, OpenAtCounter.Card card, String number)
            implements OfficeAct.Command {}

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {
        /** @param subject the account, whose owner gets a slip now to set his password */
        record Opened(UUID subject) implements Outcome, Done {}

        /**
         * He has an account, and signs in with it as before.
         *
         * @param subject the mandate
         */
        record Joined(UUID subject) implements Outcome, Done {}

        /** Absent, or outside the actor's territory. */
        record NotFound() implements Outcome, Refused {}

        /** Ended, past its last day, or the veteran has withdrawn his consent. */
        record Over() implements Outcome, Refused {}

        /** Another place answers for the veteran: it is the one whose counter his family goes to. */
        record NotResponsible() implements Outcome, Refused {}

        /** The card says another number than the mandate. */
        record OtherNumber() implements Outcome, Refused {}

        /** He has a file and an account of his own, whose password is not for this counter to renew. */
        record HasOwn() implements Outcome, Refused {}

        /** Locked by an administrator, or disabled: not for a counter to undo. */
        record ShutOut() implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor.Office office, Command command) {
        var found = mandates.lock(command.mandate());
        if (found.isEmpty()) {
            return new Outcome.NotFound();
        }
        var mandate = found.get();
        boolean agreed =
                mandate.basis() == MandateBasis.GUARDIAN || consents.holds(mandate.person(), GiveMandate.STATEMENT);
        if (!mandate.isOpen(LocalDate.now(clock)) || !agreed) {
            return new Outcome.Over();
        }
        boolean here = file.places(mandate.person()).stream().anyMatch(Place::responsible);
        if (!here) {
            return new Outcome.NotResponsible();
        }
        var number = new CitizenId(command.number());
        if (!mandates.isNumberOf(mandate.id(), number)) {
            return new Outcome.OtherNumber();
        }
        var reason = "看了" + command.card().zh() + "：替亲属办事";
        var ground = new AccountControl.Ground(reason, office.signed());
        audit.explain(new Detail(reason, List.of(new Detail.Change("亲属代办", null, mandate.kinName()))));
        return mandate.account() == null ? open(office, mandate, number, ground) : renew(mandate.account(), ground);
    }

    private Outcome open(Actor.Office office, Mandate mandate, CitizenId number, AccountControl.Ground ground) {
        var known = mandates.known(number);
        var account = known.own() != null
                ? accounts.ownOf(known.own(), mandate.kinName())
                : known.account() != null ? known.account() : accounts.openForFamily(mandate.kinName(), ground);
        mandates.open(mandate.id(), account, office.signed());
        news.opened(office, mandate);
        boolean fresh = known.own() == null && known.account() == null;
        return fresh ? new Outcome.Opened(account) : new Outcome.Joined(mandate.id());
    }

    private Outcome renew(UUID account, AccountControl.Ground ground) {
        var found = accounts.findFamily(account);
        if (found.isEmpty()) {
            return new Outcome.HasOwn();
        }
        if (found.get().shut()) {
            return new Outcome.ShutOut();
        }
        accounts.renewForFamily(account, ground);
        return new Outcome.Opened(account);
    }
}
