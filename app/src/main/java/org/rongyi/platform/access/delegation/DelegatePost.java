package org.rongyi.platform.access.delegation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.rongyi.platform.access.Delegations;
import org.rongyi.platform.access.Posts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.OfficeAct;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.audit.Detail;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Role;
import org.springframework.stereotype.Service;

/**
 * 指定岗位代理: a post's holder, or the head of the unit for somebody who is away and cannot, names a colleague of the same
 * unit who acts in it for some days. Posts of administrators and auditors are never lent.
 */
@Service
@Allow(roles = {Role.CLERK, Role.OFFICER, Role.LEADER})
public class DelegatePost implements OfficeAct<DelegatePost.Command, DelegatePost.Outcome> {

    private final Colleagues colleagues;
    private final Delegations delegations;
    private final AuditTrail audit;
    private final Clock clock;

    DelegatePost(Colleagues colleagues, Delegations delegations, AuditTrail audit, Clock clock) {
        this.colleagues = colleagues;
        this.delegations = delegations;
        this.audit = audit;
        this.clock = clock;
    }

    public record Command(CommandId id, Delegations.Wanted wanted) implements OfficeAct.Command {}

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {
        record Named(UUID subject) implements Outcome, Done {}

        /** Whoever acts for somebody passes nothing on. */
        record ActsForSomebody() implements Outcome, Refused {}

        /** Not his own, and not one of his unit: indistinguishable. */
        record NotFound() implements Outcome, Refused {}

        /** The deputy has to work in the same unit, and not as an administrator or auditor anywhere. */
        record NoColleague() implements Outcome, Refused {}

        /** Nobody gives himself a post (docs/decisions/0013). */
        record Yourself() implements Outcome, Refused {}

        /** Past, or the last day before the first. */
        record DayNotPossible() implements Outcome, Refused {}

        record TooLong(int days) implements Outcome, Refused {}

        record AlreadyDelegated() implements Outcome, Refused {}

        record NoReason() implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor.Office office, Command command) {
        if (office.actingFor() != null) {
            return new Outcome.ActsForSomebody();
        }
        var wanted = command.wanted();
        var held = find(colleagues.posts(office), wanted.post());
        if (held.isEmpty()) {
            return new Outcome.NotFound();
        }
        return objection(office, held.get(), wanted).orElseGet(() -> name(office, held.get(), wanted));
    }

    private Optional<Outcome> objection(Actor.Office office, Posts.Holder held, Delegations.Wanted wanted) {
        if (colleagues.deputies(office).stream().noneMatch(one -> one.account().equals(wanted.deputy()))
                || wanted.deputy().equals(held.account())) {
            return Optional.of(new Outcome.NoColleague());
        }
        if (wanted.deputy().equals(office.account())) {
            return Optional.of(new Outcome.Yourself());
        }
        if (wanted.first().isBefore(LocalDate.now(clock)) || wanted.last().isBefore(wanted.first())) {
            return Optional.of(new Outcome.DayNotPossible());
        }
        if (wanted.days() > delegations.longest()) {
            return Optional.of(new Outcome.TooLong(delegations.longest()));
        }
        return wanted.reason().isBlank() ? Optional.of(new Outcome.NoReason()) : Optional.empty();
    }

    private Outcome name(Actor.Office office, Posts.Holder held, Delegations.Wanted wanted) {
        var opened = delegations.open(wanted, office.signed());
        if (opened.isEmpty()) {
            return new Outcome.AlreadyDelegated();
        }
        var deputy = colleagues.deputies(office).stream()
                .filter(one -> one.account().equals(wanted.deputy()))
                .findFirst()
                .orElseThrow();
        var words = deputy.name() + "代" + held.name() + "（" + held.role().zh() + "），" + wanted.first() + " 至 "
                + wanted.last();
        audit.explain(new Detail(wanted.reason(), List.of(new Detail.Change("岗位代理", null, words))));
        return new Outcome.Named(opened.get());
    }

    private static Optional<Posts.Holder> find(List<Posts.Holder> posts, UUID post) {
        return posts.stream().filter(one -> one.post().equals(post)).findFirst();
    }
}
