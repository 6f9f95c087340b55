package org.rongyi.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.RongyiTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@RongyiTest
@DisplayName("第二把锁：行级安全")
class RowSecurityTest {

    /** Rows about persons, or about places whose records somebody may not see. */
    private static final String UNLOCKED = """
            select distinct c.table_schema || '.' || c.table_name
            from information_schema.columns c
            join pg_class r on r.relname = c.table_name
            join pg_namespace n on n.oid = r.relnamespace and n.nspname = c.table_schema
            where c.column_name in ('person_id', 'code_now', 'citizen_sealed')
              and r.relkind in ('r', 'p')
              and not (r.relrowsecurity and r.relforcerowsecurity)
            order by 1
            """;

    /** Tables that carry such a column and hold nothing about anybody, each with its reason. */
    private static final Set<String> PUBLIC = Set.of(
            "organisation.unit", // the public directory
            "organisation.territory", // which divisions a station serves: public
            "access.account", // read before anybody is known; found by user name or id alone
            "access.sms_code", // the same: found by the token of the browser that asked, alone
            "visit.draft", // sealed, and found by the post that wrote it
            "figures.fresh"); // sums on their way to the roll-up

    @Autowired
    private JdbcClient jdbc;

    @Test
    @DisplayName("凡有人员或现行代码的表，都开启并强制行级安全")
    void everyTableWithPersonalRowsIsLocked() {
        List<String> unlocked = jdbc.sql(UNLOCKED).query(String.class).list();
        assertThat(unlocked).allMatch(PUBLIC::contains);
    }

    @Test
    @DisplayName("没有设定范围的事务，什么也看不到")
    void withoutAScopeThereIsNothing() {
        for (var table : List.of(
                "person.person",
                "person.place",
                "visit.visit",
                "visit.contact",
                "need.need",
                "relief.aid",
                "relief.bar",
                "relief.set_aside",
                "relief.emergency",
                "reception.reception",
                "reception.paper",
                "reception.score_entry",
                "reception.score_objection",
                "reception.ending",
                "campaign.candidate",
                "campaign.placed",
                "campaign.letter",
                "campaign.sealed_list",
                "campaign.opened_list",
                "campaign.exam_entry",
                "campaign.exam_bar",
                "campaign.exam_paper",
                "campaign.exam_mark",
                "campaign.exam_review",
                "campaign.mutual_application",
                "campaign.mutual_unit",
                "campaign.mutual_paper",
                "festival.line",
                "notice.message",
                "notice.outbox",
                "notice.opt_out",
                "notice.mailbox")) {
            var seen =
                    jdbc.sql("select count(*) from " + table).query(Long.class).single();
            assertThat(seen).as(table).isZero();
        }
    }
}
