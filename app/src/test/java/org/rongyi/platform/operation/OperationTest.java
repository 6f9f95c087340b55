package org.rongyi.platform.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.Browser;
import org.rongyi.RongyiTest;
import org.rongyi.demo.TestCounty;
import org.rongyi.platform.access.Personas;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@RongyiTest
@DisplayName("运行：管理员看得到情况和该做什么，外面只看得到通不通")
class OperationTest {

    @Autowired
    private ApplicationContext program;

    @Autowired
    @Qualifier("job")
    private JdbcClient jdbc;

    @Autowired
    private Condition condition;

    @Autowired
    private Processes processes;

    @Autowired
    private Clock clock;

    @LocalServerPort
    private int port;

    private Map<String, Personas.Entry> personas = Map.of();

    @BeforeEach
    void county() {
        personas = TestCounty.ensure(program);
        jdbc.sql("delete from backup.run").update();
    }

    @Test
    @DisplayName("/health 谁都能问，只答通不通")
    void healthTellsUpOrDown() {
        var answer = new Browser(port).get("/health");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"status\":\"up\"}");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
    }

    @Test
    @DisplayName("没有备份过：提醒，并说怎样设；有了新的备份：不再提醒；过了两天：又提醒")
    void anOverdueBackupIsTold() {
        assertThat(condition.now().warnings())
                .anyMatch(text -> text.contains("还没有备份过") && text.contains("RONGYI_BACKUP_DIR"));
        backedUp(OffsetDateTime.now(clock).minusHours(30));
        assertThat(condition.now().warnings()).noneMatch(text -> text.contains("备份"));
        jdbc.sql("delete from backup.run").update();
        backedUp(OffsetDateTime.now(clock).minusDays(3));
        assertThat(condition.now().warnings()).anyMatch(text -> text.contains("已经 3 天没有备份"));
    }

    @Test
    @DisplayName("连续失败的定时作业：点名")
    void failingWorkIsNamed() {
        jdbc.sql(
                        "insert into schedule.task (task_name, task_instance, execution_time, picked, consecutive_failures, version)"
                                + " values ('test.sick', 'recurring', :at, false, 4, 1)")
                .param("at", OffsetDateTime.now(clock).plusHours(1))
                .update();
        try {
            assertThat(condition.now().warnings()).anyMatch(text -> text.contains("“test.sick”连续失败 4 次"));
        } finally {
            jdbc.sql("delete from schedule.task where task_name = 'test.sick'").update();
        }
    }

    @Test
    @DisplayName("页面：系统管理员看得到备份、程序和提醒；站务员进不来")
    void thePageIsTheAdministrators() {
        backedUp(OffsetDateTime.now(clock).minusDays(3));
        processes.beat();
        var page = Browser.signedIn(port, personas.get("admin")).get("/operation");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("要处理", "已经 3 天没有备份", "已读回核对", "正在答复您的这一个", "PostgreSQL 18");
        assertThat(Browser.signedIn(port, personas.get("cun")).get("/operation").statusCode())
                .isEqualTo(403);
    }

    @Test
    @DisplayName("指标：路由按模板记，没有编号、没有输入的内容、没有人")
    void labelsAreTemplates() {
        var clerk = Browser.signedIn(port, personas.get("cun"));
        var id = UUID.randomUUID();
        clerk.get("/persons/" + id);
        clerk.get("/persons?q=" + "13812345678");
        clerk.get("/没有这个页面/440102195001011234".replace("没有这个页面", "nowhere"));
        var answer = new Browser(port).get("/metrics");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/plain");
        assertThat(answer.body())
                .contains(
                        "rongyi_http_requests_seconds_count{",
                        "route=\"/persons/{person}\"",
                        "route=\"/sign-in\"",
                        "rongyi_database_up 1.0",
                        "rongyi_pool_active{pool=\"app\"}",
                        "jvm_memory_used_bytes")
                .doesNotContain(id.toString(), "13812345678", "440102195001011234", "nowhere");
        assertThat(Pattern.compile("[\"/=][0-9a-f]{8}-[0-9a-f]{4}")
                        .matcher(answer.body())
                        .find())
                .isFalse();
    }

    private void backedUp(OffsetDateTime at) {
        jdbc.sql(
                        "insert into backup.run (id, began_at, ended_at, place, size, verified) values (:id, :at, :at, :place, 1, true)")
                .param("id", UUID.randomUUID())
                .param("at", at)
                .param("place", Path.of("/backup/x").toString())
                .update();
    }
}
