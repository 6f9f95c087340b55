package org.rongyi.care.relief.emergency;

import java.util.Set;
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
 * 申请应急救助, where the 户籍 is: by the person himself, by one of his family or a post for him; from a need, a visit or a case of
 * 困难帮扶援助.
 */
@Service
@Allow(
        roles = {Role.CLERK, Role.OFFICER, Role.LEADER},
        levels = {Level.COUNTY, Level.TOWN, Level.VILLAGE},
        self = true,
        kin = true)
public class AskEmergency implements Act<AskEmergency.Command, Applied> {

    public static final String SERVICE = "EMERGENCY";

    public static final Doors DOORS = new Doors(
            SERVICE,
            "应急救助",
            "/me/emergency",
            new Doors.Family("/kin/emergency", "打开应急救助申请表，看到档案上的姓名、类别、住处和以前申请的家庭经济状况、遮住的卡号"),
            "/persons/{person}/emergency",
            "/cases/{emergency}/emergency",
            new Doors.Carried(Set.of("aid"), Set.of("need", "visit", "aid", "kind", "occurredOn")),
            "得了重病、出了大事，基本生活困难的，在这里申请；已经知道的不用再填",
            "证件、诊断证明、费用和医保结算单、事故认定书等，拍照即可。");

    private final Applications applications;
    private final EmergencyApplication application;

    AskEmergency(Applications applications, EmergencyApplication application) {
        this.applications = applications;
        this.application = application;
    }

    /**
     * @param agentGround why a post files it for him; none from himself and his family
     * @param need the need it answers; none when it did not begin with one
     * @param visit the visit where it was said
     * @param aid the case of 困难帮扶援助 it was found from
     */
    public record Command(
            CommandId id,
            UUID person,
            EmergencyRequest request,
            @Nullable String agentGround,
            @Nullable UUID need,
            @Nullable UUID visit,
            @Nullable UUID aid)
            implements Asking<EmergencyRequest> {}

    @Override
    public Applied run(Actor actor, Command command) {
        return applications.ask(actor, command, application);
    }
}
