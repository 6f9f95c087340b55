package org.rongyi.care.fund;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.network.organisation.UnitKind;
import org.rongyi.network.organisation.Units;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.OfficeAct;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.CreditCode;
import org.rongyi.platform.kernel.Ids;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.springframework.stereotype.Service;

/** 设立资金: opens the books of a fund, a budget line among them, at the unit that manages it. */
@Service
@Allow(
        roles = {Role.LEADER},
        levels = {Level.PROVINCE, Level.CITY, Level.COUNTY})
public class OpenFund implements OfficeAct<OpenFund.Command, OpenFund.Outcome> {

    private static final long COUNTY_DIGITS = 1_000_000;

    private final Funds funds;
    private final Units units;
    private final GivingPlatforms platforms;
    private final Clock clock;
    private final AuditTrail audit;

    OpenFund(Funds funds, Units units, GivingPlatforms platforms, Clock clock, AuditTrail audit) {
        this.audit = audit;
        this.funds = funds;
        this.units = units;
        this.platforms = platforms;
        this.clock = clock;
    }

    /**
     * @param document the paper it was set up by
     * @param trustee for 应急救助基金 only
     * @param charity required where gifts come in
     */
    public record Command(
            CommandId id,
            String name,
            FundKind kind,
            String document,
            @Nullable String trustee,
            Fund.@Nullable Charity charity,
            LocalDate openedOn)
            implements OfficeAct.Command {}

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {
        record Opened(UUID subject, String number) implements Outcome, Done {}

        /** 站、中心和协作单位 keep no books. */
        record NotABureau() implements Outcome, Refused {}

        /** The emergency fund is the province's alone. */
        record ProvinceOnly() implements Outcome, Refused {}

        /** Gifts are a charity's: none was named. */
        record NoCharity() implements Outcome, Refused {}

        record BadCreditCode() implements Outcome, Refused {}

        /** Its page stands where nobody designated a place for giving. */
        record PlatformNotDesignated() implements Outcome, Refused {}

        record OpensInFuture() implements Outcome, Refused {}

        record NameTaken() implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor.Office office, Command command) {
        if (units.find(office.unit())
                .filter(unit -> unit.kind() == UnitKind.BUREAU)
                .isEmpty()) {
            return new Outcome.NotABureau();
        }
        if (command.kind() == FundKind.EMERGENCY && office.level() != Level.PROVINCE) {
            return new Outcome.ProvinceOnly();
        }
        var charity = command.charity();
        if (command.kind().takesGifts() && charity == null) {
            return new Outcome.NoCharity();
        }
        if (charity != null && !CreditCode.isValid(charity.creditCode())) {
            return new Outcome.BadCreditCode();
        }
        var today = LocalDate.now(clock);
        if (charity != null && charity.platform() != null && !platforms.isDesignated(charity.platform(), today)) {
            return new Outcome.PlatformNotDesignated();
        }
        if (command.openedOn().isAfter(today)) {
            return new Outcome.OpensInFuture();
        }
        return open(office, command);
    }

    private Outcome open(Actor.Office office, Command command) {
        var number = "%06d-%02d".formatted(office.unitCode().value() / COUNTY_DIGITS, funds.count(office.unit()) + 1);
        var fund = new Fund(
                Ids.next(),
                number,
                command.name(),
                command.kind(),
                office.unit(),
                office.unitName(),
                office.unitCode(),
                command.document(),
                command.kind() == FundKind.EMERGENCY ? command.trustee() : null,
                command.kind().takesGifts() ? command.charity() : null,
                command.openedOn(),
                null);
        audit.said("资金", number + "，" + command.kind().zh());
        funds.add(fund);
        return new Outcome.Opened(fund.id(), number);
    }

    @Override
    public Outcome lost(String constraint) {
        if (constraint.equals("fund_name")) {
            return new Outcome.NameTaken();
        }
        return OfficeAct.super.lost(constraint);
    }
}
