package org.rongyi.network.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.rongyi.demo.TestCounty;
import org.rongyi.platform.access.Posts;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Ids;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.kernel.Scope;
import org.springframework.context.ApplicationContext;

/** Units and people for tests, made through the acts. */
public final class Offices {

    public static final LocalDate OPENED = LocalDate.of(2019, 5, 1);
    public static final Actor.Office ADMINISTRATOR = of(Role.SYSTEM_ADMIN, 440000000000L);
    public static final Actor.Office SECURITY = of(Role.SECURITY_ADMIN, 440000000000L);

    private Offices() {}

    /** Somebody of an office that serves one division. */
    public static Actor.Office of(Role role, long code) {
        var division = new DivisionCode(code);
        return new Actor.Office(
                Ids.next(), "王建国", Ids.next(), Ids.next(), "某局", division, role, division.level(), Scope.of(division));
    }

    public static UUID open(Acts acts, OpenUnit act, String name, UnitKind kind, long code, Unit.Details details) {
        var seat = new DivisionCode(code);
        var outcome = acts.perform(
                ADMINISTRATOR,
                act,
                new OpenUnit.Command(
                        CommandId.fresh(ADMINISTRATOR),
                        name,
                        kind,
                        seat.level(),
                        Host.ADMINISTRATIVE,
                        seat,
                        List.of(seat),
                        details,
                        OPENED,
                        true));
        assertThat(outcome).isInstanceOf(OpenUnit.Outcome.Opened.class);
        return ((OpenUnit.Outcome.Opened) outcome).subject();
    }

    public static Unit.Details at(double latitude, double longitude) {
        return new Unit.Details("某路 1 号", "0758-3300001", "周一至周五", List.of("优抚帮扶"), latitude, longitude);
    }

    /** Opens a bureau, appoints somebody with a real account, and answers him at work; the county's first account comes before his. */
    public static Actor.Office atWork(ApplicationContext program, Role role, String name, long code) {
        TestCounty.ensure(program);
        var acts = program.getBean(Acts.class);
        var unit = open(acts, program.getBean(OpenUnit.class), name, UnitKind.BUREAU, code, Unit.Details.NONE);
        var giver = role.isAuthorised() ? SECURITY : ADMINISTRATOR;
        var outcome = acts.perform(
                giver,
                program.getBean(AppointStaff.class),
                new AppointStaff.Command(
                        CommandId.fresh(giver),
                        unit,
                        null,
                        "w" + UUID.randomUUID().toString().substring(0, 12),
                        "赵卫国",
                        "股长",
                        role,
                        Employment.FULL_TIME,
                        Establishment.ESTABLISHED,
                        false,
                        OPENED));
        var appointed = (AppointStaff.Outcome.Appointed) outcome;
        return program.getBean(Transactions.class)
                .read(
                        ADMINISTRATOR,
                        () -> program.getBean(Posts.class).findOffice(appointed.account(), appointed.post()))
                .orElseThrow();
    }
}
