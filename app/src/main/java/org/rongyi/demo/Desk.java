package org.rongyi.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.rongyi.network.organisation.AppointStaff;
import org.rongyi.network.organisation.Employment;
import org.rongyi.network.organisation.Establishment;
import org.rongyi.network.organisation.Host;
import org.rongyi.network.organisation.OpenUnit;
import org.rongyi.network.organisation.Unit;
import org.rongyi.network.organisation.UnitKind;
import org.rongyi.platform.access.Accounts;
import org.rongyi.platform.access.UnitDirectory;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Assurance;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.springframework.stereotype.Component;

/** The administrators' hands: open units and appoint people, each through its act. */
@Component
class Desk {

    private final Acts acts;
    private final OpenUnit openUnit;
    private final AppointStaff appointStaff;
    private final Accounts accounts;
    private final UnitDirectory units;
    private final Transactions transactions;

    Desk(
            Acts acts,
            OpenUnit openUnit,
            AppointStaff appointStaff,
            Accounts accounts,
            UnitDirectory units,
            Transactions transactions) {
        this.acts = acts;
        this.openUnit = openUnit;
        this.appointStaff = appointStaff;
        this.accounts = accounts;
        this.units = units;
        this.transactions = transactions;
    }

    /** Who registers and who authorises. */
    record Administrators(Actor.Office system, Actor.Office security) {

        /** Who gives a post in this role. */
        Actor.Office of(Role role) {
            return role.isAuthorised() ? security : system;
        }
    }

    /** A unit to be opened. */
    record Plan(String name, UnitKind kind, Level level, Host host, DivisionCode seat, Unit.Details details) {}

    /** Somebody to be appointed. */
    record Post(String username, String name, String title, Role role, boolean veteran) {}

    UUID open(Actor.Office administrator, Plan plan, LocalDate on) {
        var served = plan.host().isHosted() ? List.<DivisionCode>of() : List.of(plan.seat());
        var outcome = acts.perform(
                administrator,
                openUnit,
                new OpenUnit.Command(
                        CommandId.fresh(administrator),
                        plan.name(),
                        plan.kind(),
                        plan.level(),
                        plan.host(),
                        plan.seat(),
                        served,
                        plan.details(),
                        on));
        if (outcome instanceof OpenUnit.Outcome.Opened(var id)) {
            return id;
        }
        throw new IllegalStateException("演示机构未能设立：" + plan.name() + " " + outcome);
    }

    /** Appoints and answers the actor that works under the new post. */
    Actor.Office appoint(Administrators administrators, UUID unit, Post post, LocalDate from) {
        var administrator = administrators.of(post.role());
        boolean full = post.role() != Role.CLERK;
        var outcome = acts.perform(
                administrator,
                appointStaff,
                new AppointStaff.Command(
                        CommandId.fresh(administrator),
                        unit,
                        null,
                        post.username(),
                        post.name(),
                        post.title(),
                        post.role(),
                        full ? Employment.FULL_TIME : Employment.PART_TIME,
                        full ? Establishment.ESTABLISHED : Establishment.CONCURRENT,
                        post.veteran(),
                        from));
        if (!(outcome instanceof AppointStaff.Outcome.Appointed(var staff, var account, var held))) {
            throw new IllegalStateException("演示人员未能任用：" + post.name() + " " + outcome);
        }
        return actor(account, post.name(), held, unit, post.role());
    }

    /** The same person takes a second post. */
    void appointAlso(Actor.Office administrator, Actor.Office person, UUID unit, String title, LocalDate from) {
        acts.perform(
                administrator,
                appointStaff,
                new AppointStaff.Command(
                        CommandId.fresh(administrator),
                        unit,
                        person.account(),
                        "",
                        person.name(),
                        title,
                        person.role(),
                        Employment.PART_TIME,
                        Establishment.CONCURRENT,
                        false,
                        from));
    }

    void enable(UUID account, String password) {
        transactions.write(new Actor.Visitor(), () -> {
            accounts.enable(account, password);
            return true;
        });
    }

    void openOwnAccount(String username, String name, String password, UUID person) {
        transactions.write(new Actor.Visitor(), () -> {
            var account = accounts.open(new Accounts.NewAccount(username, name, password, false, person));
            accounts.identified(account, Assurance.COUNTER);
            return account;
        });
    }

    Actor.Office actor(UUID account, String name, UUID post, UUID unit, Role role) {
        var workplace = transactions.read(
                new Actor.Visitor(), () -> units.findWorkplaces(List.of(unit)).get(unit));
        if (workplace == null) {
            throw new IllegalStateException("no such unit: " + unit);
        }
        return new Actor.Office(
                account,
                name,
                post,
                unit,
                workplace.name(),
                workplace.code(),
                role,
                workplace.level(),
                workplace.scope(),
                workplace.countyless(),
                null);
    }
}
