package org.rongyi.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.rongyi.RongyiTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@RongyiTest
class RolesTest {

    private final JdbcClient app;
    private final JdbcClient job;
    private final TransactionTemplate transaction;
    private final Clock clock;

    @Autowired
    RolesTest(JdbcClient app, @Qualifier("job") JdbcClient job, PlatformTransactionManager transactions, Clock clock) {
        this.app = app;
        this.job = job;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @Test
    void theWebProgramAndTheJobsConnectAsTheirOwnRoles() {
        assertThat(text(app, "select session_user")).isEqualTo(Roles.APP);
        assertThat(text(job, "select session_user")).isEqualTo(Roles.JOB);
    }

    @Test
    void noProgramRoleIsSuperuserOrMayBypassRowSecurity() {
        var strong = app.sql("""
                        select rolname from pg_roles
                        where rolname like 'rongyi%'
                          and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication)""").query(String.class).list();
        assertThat(strong).isEmpty();
    }

    @Test
    void theProgramRolesOwnNothing() {
        var owned = app.sql("""
                        select c.oid::regclass::text from pg_class c
                        where pg_get_userbyid(c.relowner) in ('rongyi_app', 'rongyi_self', 'rongyi_job')
                        union all
                        select n.nspname from pg_namespace n
                        where pg_get_userbyid(n.nspowner) in ('rongyi_app', 'rongyi_self', 'rongyi_job')
                        union all
                        select d.datname from pg_database d
                        where pg_get_userbyid(d.datdba) in ('rongyi_app', 'rongyi_self', 'rongyi_job')""").query(String.class).list();
        assertThat(owned).isEmpty();
    }

    @Test
    void theProgramRolesCanCreateNoTable() {
        assertThatThrownBy(() -> app.sql("create table public.mine (id int)").update())
                .rootCause()
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> job.sql("create table public.mine (id int)").update())
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    @Test
    void theAppMayBecomeSelfButDoesNotInheritIt() {
        var member = app.sql("""
                        select inherit_option, set_option from pg_auth_members
                        where roleid = 'rongyi_self'::regrole and member = 'rongyi_app'::regrole and set_option""").query().singleRow();
        assertThat(member).containsEntry("inherit_option", false).containsEntry("set_option", true);
        transaction.executeWithoutResult(state -> {
            app.sql("set local role rongyi_self").update();
            assertThat(text(app, "select current_user")).isEqualTo("rongyi_self");
        });
    }

    @Test
    void anUnsetScopeIsNullAndASetOneIsReadBack() {
        var scope = "select kernel.scope_low() is null and kernel.scope_high() is null"
                + " and kernel.scope_ranges() is null and kernel.self_person() is null";
        assertThat(app.sql(scope).query(Boolean.class).single()).isTrue();
        transaction.executeWithoutResult(state -> {
            app.sql("select set_config('rongyi.low', '440100000000', true)")
                    .query(String.class)
                    .single();
            app.sql("select set_config('rongyi.ranges', '{[1,5),[7,9)}', true)")
                    .query(String.class)
                    .single();
            assertThat(app.sql("select kernel.scope_low()").query(Long.class).single())
                    .isEqualTo(440100000000L);
            assertThat(text(app, "select kernel.scope_ranges()::text")).isEqualTo("{[1,5),[7,9)}");
        });
        assertThat(app.sql(scope).query(Boolean.class).single()).isTrue();
    }

    @Test
    void theServerKeepsWhatItPromised() {
        assertThat(text(app, "show server_version")).startsWith("18.6");
        assertThat(text(app, "show fsync")).isEqualTo("on");
        assertThat(text(app, "show plan_cache_mode")).isEqualTo("force_generic_plan");
        assertThat(text(app, "show timezone")).isEqualTo("Asia/Shanghai");
        assertThat(text(app, "select datlocale from pg_database where datname = 'rongyi'"))
                .isEqualTo("C.UTF-8");
        assertThat(clock.getZone()).isEqualTo(ZoneId.of("Asia/Shanghai"));
    }

    private static String text(JdbcClient jdbc, String sql) {
        return jdbc.sql(sql).query(String.class).single();
    }
}
