package org.rongyi.care.festival;

import java.util.List;
import java.util.UUID;
import org.rongyi.care.fund.GrantState;
import org.rongyi.care.fund.payment.BankAccountCheck;
import org.rongyi.care.fund.payment.Grants;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.OfficeAct;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.springframework.stereotype.Service;

/** 登记收款账号: the station says where somebody's money goes, in his own name, when nobody knew it. */
@Service
@Allow(
        roles = {Role.CLERK, Role.OFFICER, Role.LEADER},
        levels = {Level.CITY, Level.COUNTY, Level.TOWN, Level.VILLAGE})
public class NameAccount implements OfficeAct<NameAccount.Command, NameAccount.Outcome> {

    private final Campaigns campaigns;
    private final Lines lines;
    private final Grants grants;
    private final AuditTrail audit;

    NameAccount(Campaigns campaigns, Lines lines, Grants grants, AuditTrail audit) {
        this.audit = audit;
        this.campaigns = campaigns;
        this.lines = lines;
        this.grants = grants;
    }

    public record Command(CommandId id, UUID line, String bank, String number) implements OfficeAct.Command {}

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {
        record Named(UUID subject) implements Outcome, Done {}

        /** Absent, or another place answers for him. */
        record NotFound() implements Outcome, Refused {}

        /** He is given cash or goods only, is off the list, or it is over. */
        record NoAccountNeeded() implements Outcome, Refused {}

        /** One is known and approved, also where somebody changed it around the acts: it is put right by two people. */
        record AccountKnown() implements Outcome, Refused {}

        record BadAccount(String why) implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor.Office office, Command command) {
        var line = lines.lock(command.line());
        var campaign = line.flatMap(one -> campaigns.find(office, one.campaign()));
        if (line.isEmpty() || campaign.isEmpty()) {
            return new Outcome.NotFound();
        }
        if (!isNeeded(campaign.get(), line.get())) {
            return new Outcome.NoAccountNeeded();
        }
        var account = new Lines.OpenAccount(
                line.get().personName(), command.bank().strip(), BankAccountCheck.plain(command.number()));
        var objection = BankAccountCheck.objection(account.payee(), account.bank(), account.number());
        if (objection.isPresent()) {
            return new Outcome.BadAccount(objection.get());
        }
        var promised = line.get().moneyGrant();
        if (promised != null) {
            var grant = grants.lock(List.of(promised)).getFirst();
            if (grant.account() != null || grant.exchanged() || grant.state() != GrantState.WAITING) {
                return new Outcome.AccountKnown();
            }
            grants.direct(promised, account.payee(), account.bank(), account.number());
        }
        audit.unsaid("收款账号");
        lines.nameAccounts(List.of(new Lines.Named(line.get().id(), account)));
        return new Outcome.Named(line.get().id());
    }

    /** Whether his money goes through a bank and is still to come. */
    public static boolean isNeeded(Campaign campaign, Line line) {
        boolean coming = switch (line.state()) {
            case LISTED, APPROVED, GIVEN -> true;
            case STRUCK, FALLEN, NOT_GIVEN -> false;
        };
        return coming && campaign.way() == Campaign.Way.TRANSFER && line.gift().fen() > 0;
    }
}
