package org.rongyi.care.festival;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.fund.Commitments.BankAccount;
import org.rongyi.care.fund.Commitments.Cause;
import org.rongyi.care.fund.Commitments.Grant;
import org.rongyi.care.fund.Commitments.Recipient;
import org.rongyi.care.fund.ManyCommitments;
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
 * 批准慰问名单: one approval of all of it, by somebody who did not make it (会计法 第 37 条). In the same transaction the fund sets aside
 * what everybody is given; when it cannot, nobody is given anything and nothing is approved.
 */
@Service
@Allow(
        roles = {Role.LEADER},
        levels = {Level.CITY, Level.COUNTY})
public class ApproveCampaign implements OfficeAct<ApproveCampaign.Command, ApproveCampaign.Outcome> {

    /** The service by which the fund knows what it was promised for. */
    public static final String SERVICE = "FESTIVAL";

    /** The entry of the list {@code fund.purpose} that greetings are. */
    public static final String PURPOSE = "FESTIVAL";

    private final Campaigns campaigns;
    private final Lines lines;
    private final ManyCommitments commitments;
    private final AuditTrail audit;

    ApproveCampaign(Campaigns campaigns, Lines lines, ManyCommitments commitments, AuditTrail audit) {
        this.audit = audit;
        this.campaigns = campaigns;
        this.lines = lines;
        this.commitments = commitments;
    }

    /** @param shown how many and how much, as it was shown to whoever approves */
    public record Command(CommandId id, UUID campaign, Campaigns.Sum shown) implements OfficeAct.Command {}

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {
        record Approved(UUID subject) implements Outcome, Done {}

        /** Absent, or another bureau's. */
        record NotFound() implements Outcome, Refused {}

        /** Approved or ended already. */
        record ListNotOpen(Campaign.State state) implements Outcome, Refused {}

        /** 不相容岗位: who made the list, or put somebody on it or took somebody off, does not approve it. */
        record OwnList() implements Outcome, Refused {}

        /** Villages changed lines that no town has looked at. */
        record Unchecked(int lines) implements Outcome, Refused {}

        record Nobody() implements Outcome, Refused {}

        /** The list has changed since it was shown. */
        record OtherSum(Campaigns.Sum now) implements Outcome, Refused {}

        /** The fund has less for this than the list comes to. */
        record FundShort(boolean goods, Money needed, Money available) implements Outcome, Refused {}

        /** The fund is closed, or does not reach everybody. */
        record NoFund() implements Outcome, Refused {}

        /** Somebody on the list is tied to who manages the fund; {@code why} is for the reader. */
        record RelatedToFund(String name, String why) implements Outcome, Refused {}

        record YearClosed(int year) implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor.Office office, Command command) {
        var found = campaigns.lock(office, command.campaign()).filter(one -> one.isOf(office));
        if (found.isEmpty()) {
            return new Outcome.NotFound();
        }
        var campaign = found.get();
        if (campaign.state() != Campaign.State.OPEN) {
            return new Outcome.ListNotOpen(campaign.state());
        }
        if (campaign.isMadeBy(office)) {
            return new Outcome.OwnList();
        }
        var all = lines.lock(campaign.id(), Line.State.LISTED, Line.State.STRUCK);
        if (all.stream().anyMatch(line -> isChangedBy(line, office))) {
            return new Outcome.OwnList();
        }
        int unchecked = (int) all.stream()
                .filter(line -> line.change() != null && !line.change().checked())
                .count();
        if (unchecked > 0) {
            return new Outcome.Unchecked(unchecked);
        }
        var listed =
                all.stream().filter(line -> line.state() == Line.State.LISTED).toList();
        if (listed.isEmpty()) {
            return new Outcome.Nobody();
        }
        var sum = sum(listed);
        return sum.equals(command.shown()) ? approve(office, campaign, listed, sum) : new Outcome.OtherSum(sum);
    }

    private static boolean isChangedBy(Line line, Actor.Office office) {
        var change = line.change();
        return change != null && change.isOf(office);
    }

    static Campaigns.Sum sum(List<Line> listed) {
        return new Campaigns.Sum(
                listed.size(),
                listed.stream().mapToLong(line -> line.gift().fen()).sum(),
                listed.stream().mapToLong(line -> line.gift().goodsFen()).sum());
    }

    private Outcome approve(Actor.Office by, Campaign campaign, List<Line> listed, Campaigns.Sum sum) {
        var accounts = campaign.way() == Campaign.Way.CASH
                ? Map.<UUID, Lines.OpenAccount>of()
                : lines.open(listed.stream().map(Line::id).toList());
        var grants = new ArrayList<Grant>();
        for (var line : listed) {
            if (line.gift().fen() > 0) {
                grants.add(grant(campaign, line, false, accounts.get(line.id())));
            }
            if (line.gift().goodsFen() > 0) {
                grants.add(grant(campaign, line, true, null));
            }
        }
        return switch (commitments.commit(by, campaign.fund(), grants)) {
            case ManyCommitments.Done(var ids) -> {
                promise(listed, ids);
                audit.changed("慰问名单", campaign.state().zh(), Campaign.State.APPROVED.zh());
                audit.said("合计", sum.persons() + " 人，" + new Money(sum.moneyFen()).text() + " 元");
                campaigns.approve(campaign.id(), by, sum);
                yield new Outcome.Approved(campaign.id());
            }
            case ManyCommitments.Insufficient(var goods, var needed, var available) ->
                new Outcome.FundShort(goods, needed, available);
            case ManyCommitments.Related(var name, var why) -> new Outcome.RelatedToFund(name, why);
            case ManyCommitments.NoSuchFund() -> new Outcome.NoFund();
            case ManyCommitments.BooksClosed(var year) -> new Outcome.YearClosed(year);
        };
    }

    /** In the order in which they were asked for. */
    private void promise(List<Line> listed, List<UUID> ids) {
        var next = ids.iterator();
        var promised = listed.stream()
                .map(line -> new Lines.Promised(
                        line.id(),
                        line.gift().fen() > 0 ? next.next() : null,
                        line.gift().goodsFen() > 0 ? next.next() : null))
                .toList();
        if (lines.approve(promised) != listed.size()) {
            throw new IllegalStateException("lines moved on while they were held");
        }
    }

    private static Grant grant(Campaign campaign, Line line, boolean inKind, Lines.@Nullable OpenAccount account) {
        return new Grant(
                campaign.fund(),
                new Cause(SERVICE, line.id(), campaign.number() + "-" + "%04d".formatted(line.number())),
                PURPOSE,
                campaign.title() + (inKind ? "：" + line.gift().goods() : ""),
                new Recipient(line.person(), line.personName(), line.code()),
                inKind,
                new Money(inKind ? line.gift().goodsFen() : line.gift().fen()),
                account == null ? null : new BankAccount(account.payee(), account.bank(), account.number()));
    }
}
