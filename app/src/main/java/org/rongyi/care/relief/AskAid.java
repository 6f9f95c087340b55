package org.rongyi.care.relief;

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
 * 申请困难帮扶援助, by the person himself, by one of his family or a post for him (办法 第十五条); from a need or a visit, which it then belongs to.
 */
@Service
@Allow(
        roles = {Role.CLERK, Role.OFFICER, Role.LEADER},
        levels = {Level.COUNTY, Level.TOWN, Level.VILLAGE},
        self = true,
        kin = true)
public class AskAid implements Act<AskAid.Command, Applied> {

    public static final String SERVICE = "HARDSHIP";

    public static final Doors DOORS = new Doors(
            SERVICE,
            "困难帮扶援助",
            "/me/aid",
            new Doors.Family("/kin/aid", "打开困难帮扶援助申请表，看到档案上的姓名、类别、住处和以前申请的家庭经济状况、遮住的卡号"),
            "/persons/{person}/aid",
            "/cases/{aid}/aid",
            new Doors.Carried(Set.of(), Set.of("need", "visit", "situation")),
            "遇到困难，在这里申请；已经知道的不用再填",
            "证件、诊断书、费用结算单、事故认定书等，拍照即可。");

    private final Applications applications;
    private final AidApplication application;

    AskAid(Applications applications, AidApplication application) {
        this.applications = applications;
        this.application = application;
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
            implements Asking<AidRequest> {}

    @Override
    public Applied run(Actor actor, Command command) {
        return applications.ask(actor, command, application);
    }
}
