package org.rongyi.demo;

import java.security.SecureRandom;
import java.util.List;
import java.util.UUID;
import org.rongyi.people.person.PersonFile;
import org.rongyi.platform.access.Personas;
import org.rongyi.platform.access.SetUp;
import org.rongyi.platform.access.UnitDirectory;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.division.Division;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Role;
import org.springframework.stereotype.Component;

/** Gives the demo's people their password and writes them down for whoever looks around. */
@Component
class DemoAccounts {

    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Desk desk;
    private final SetUp setUp;
    private final UnitDirectory units;
    private final PersonFile people;
    private final Transactions transactions;
    private final Personas personas;

    DemoAccounts(
            Desk desk,
            SetUp setUp,
            UnitDirectory units,
            PersonFile people,
            Transactions transactions,
            Personas personas) {
        this.desk = desk;
        this.setUp = setUp;
        this.units = units;
        this.people = people;
        this.transactions = transactions;
        this.personas = personas;
    }

    /** One for all, made for this directory. */
    String newPassword() {
        return "Yi-" + letters(8) + "-" + letters(4);
    }

    Personas.Entry enable(Province.Persona persona, String password) {
        desk.enable(persona.account(), password);
        return entry(persona.username(), persona.title(), persona.name(), persona.unit(), password);
    }

    /** 系统管理员 and 安全管理员, before anybody else. */
    SetUp.Founders found(String password) {
        return setUp.bootstrap(new SetUp.Somebody("admin", "系统管理员"), new SetUp.Somebody("anquan", "安全管理员"), password);
    }

    Desk.Administrators administrators(SetUp.Founders founders) {
        return new Desk.Administrators(
                office(founders.system(), Role.SYSTEM_ADMIN), office(founders.security(), Role.SECURITY_ADMIN));
    }

    private Actor.Office office(SetUp.Administrator one, Role role) {
        return desk.actor(one.account(), role.zh(), one.post(), units.provincialBureau(), role);
    }

    List<Personas.Entry> entries(Desk.Administrators administrators, String password) {
        var system = administrators.system();
        var security = administrators.security();
        return List.of(
                entry("admin", system.role().zh(), system.name(), system.unit(), password),
                entry("anquan", security.role().zh(), security.name(), security.unit(), password));
    }

    /** 本人: an account for somebody's own file. */
    Personas.Entry veteran(UUID person, Division village, String password) {
        var self = new Actor.Self(person, "", person);
        var name = transactions
                .read(self, () -> people.find(person))
                .orElseThrow(() -> new IllegalStateException("the demo's veteran has no file"))
                .name();
        desk.openOwnAccount("laobing", name, password, person);
        return new Personas.Entry(
                "laobing",
                password,
                "退役军人",
                village.code().toString(),
                village.code().level().number(),
                name,
                village.name());
    }

    void write(List<Personas.Entry> entries) {
        personas.write(entries);
    }

    private Personas.Entry entry(String username, String post, String name, UUID unit, String password) {
        var workplace = transactions.read(
                new Actor.Visitor(), () -> units.findWorkplaces(List.of(unit)).get(unit));
        if (workplace == null) {
            throw new IllegalStateException("no such unit: " + unit);
        }
        return new Personas.Entry(
                username,
                password,
                post,
                workplace.code().toString(),
                workplace.level().number(),
                name,
                workplace.name());
    }

    private static String letters(int count) {
        return RANDOM.ints(count, 0, LETTERS.length())
                .mapToObj(LETTERS::charAt)
                .collect(StringBuilder::new, StringBuilder::append, StringBuilder::append)
                .toString();
    }
}
