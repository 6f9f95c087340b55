package org.rongyi.people.person;

import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.CitizenId;
import org.rongyi.platform.kernel.DivisionCode;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Opens files for tests, and looks at what the database says of them. */
public final class Files {

    private static final AtomicInteger SERIAL = new AtomicInteger();

    private final ApplicationContext program;
    private final JdbcClient everything;

    public Files(ApplicationContext program) {
        this.program = program;
        this.everything = program.getBean("jobJdbc", JdbcClient.class);
    }

    /** A valid number nobody has. */
    public static CitizenId number() {
        int serial = SERIAL.incrementAndGet();
        var seventeen = "441284%04d0715%03d".formatted(1930 + serial / 900, 100 + serial % 900);
        return new CitizenId(seventeen + CitizenId.checkCharacter(seventeen));
    }

    static RegisterPerson.Spot spot(DivisionCode village) {
        return new RegisterPerson.Spot(village, "1号", "一组");
    }

    public UUID register(Actor.Office clerk, String name, CitizenId number, @Nullable DivisionCode residence) {
        return register(clerk, name, number, residence == null ? null : spot(residence), clerk.unitCode(), null);
    }

    UUID register(Actor.Office clerk, String name, CitizenId number, DivisionCode residence, DivisionCode hukou) {
        return register(clerk, name, number, spot(residence), hukou, null);
    }

    UUID registerWith(Actor.Office clerk, String name, CitizenId number, UUID household) {
        return register(clerk, name, number, null, clerk.unitCode(), household);
    }

    private UUID register(
            Actor.Office clerk,
            String name,
            CitizenId number,
            RegisterPerson.@Nullable Spot residence,
            DivisionCode hukou,
            @Nullable UUID household) {
        var outcome = program.getBean(Acts.class)
                .perform(
                        clerk,
                        program.getBean(RegisterPerson.class),
                        new RegisterPerson.Command(
                                CommandId.fresh(clerk),
                                name,
                                number,
                                "13900000000",
                                Set.of(Category.DISCHARGED_SOLDIER),
                                spot(hukou),
                                residence,
                                household));
        return ((RegisterPerson.Outcome.Registered) outcome).subject();
    }

    /** Kind and code of each place of today, the responsible one marked, in order of kind. */
    java.util.List<String> places(UUID person) {
        return everything.sql("""
                        select kind || ' ' || code_now || case when responsible then ' 负责' else '' end
                        from person.place where person_id = :person and valid_to is null order by kind
                        """).param("person", person).query(String.class).list();
    }

    /** Where his line of the contact list stands, under which group. */
    String contact(UUID person) {
        return text("select code_now || ' ' || group_name from visit.contact where person_id = :person", person);
    }

    UUID household(UUID person) {
        return UUID.fromString(text("select household_id::text from person.person where id = :person", person));
    }

    java.util.List<String> gramCodes(UUID person) {
        return everything
                .sql("select distinct code_now::text from person.name_gram where person_id = :person order by 1")
                .param("person", person)
                .query(String.class)
                .list();
    }

    String text(String sql, UUID person) {
        return everything.sql(sql).param("person", person).query(String.class).single();
    }
}
