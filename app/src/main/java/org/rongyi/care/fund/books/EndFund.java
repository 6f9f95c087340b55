package org.rongyi.care.fund.books;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.fund.Fund;
import org.rongyi.care.fund.Funds;
import org.rongyi.care.fund.Lot;
import org.rongyi.care.fund.ledger.AccountKind;
import org.rongyi.care.fund.ledger.EntryKind;
import org.rongyi.care.fund.ledger.Ledger;
import org.rongyi.care.fund.ledger.Posted;
import org.rongyi.care.fund.ledger.Posting;
import org.rongyi.care.fund.ledger.Posting.Share;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.OfficeAct;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Money;
import org.rongyi.platform.kernel.Role;
import org.springframework.stereotype.Service;

/**
 * 终止资金: by a 负责人 who did not propose it. What is left goes to its successor by entries, source by source with what each is bound to;
 * then its books are closed for good.
 */
@Service
@Allow(
        roles = {Role.LEADER},
        levels = {Level.PROVINCE, Level.CITY, Level.COUNTY})
public class EndFund implements OfficeAct<EndFund.Command, EndFund.Outcome> {

    private final Closings closings;
    private final FundEnds ends;
    private final Funds funds;
    private final Ledger ledger;
    private final Clock clock;
    private final AuditTrail audit;

