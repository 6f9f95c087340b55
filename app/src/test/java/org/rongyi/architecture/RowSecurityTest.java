package org.rongyi.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.RongyiTest;
import org.rongyi.demo.TestCounty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@RongyiTest
@DisplayName("第二把锁：行级安全")
class RowSecurityTest {

    /** Partitions among them: who may read one could pass by the lock of the whole. */
    private static final String TABLES = """
            select n.nspname || '.' || c.relname
            from pg_class c
            join pg_namespace n on n.oid = c.relnamespace
            where c.relkind in ('r', 'p') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
              and (not c.relispartition or has_table_privilege('rongyi_app', c.oid, 'select'))
              and (c.relrowsecurity and c.relforcerowsecurity) = :locked
            order by 1
            """;

    private static final String READABLE = """
            select has_table_privilege('rongyi_app', :table, 'select')
            """;

    /** Policies that let the program or a veteran read every row. */
    private static final String WIDE_OPEN = """
            select distinct c.oid::regclass::text
            from pg_policy p
            join pg_class c on c.oid = p.polrelid
            where p.polcmd in ('r', '*') and p.polpermissive
              and (0 = any (p.polroles) or 'rongyi_app'::regrole = any (p.polroles) or 'rongyi_self'::regrole = any (p.polroles))
              and coalesce(pg_get_expr(p.polqual, p.polrelid), 'true') = 'true'
            order by 1
            """;

    private static final String DIRECTORY = "机构名录，对外公开";
    private static final String DIVISIONS = "区划和历书，国家公布的";
    private static final String BOOKS = "资金的账，不记到人：摘要不写姓名、病情，给谁的在 fund.grant_made，那里有锁";
    private static final String MACHINE = "程序自己的，不关谁的事";
    private static final String DECLARED = "哪些列写着话，只有表名和列名";
    private static final String SUMS = "合计数，没有人";
    private static final String TRAIL = "留痕的封条，只有摘要";

    /** Tables without the lock, each with its reason. Whoever adds a table adds the lock, or a reason here. */
    private static final Map<String, String> PUBLIC = Map.ofEntries(
            Map.entry("access.account", "登录时按用户名找，各处按编号写出办理人的姓名；退役军人本人账号的姓名也在内"),
            Map.entry("access.attempt", "试了几次，来源是带钥匙的散列，看不出是谁"),
            Map.entry("access.client", "核对签名时还不知道是谁；联系人的一列不给读，见 access.contact_of"),
            Map.entry("access.client_nonce", "接口签名用过的随机数，没有人"),
            Map.entry("access.delegation", "登录时就要知道谁替谁办，那时还没有范围；只有工作人员"),
            Map.entry("access.post", "范围就是从岗位算出来的"),
            Map.entry("access.stranger", "打错的用户名，没有这个人"),
            Map.entry("act.command", "只按办的人自己的编号找"),
            Map.entry("approval.serial", MACHINE),
            Map.entry("audit.anchor", TRAIL),
            Map.entry("audit.batch", TRAIL),
            Map.entry("audit.signing_key", "签名密钥的编号和签到哪一批，不是密钥"),
            Map.entry("backup.run", MACHINE),
            Map.entry("division.change", DIVISIONS),
            Map.entry("division.question", DIVISIONS),
            Map.entry("division.revision", DIVISIONS),
            Map.entry("division.successor", DIVISIONS),
            Map.entry("division.unit", DIVISIONS),
            Map.entry("documents.file", "文件的摘要和大小；归谁由指着它的那张表说，那里有锁"),
            Map.entry("documents.public_entry", "真伪查验的公开登记，姓名已脱敏"),
            Map.entry("documents.serial", MACHINE),
            Map.entry("festival.campaign", "哪年哪节、按什么标准，不到人；名单在 festival.line，那里有锁"),
            Map.entry("figures.fresh", SUMS),
            Map.entry("figures.recode", SUMS),
            Map.entry("figures.recount", SUMS),
            Map.entry("figures.rollup", SUMS),
            Map.entry("flyway.history", MACHINE),
            Map.entry("fund.account", BOOKS),
            Map.entry("fund.bank_match", BOOKS),
            Map.entry("fund.book", BOOKS),
            Map.entry("fund.closing", BOOKS),
            Map.entry("fund.entry", BOOKS),
            Map.entry("fund.fund", "资金名录，对外公开"),
            Map.entry("fund.line", BOOKS),
            Map.entry("fund.lot", BOOKS),
            Map.entry("fund.plan_end", "募捐方案改到哪天结束，对外公开，里面没有任何受助人；经手人只给办公的人"),
            Map.entry("fund.platform_change", "慈善组织在指定平台上的页面，网址对外公开；理由和经手人按列只给办公的人"),
            Map.entry("operation.process", MACHINE),
            Map.entry("organisation.territory", DIRECTORY),
            Map.entry("organisation.unit", DIRECTORY),
            Map.entry("organisation.unit_history", DIRECTORY),
            Map.entry("person.dry_run_answer", "试算答了几次，只有定义者的函数读写"),
            Map.entry("person.village_division", "哪个村分了、谁办的，不到人"),
            Map.entry("policy.calendar_day", DIVISIONS),
            Map.entry("policy.revision", MACHINE),
            Map.entry("removal.holding", DECLARED),
            Map.entry("removal.plain", DECLARED),
            Map.entry("removal.root", DECLARED),
            Map.entry("removal.sealed_mark", "清除后密文的摘要，只有所有者的函数读写"),
            Map.entry("retention.run", "到期删了几条，不到人"),
            Map.entry("schedule.task", MACHINE),
            Map.entry("vault.indexing", MACHINE),
            Map.entry("vault.key", "密钥的名字和印记，不是密钥"),
            Map.entry("vault.reindexing", MACHINE),
            Map.entry("vault.resealing", MACHINE));

