package org.rongyi.care.relief;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.need.Needs;
import org.rongyi.care.relief.rule.Standing;
import org.rongyi.people.person.PersonFile;
import org.rongyi.platform.act.Act;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.approval.Cases;
import org.rongyi.platform.approval.apply.Applications;
import org.rongyi.platform.approval.apply.Applied;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.policy.Policy;
import org.rongyi.platform.secrecy.Secrets;
import org.springframework.stereotype.Service;

/**
 * 申请困难帮扶援助, by the person himself, by one of his family or a post for him (办法 第十五条); from a need or a visit, which it then belongs to.
 */
@Service
@Allow(
        roles = {Role.CLERK, Role.OFFICER, Role.LEADER},
        levels = {Level.COUNTY, Level.TOWN, Level.VILLAGE},
        self = true,
        kin = true)
public class AskAid implements Act<AskAid.Command, Applied> {

    /** 公示用语: what everybody may read of the situation; neither an illness nor a disability. */
    static final String PUBLIC = "relief.hardship.public";

    public static final String SERVICE = AidService.ID;

    static final Applied LATER = new Applied.Objected("occurredOn", "发生的日期不能晚于今天");
    static final Applied NOT_FOR_HIM = new Applied.Objected("situation", "这种情形只适用于退役军人，请另选");

    private final PersonFile file;
    private final Aids aids;
    private final Needs needs;
    private final Applications applications;
    private final Policy policy;
    private final Secrets secrets;
    private final Clock clock;

    AskAid(
            PersonFile file,
            Aids aids,
            Needs needs,
            Applications applications,
            Policy policy,
            Secrets secrets,
            Clock clock) {
        this.file = file;
        this.aids = aids;
        this.needs = needs;
        this.applications = applications;
        this.policy = policy;
        this.secrets = secrets;
        this.clock = clock;
    }

    /**
     * @param agentGround why a post files it for him; none from himself and his family
     * @param need the need it answers; none when it did not begin with one
     * @param visit the visit where it was said; none when it did not begin with one
     */
    public record Command(
            CommandId id,
            UUID person,
            AidRequest request,
            @Nullable String agentGround,
            @Nullable UUID need,
            @Nullable UUID visit)
            implements org.rongyi.platform.act.Command {}

    @Override
    public Applied run(Actor actor, Command command) {
        var request = command.request();
        var today = LocalDate.now(clock);
        if (request.isWanting() || request.household() == null) {
            return new Applied.Objected("words", "请写明有什么困难，家庭经济状况要填");
        }
        if (request.occurredOn().isAfter(today)) {
            return LATER;
        }
        var unfit = applications.unfit(actor, command.agentGround(), () -> request.secret(secrets));
        if (unfit.isPresent()) {
            return unfit.get();
        }
        var found = file.applicant(command.person());
        if (found.isEmpty()) {
            return new Applied.NotFound();
        }
        if (!found.get().isActive()) {
            return new Applied.NotActive();
        }
        var person = found.get().person();
        var standing = Standing.of(person.categories());
        if (standing == Standing.NEITHER) {
            return new Applied.NotAnObject("按档案上的类别，既不是退役军人，也不是其他优抚对象（帮扶援助办法第十条）");
        }
        if (!request.situation().isFor(standing)) {
            return NOT_FOR_HIM;
        }
        var code = found.get().place().code();
        return open(
                actor,
                command,
                new Aids.Applicant(person.id(), person.name(), code, standing, command.need(), command.visit()));
    }

    private Applied open(Actor actor, Command command, Aids.Applicant applicant) {
        var situation = policy.label(
                "relief.hardship.situation", command.request().situation().name());
        var filing = new Cases.Filing(
                SERVICE,
                situation,
                applicant.id(),
                applicant.name(),
                applicant.code(),
                actor instanceof Actor.Office ? command.agentGround() : null,
                policy.label(PUBLIC, command.request().situation().name()));
        return applications.open(actor, command.id(), filing, opened -> {
            aids.insert(opened, LocalDate.now(clock), applicant, command.request(), null);
            if (command.need() != null && actor instanceof Actor.Office office) {
                needs.takeUp(command.need(), "已代为申请困难帮扶援助", office.name() + "（" + office.unitName() + "）");
            }
        });
    }
}
