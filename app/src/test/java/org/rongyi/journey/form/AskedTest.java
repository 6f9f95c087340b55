package org.rongyi.journey.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.RongyiTest;
import org.rongyi.demo.CountyDirectory;
import org.rongyi.demo.TestCounty;
import org.rongyi.journey.form.Surfer.Sent;
import org.rongyi.platform.access.Personas;
import org.rongyi.platform.act.Saboteur;
import org.rongyi.platform.act.Undone;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

@RongyiTest
@DisplayName("一页问数据库几次")
class AskedTest {

    @Autowired
    private WebApplicationContext program;

    private Map<String, Personas.Entry> personas;
    private Surfer clerk;

    @BeforeEach
    void county() {
        personas = TestCounty.ensure(program);
        var web = MockMvcBuilders.webAppContextSetup(program)
                .addFilters(program.getBean("springSecurityFilterChain", jakarta.servlet.Filter.class))
                .build();
        clerk = Surfer.signedIn(web, "cun", personas.get("cun"));
    }

    @Test
    @DisplayName("人员名册：谁在问、什么岗位、哪个单位；这一页；菜单上的数在同一个事务里问完")
    void aListAndTheCountsOfTheMenu() {
        clerk.open("/persons");
        assertThat(statements(() -> clerk.open("/persons?q=梁"), 200)).isEqualTo(3 + 2 + 4);
    }

    @Test
    @DisplayName("登记一次走访：谁在问、什么岗位、哪个单位；办理八句")
    void aVisit() {
        var person = program.getBean("jobJdbc", JdbcClient.class)
                .sql("select person_id::text from visit.contact where code_now = :code and active limit 1")
                .param("code", Long.parseLong(personas.get("cun").unit()))
                .query(String.class)
                .single();
        try (var undone = new Undone(program)) {
            record(undone, person);
            assertThat(record(undone, person)).isEqualTo(3 + 8);
        }
    }

    private int record(Undone undone, String person) {
        var fields = CountyDirectory.visit(
                clerk.openedUnder(),
                person,
                LocalDate.now(program.getBean(Clock.class)).toString(),
                "情况已了解");
        var sent = Stream.concat(
                        Stream.of(new Sent("_csrf", "")),
                        fields.entrySet().stream().map(field -> new Sent(field.getKey(), field.getValue())))
                .toList();
        return undone.undone(() -> statements(() -> clerk.send("/visits", false, sent), 303));
    }

    private static int statements(Supplier<Surfer.Answer> asked, int status) {
        Saboteur.arm(Integer.MAX_VALUE, Saboteur.Way.FAIL);
        try {
            assertThat(asked.get().status()).isEqualTo(status);
            return Saboteur.statements();
        } finally {
            Saboteur.disarm();
        }
    }
}
