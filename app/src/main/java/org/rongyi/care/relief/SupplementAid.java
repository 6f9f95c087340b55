package org.rongyi.care.relief;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.rongyi.platform.act.Act;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.approval.apply.Applications;
import org.rongyi.platform.approval.apply.Applied;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.secrecy.Secrets;
import org.springframework.stereotype.Service;

/** 补正帮扶援助申请, or 补齐手续 after aid that was given first (办法 第十六条): brings what was missing, and says the rest better. */
@Service
@Allow(
        roles = {Role.CLERK, Role.OFFICER, Role.LEADER},
        levels = {Level.COUNTY, Level.TOWN, Level.VILLAGE},
        self = true,
        kin = true)
public class SupplementAid implements Act<SupplementAid.Command, Applied> {

    private final Aids aids;
    private final Applications applications;
    private final Secrets secrets;
    private final Clock clock;

    SupplementAid(Aids aids, Applications applications, Secrets secrets, Clock clock) {
        this.aids = aids;
        this.applications = applications;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** @param what in words, for the history */
    public record Command(CommandId id, UUID file, AidRequest request, String what)
            implements org.rongyi.platform.act.Command {}

    @Override
    public Applied run(Actor actor, Command command) {
        return applications.supplement(
                actor,
                new Applications.Brought(command.id(), command.file(), command.what()),
                () -> unfit(command),
                () -> aids.rewrite(command.file(), withIllness(actor, command)));
    }

    /** Nobody but himself is shown the illness: left blank by another, it stays as he told it. */
    private AidRequest withIllness(Actor actor, Command command) {
        var request = command.request();
        boolean kept = !(actor instanceof Actor.Self) && request.diagnosis().isBlank();
        return kept
                ? request.diagnosed(
                        aids.find(command.file()).orElseThrow().request().diagnosis())
                : request;
    }

    private Optional<Applied> unfit(Command command) {
        var request = command.request();
        var aid = aids.find(command.file());
        if (aid.isEmpty()) {
            return Optional.of(new Applied.NotFound());
        }
        if (request.isWanting() || request.household() == null) {
            return Optional.of(new Applied.Objected("words", "请写明有什么困难，家庭经济状况要填"));
        }
        if (request.occurredOn().isAfter(LocalDate.now(clock))) {
            return Optional.of(AskAid.LATER);
        }
        if (!request.situation().isFor(aid.get().standing())) {
            return Optional.of(AskAid.NOT_FOR_HIM);
        }
        return request.secret(secrets).map(Applied.LooksSecret::new);
    }
}
