package org.rongyi.care.fund.payment;

import java.util.List;
import java.util.UUID;
import org.rongyi.care.fund.Funds;
import org.rongyi.care.fund.GrantState;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.OfficeAct;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.audit.Detail;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.secrecy.Secrets;
import org.springframework.stereotype.Service;

/**
 * 解除承诺: what was promised and cannot be paid any more (the decision was withdrawn, nobody is left to receive it) is free again. By
 * somebody else than who promised it; the person is told.
 */
@Service
@Allow(
        roles = {Role.OFFICER, Role.LEADER},
        levels = {Level.PROVINCE, Level.CITY, Level.COUNTY})
public class CancelGrant implements OfficeAct<CancelGrant.Command, CancelGrant.Outcome> {

    private static final int LONGEST = 200;

    private final Funds funds;
    private final PaymentBatches batches;
    private final Grants grants;
    private final PaymentBooks books;
    private final Givers givers;
    private final GrantNews news;
    private final AuditTrail audit;
    private final Secrets secrets;

    CancelGrant(
            Funds funds,
            PaymentBatches batches,
            Grants grants,
            PaymentBooks books,
            Givers givers,
            GrantNews news,
            AuditTrail audit,
            Secrets secrets) {
        this.funds = funds;
        this.secrets = secrets;
        this.news = news;
        this.batches = batches;
        this.grants = grants;
        this.books = books;
        this.givers = givers;
        this.audit = audit;
    }

    public record Command(CommandId id, UUID grant, String reason) implements OfficeAct.Command {}

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {
        record Cancelled(UUID subject) implements Outcome, Done {}

        /** Absent, or of another unit's fund. */
        record NotFound() implements Outcome, Refused {}

        /** Nothing is said, or too much. */
        record NoReason() implements Outcome, Refused {}

        /** 不相容岗位: who decided that he gets it does not decide alone that he does not. */
        record OwnDecision() implements Outcome, Refused {}

        /** In a batch, on its way, paid or cancelled; or somebody has to settle something first. */
        record NotWaiting(GrantState state) implements Outcome, Refused {}

        record LooksSecret(Secrets.Found found) implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor.Office office, Command command) {
        var found = grants.find(command.grant())
                .filter(grant -> batches.ownFund(office, grant.fund()).isPresent());
        if (found.isEmpty()) {
            return new Outcome.NotFound();
        }
        if (found.get().isGrantedBy(office)) {
            return new Outcome.OwnDecision();
        }
        if (command.reason().isBlank() || command.reason().length() > LONGEST) {
            return new Outcome.NoReason();
        }
        var secret = secrets.look("reason", command.reason());
        if (secret.isPresent()) {
            return new Outcome.LooksSecret(secret.get());
        }
        funds.hold(found.get().fund());
        var grant = grants.lock(List.of(command.grant())).getFirst();
        boolean waits = grant.state() == GrantState.WAITING || grant.state() == GrantState.RETURNED;
        if (!waits || grant.held()) {
            return new Outcome.NotWaiting(grant.state());
        }
        var left = grants.left(List.of(grant.id())).getOrDefault(grant.id(), Shares.NONE);
        books.uncommit(office, grant, left, command.reason().strip());
        grants.move(List.of(grant.id()), GrantState.CANCELLED);
        givers.less(grant, left.total());
        news.cancelled(grant, left.total());
        audit.explain(new Detail(command.reason(), List.of()));
        return new Outcome.Cancelled(grant.id());
    }
}