    private static final String SHOWN = "安置活动的方案公布以后，谁都看得到";

    /** Locked, and yet with rows that are shown to everybody, each with its reason. */
    private static final Map<String, String> HANGING = Map.ofEntries(
            Map.entry("approval.public_notice", "公示期内，谁都看得到；没有人员和办件"),
            Map.entry("campaign.attendance", SHOWN),
            Map.entry("campaign.campaign", SHOWN),
            Map.entry("campaign.direct_call", SHOWN),
            Map.entry("campaign.draw_source", SHOWN),
            Map.entry("campaign.exam", SHOWN),
            Map.entry("campaign.filled", SHOWN),
            Map.entry("campaign.list_opening", SHOWN),
            Map.entry("campaign.live", SHOWN),
            Map.entry("campaign.live_turn", SHOWN),
            Map.entry("campaign.meeting", SHOWN),
            Map.entry("campaign.member", SHOWN),
            Map.entry("campaign.move", "照书面决定的改派，公开；只有岗位和理由，不写是谁"),
            Map.entry("campaign.mutual", SHOWN),
            Map.entry("campaign.mutual_pick", SHOWN),
            Map.entry("campaign.post", SHOWN),
            Map.entry("campaign.post_raise", SHOWN),
            Map.entry("campaign.quota", SHOWN),
            Map.entry("campaign.result_notice", SHOWN),
            Map.entry("campaign.run", SHOWN),
            Map.entry("campaign.score_notice", SHOWN),
            Map.entry("campaign.sealing_key", SHOWN),
            Map.entry("campaign.trustee", SHOWN),
            Map.entry("policy.calendar_year", DIVISIONS),
            Map.entry("policy.change", "参数的改动，公开"));

    @Autowired
    private ApplicationContext program;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void county() {
        TestCounty.ensure(program);
    }

    @Test
    @DisplayName("每一张表，要么开启并强制行级安全，要么说得出为什么不必")
    void everyTableIsLockedOrSaysWhyNot() {
        var open = new TreeSet<>(
                jdbc.sql(TABLES).param("locked", false).query(String.class).list());
        assertThat(open).isEqualTo(new TreeSet<>(PUBLIC.keySet()));
        assertThat(PUBLIC.values()).noneMatch(String::isBlank);
    }

    @Test
    @DisplayName("没有设定范围的事务，什么也看不到")
    void withoutAScopeThereIsNothing() {
        var read = new ArrayList<String>();
        var seen = new TreeSet<String>();
        for (var table :
                jdbc.sql(TABLES).param("locked", true).query(String.class).list()) {
            if (!HANGING.containsKey(table)
                    && jdbc.sql(READABLE)
                            .param("table", table)
                            .query(Boolean.class)
                            .single()) {
                read.add(table);
                if (jdbc.sql("select count(*) from " + table).query(Long.class).single() > 0) {
                    seen.add(table);
                }
            }
        }
        assertThat(read).hasSizeGreaterThan(60).contains("organisation.staff", "person.person", "campaign.candidate");
        assertThat(seen).isEmpty();
    }

    @Test
    @DisplayName("没有一把锁是对谁都开的，公布的除外")
    void noLockStandsOpen() {
        var open = jdbc.sql(WIDE_OPEN).query(String.class).list();
        assertThat(open).contains("campaign.run");
        assertThat(HANGING.keySet()).containsAll(open);
    }

    @Test
    @DisplayName("接口用户的联系人和电话，程序的角色直接读不到")
    void theContactOfAClientIsNotReadDirectly() {
        assertThat(jdbc.sql("select has_column_privilege('rongyi_app', 'access.client', 'contact', 'select')")
                        .query(Boolean.class)
                        .single())
                .isFalse();
    }
}
