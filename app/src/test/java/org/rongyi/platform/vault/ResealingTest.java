package org.rongyi.platform.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.RongyiTest;
import org.rongyi.demo.TestCounty;
import org.rongyi.platform.act.Transactions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@RongyiTest
@DisplayName("更换密钥后逐批重新封存")
class ResealingTest {

    /** Binary columns that hold no sealed value: a timer's own, and digests and signatures anybody may read. */
    private static final List<String> NOT_SEALED = List.of(
            "schedule.task.task_data",
            "audit.anchor.digest",
            "audit.anchor.was",
            "audit.batch.previous",
            "audit.batch.root",
            "audit.batch.leaves",
            "audit.batch.head",
            "audit.batch.signature",
            "campaign.run.shown",
            "campaign.run.signature");

    @Autowired
    private ApplicationContext program;

    @Autowired
    @Qualifier("job")
    private JdbcClient jdbc;

    @Autowired
    private Keys keys;

    @Autowired
    private KeyRing ring;

    @Autowired
    private Transactions transactions;

    @Autowired
    private Vault vault;

    @Autowired
    private Clock clock;

    @Autowired
    private List<SealedPlace> places;

    @BeforeEach
    void county() {
        TestCounty.ensure(program);
    }

    @Test
    @DisplayName("数据库里每一列密文都有人管：换密钥时一列不漏")
    void everySealedColumnIsOffered() {
        var binary = jdbc.sql("""
                        select table_schema || '.' || table_name || '.' || column_name
                        from information_schema.columns
                        where data_type = 'bytea' and table_schema not in ('pg_catalog', 'information_schema')
                        """).query(String.class).list().stream()
                .filter(column -> !NOT_SEALED.contains(column))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(places.stream().map(SealedPlace::name)).containsAll(binary);
    }

    @Test
    @DisplayName("换两次密钥：旧密钥封存的一个不剩，号码还打得开、查得到；进行中不算完成")
    void nothingOldIsLeft() {
        var numbers = numbers();
        int version = renew();
        var resealing = new Resealing(keys, places, jdbc, later());
        assertThat(resealing.isComplete()).isFalse();
        for (int runs = 0; resealing.run(); runs++) {
            assertThat(runs).isLessThan(20);
        }
        assertThat(resealing.isComplete()).isTrue();
        assertThat(versionsOf("person.person", "citizen_sealed")).containsExactly(version);
        assertThat(versionsOf("person.person", "phone_sealed")).containsExactly(version);
        assertThat(versionsOf("visit.visit", "said_sealed")).containsExactly(version);
        assertThat(versionsOf("need.need", "text_sealed")).isSubsetOf(version);
        assertThat(numbers()).isEqualTo(numbers);
    }

    @Test
    @DisplayName("一遍没换完，或开始得太早、别的进程可能还在用旧密钥：再来一遍")
    void aPassThatBeganTooEarlyDoesNotCount() {
        int version = renew();
        var resealing = new Resealing(keys, places, jdbc, clock);
        resealing.run();
        resealing.run();
        assertThat(resealing.run()).isTrue();
        assertThat(resealing.isComplete()).isFalse();
    }

    private int renew() {
        var security = TestCounty.office(program, "anquan");
        return transactions
                .write(security, () -> ring.renew(security.account(), "例行更换"))
                .version();
    }

    private Clock later() {
        return Clock.offset(clock, Resealing.NOTICED.plusMinutes(1));
    }

    private List<Integer> versionsOf(String table, String column) {
        return jdbc.sql("select distinct get_byte(%s, 0) from %s where %s is not null".formatted(column, table, column))
                .query(Integer.class)
                .list();
    }

    private List<String> numbers() {
        return jdbc.sql("select id, citizen_sealed from person.person order by id")
                .query((row, n) -> vault.open(
                        new SealedField("person.person", "citizen_sealed"),
                        row.getObject("id", UUID.class),
                        row.getBytes("citizen_sealed")))
                .list();
    }
}
