package org.rongyi.platform.access.client;

import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.rongyi.platform.access.ClientNews;
import org.rongyi.platform.access.UnitDirectory;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.OfficeAct;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.ClientScope;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.secrecy.Secrets;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** 登记接口用户: another system is to come; it does not before the security administrator has approved it. */
@Service
@Allow(
        roles = Role.SYSTEM_ADMIN,
        levels = {Level.PROVINCE})
public class RegisterClient implements OfficeAct<RegisterClient.Command, RegisterClient.Outcome> {

    static final int LONGEST = 100;
    static final int MOST_PER_MINUTE = 6_000;
    static final int MOST_PER_DAY = 1_000_000;

    private final Clients clients;
    private final UnitDirectory units;
    private final Secrets secrets;
    private final ApplicationEventPublisher news;
    private final AuditTrail audit;

    RegisterClient(
            Clients clients, UnitDirectory units, Secrets secrets, ApplicationEventPublisher news, AuditTrail audit) {
        this.audit = audit;
        this.news = news;
        this.secrets = secrets;
        this.clients = clients;
        this.units = units;
    }

    /**
     * @param contact whose system it is, and whom to call
     * @param territory whose data it may have, with all below it
     */
    public record Command(
            CommandId id,
            String name,
            String contact,
            String purpose,
            DivisionCode territory,
            Set<ClientScope> grants,
            int perMinute,
            int perDay)
            implements OfficeAct.Command {

        public Command {
            grants = Set.copyOf(grants);
        }
    }

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {
        record Registered(UUID subject) implements Outcome, Done {}

        /** Something of it is missing or wrong; the field and why, in words. */
        record Objected(String field, String why) implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor.Office office, Command command) {
        if (isMissing(command.name())) {
            return new Outcome.Objected("name", "请写明是什么系统，不超过 " + LONGEST + " 字");
        }
        if (isMissing(command.contact())) {
            return new Outcome.Objected("contact", "请写明对方的单位、联系人和电话，不超过 " + LONGEST + " 字");
        }
        if (isMissing(command.purpose())) {
            return new Outcome.Objected("purpose", "请写明做什么用，不超过 " + LONGEST + " 字");
        }
        var secret = secrets.look("name", command.name())
                .or(() -> secrets.look("contact", command.contact()))
                .or(() -> secrets.look("purpose", command.purpose()));
        if (secret.isPresent()) {
            return new Outcome.Objected(secret.get().field(), secret.get().why());
        }
        if (command.grants().isEmpty()) {
            return new Outcome.Objected("grants", "请至少选一项");
        }
        if (!office.scope().covers(command.territory())
                || units.responsibleFor(command.territory()).isEmpty()) {
            return new Outcome.Objected("territory", "没有这个区划，或者不在本省");
        }
        if (command.perMinute() < 1 || command.perMinute() > MOST_PER_MINUTE) {
            return new Outcome.Objected("perMinute", "一分钟 1 至 " + MOST_PER_MINUTE + " 次");
        }
        if (command.perDay() < command.perMinute() || command.perDay() > MOST_PER_DAY) {
            return new Outcome.Objected("perDay", "一天不少于一分钟的次数，不多于 " + MOST_PER_DAY + " 次");
        }
        var id = command.id().value();
        var terms = new Clients.Terms(command.territory(), command.grants(), command.perMinute(), command.perDay());
        clients.add(
                id,
                command.name().strip(),
                command.contact().strip(),
                command.purpose().strip(),
                terms,
                office);
        var grants = command.grants().stream().sorted().map(ClientScope::zh).collect(Collectors.joining("、"));
        audit.said("状态", Clients.State.WAITING.zh());
        audit.said("可取的数据", grants);
        audit.said("区划", command.territory());
        audit.said("次数", "一分钟 " + command.perMinute() + " 次，一天 " + command.perDay() + " 次");
        var concerned = units.bureauOf(command.territory()).orElse(office.unit());
        news.publishEvent(new ClientNews.Registered(
                id, command.name().strip(), concerned, command.purpose().strip(), grants, office.unit()));
        return new Outcome.Registered(id);
    }

    private static boolean isMissing(String text) {
        return text.isBlank() || text.length() > LONGEST;
    }
}
