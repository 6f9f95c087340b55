package org.rongyi.people.person;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.act.Act;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.approval.apply.Applications;
import org.rongyi.platform.approval.apply.Applied;
import org.rongyi.platform.approval.apply.Asking;
import org.rongyi.platform.approval.apply.Doors;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
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
    public static final String SERVICE = "CORRECTION";

    public static final Doors DOORS = new Doors(
            SERVICE,
            "更正个人信息",
            "/me/correction",
            new Doors.Family("/kin/correction", "打开更正申请表，看到档案上的姓名、类别、住处和遮住的号码"),
            "/persons/{person}/correction-request",
            "/cases/{file}/correction",
            Doors.Carried.NOTHING,
            "改对的地方直接改，其余的不用动",
            "身份证、户口簿、退役证等。");

    private final Applications applications;
    private final CorrectionApplication application;

    AskCorrection(Applications applications, CorrectionApplication application) {
        this.applications = applications;
        this.application = application;
    }

    /** @param agentGround why a post files it for him; none from himself */
    public record Command(
            CommandId id,
            UUID person,
            CorrectionRequest request,
            @Nullable String agentGround) implements Asking<CorrectionRequest> {}

    @Override
    public Applied run(Actor actor, Command command) {
        return applications.ask(actor, command, application);
    }
}