    EndFund(Closings closings, FundEnds ends, Funds funds, Ledger ledger, Clock clock, AuditTrail audit) {
        this.audit = audit;
        this.closings = closings;
        this.ends = ends;
        this.funds = funds;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** @param agrees false sends it back to whoever proposed it */
    public record Command(CommandId id, UUID closing, boolean agrees) implements OfficeAct.Command {}

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {
        record Ended(UUID subject) implements Outcome, Done {}

        record Declined(UUID subject) implements Outcome, Done {}

        /** Absent, or of another unit's fund. */
        record NotFound() implements Outcome, Refused {}

        record AlreadyAnswered() implements Outcome, Refused {}

        /** 不相容岗位: who proposed it does not end it. */
        record OwnProposal() implements Outcome, Refused {}

        record Obstructed(List<Closings.InTheWay> by) implements Outcome, Refused {}

        /** Something came in since, and nobody takes it over. */
        record NobodyTakesOver() implements Outcome, Refused {}

        /** It ended meanwhile. */
        record NotASuccessor() implements Outcome, Refused {}

        /** The successor's books of this year are closed. */
        record YearClosed(int year) implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor.Office office, Command command) {
        var found = closings.find(command.closing()).filter(one -> one.year() == null);
        found.ifPresent(one ->
                funds.hold(one.successor() == null ? List.of(one.fund()) : List.of(one.fund(), one.successor())));
        var fund = found.flatMap(one -> closings.lockOwn(office, one.fund()));
        if (fund.isEmpty()) {
            return new Outcome.NotFound();
        }
        var closing = closings.find(command.closing()).orElseThrow();
        if (closing.state() != Closings.State.PROPOSED) {
            return new Outcome.AlreadyAnswered();
        }
        if (closing.isFrom(office)) {
            return new Outcome.OwnProposal();
        }
        if (!command.agrees()) {
            audit.changed("终止资金", closing.state().zh(), Closings.State.DECLINED.zh());
            closings.decide(office, closing.id(), Closings.State.DECLINED);
            return new Outcome.Declined(closing.fund());
        }
        var objection = objection(fund.get(), closing.successor());
        return objection != null ? objection : end(office, fund.get(), closing);
    }

    private @Nullable Outcome objection(Fund fund, @Nullable UUID successor) {
        var hindrances = ends.inTheWay(fund);
        if (!hindrances.isEmpty()) {
            return new Outcome.Obstructed(hindrances);
        }
        if (successor == null) {
            return ends.isEmpty(fund) ? null : new Outcome.NobodyTakesOver();
        }
        return ends.mayFollow(fund, successor) ? null : new Outcome.NotASuccessor();
    }

    private Outcome end(Actor.Office office, Fund fund, Closings.Closing closing) {
        audit.changed("终止资金", closing.state().zh(), Closings.State.CLOSED.zh());
        closings.decide(office, closing.id(), Closings.State.CLOSED);
        int year = LocalDate.now(clock).getYear();
        var carried = CarryOver.lines(closings.toCarry(fund.id(), year));
        if (!carried.isEmpty()) {
            post(office, posting(fund.id(), EntryKind.YEAR_END, "carry", closing.id(), "终止，收入、支出转入净资产", carried));
        }
        if (closing.successor() != null
                && handOver(office, fund, funds.find(closing.successor()).orElseThrow(), closing.id())
                        instanceof Posted.Closed(var closed)) {
            return new Outcome.YearClosed(closed);
        }
        ends.close(fund.id());
        return new Outcome.Ended(fund.id());
    }

    private Posted handOver(Actor.Office office, Fund from, Fund to, UUID closing) {
        var lots = ends.left(from.id());
        var balances = ends.balances(from.id());
        var money = FundEnds.sum(lots, false);
        var goods = FundEnds.sum(lots, true);
        if (balances.getOrDefault(AccountKind.BANK, 0L) != money.fen()
                || balances.getOrDefault(AccountKind.GOODS, 0L) != goods.fen()) {
            throw new IllegalStateException("accounts and sources disagree: " + from.number());
        }
        var principal = new Money(-balances.getOrDefault(AccountKind.PRINCIPAL, 0L));
        if (lots.isEmpty() && !principal.isPositive()) {
            return new Posted.Repeated();
        }
        var lines = new Posting.Lines();
        if (money.isPositive()) {
            lines.money(AccountKind.NET_ASSETS, AccountKind.BANK, money);
        }
        if (goods.isPositive()) {
            lines.money(AccountKind.NET_ASSETS, AccountKind.GOODS, goods);
        }
        if (principal.isPositive()) {
            lines.money(AccountKind.PRINCIPAL, AccountKind.INVESTMENT, principal);
        }
        lines.use(
                AccountKind.AVAILABLE,
                AccountKind.SPENT,
                lots.stream()
                        .map(lot -> new Share(lot.id(), lot.standing().available()))
                        .toList());
        post(office, posting(from.id(), EntryKind.HANDED_OVER, "out", closing, "终止，余下的转入" + to.name(), lines.list()));
        return takeOver(office, from, to, closing, lots, principal);
    }

    /** One entry a source, which rests on the new source itself. */
    private Posted takeOver(Actor.Office office, Fund from, Fund to, UUID closing, List<Lot> lots, Money principal) {
        Posted last = new Posted.Repeated();
        if (principal.isPositive()) {
            var lines = new Posting.Lines()
                    .money(AccountKind.INVESTMENT, AccountKind.PRINCIPAL, principal)
                    .list();
            last = ledger.post(
                    office, posting(to.id(), EntryKind.TAKEN_OVER, "principal", closing, "转自" + from.name(), lines));
        }
        for (var lot : lots) {
            if (last instanceof Posted.Closed) {
                return last;
            }
            var taken = ends.successor(lot, from, to);
            var held = lot.inKind() ? AccountKind.GOODS : AccountKind.BANK;
            var amount = lot.standing().available();
            var lines = new Posting.Lines()
                    .money(held, AccountKind.NET_ASSETS, amount)
                    .use(AccountKind.RECEIVED, AccountKind.AVAILABLE, List.of(new Share(taken.id(), amount)))
                    .list();
            last = ledger.post(
                    office, posting(to.id(), EntryKind.TAKEN_OVER, "in", taken.id(), "转自" + from.name(), lines));
        }
        return last;
    }

    private Posting posting(
            UUID fund, EntryKind kind, String part, UUID subject, String words, List<Posting.Line> lines) {
        return new Posting(
                fund, kind, "fund-end:" + part + ":" + subject, LocalDate.now(clock), subject, null, words, lines);
    }

    private void post(Actor.Office office, Posting posting) {
        if (!(ledger.post(office, posting) instanceof Posted.Entered)) {
            throw new IllegalStateException("a fund that may end cannot enter it");
        }
    }
}
