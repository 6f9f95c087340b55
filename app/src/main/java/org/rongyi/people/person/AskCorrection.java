package org.rongyi.people.person;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.act.Act;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.approval.Cases;
import org.rongyi.platform.approval.apply.Applications;
import org.rongyi.platform.approval.apply.Applied;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.secrecy.Secrets;
import org.springframework.stereotype.Service;

/**
 * 申请更正个人信息, by the person himself, or by a post or one of his family for him (个人信息保护法 第 46 条). The file stays as it is until the case is
 * decided.
 */
@Service
@Allow(
        roles = {Role.CLERK, Role.OFFICER, Role.LEADER},
        levels = {Level.COUNTY, Level.TOWN, Level.VILLAGE},
        self = true,
        kin = true)
public class AskCorrection implements Act<AskCorrection.Command, Applied> {

    /** The service it is filed for. */
    public static final String SERVICE = CorrectionService.ID;

    static final int LONGEST_GROUND = 300;

    private static final Applied NO_GROUND = new Applied.Objected("ground", "请写明哪里不对、有什么证明");

    private final PersonFile file;
    private final CorrectionRequests requests;
    private final Applications applications;
    private final Secrets secrets;

    AskCorrection(PersonFile file, CorrectionRequests requests, Applications applications, Secrets secrets) {
        this.file = file;
        this.requests = requests;
        this.applications = applications;
        this.secrets = secrets;
    }

    /** @param agentGround why a post files it for him; none from himself */
    public record Command(
            CommandId id,
            UUID person,
            CorrectionRequest request,
            @Nullable String agentGround) implements org.rongyi.platform.act.Command {}

    @Override
    public Applied run(Actor actor, Command command) {
        var request = command.request();
        if (request.ground().isBlank() || request.ground().length() > LONGEST_GROUND) {
            return NO_GROUND;
        }
        var unfit = applications.unfit(actor, command.agentGround(), () -> request.secret(secrets));
        if (unfit.isPresent()) {
            return unfit.get();
        }
        var applicant = file.applicant(command.person());
        if (applicant.isEmpty()) {
            return new Applied.NotFound();
        }
        if (!applicant.get().isActive()) {
            return new Applied.NotActive();
        }
        if (request.isEmpty()) {
            return new Applied.Objected("name", "没有改动，不用提交");
        }
        var person = applicant.get().person();
        var code = applicant.get().place().code();
        var filing = new Cases.Filing(
                SERVICE,
                "更正" + request.parts(),
                person.id(),
                person.name(),
                code,
                actor instanceof Actor.Office ? command.agentGround() : null);
        return applications.open(actor, command.id(), filing, opened -> requests.insert(opened, person, code, request));
    }
}
