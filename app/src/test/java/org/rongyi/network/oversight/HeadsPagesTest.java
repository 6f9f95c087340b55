package org.rongyi.network.oversight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.Browser;
import org.rongyi.RongyiTest;
import org.rongyi.demo.TestCounty;
import org.rongyi.platform.access.Personas;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.audit.DailyHeads;
import org.rongyi.platform.audit.Sealer;
import org.rongyi.platform.kernel.Actor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@RongyiTest
@DisplayName("每日链头：省级审计员下载、打印，交纪检监察留存")
class HeadsPagesTest {

    @Autowired
    private ApplicationContext program;

    @Autowired
    private Sealer sealer;

    @Autowired
    private DailyHeads heads;

    @Autowired
    private Transactions transactions;

    @Autowired
    private Clock clock;

    @LocalServerPort
    private int port;

    private Map<String, Personas.Entry> personas = Map.of();
    private LocalDate today;

    @BeforeEach
    void county() {
        personas = TestCounty.ensure(program);
        today = LocalDate.now(clock);
        at("cun"); // signing in leaves a row
        sealer.seal(1_000);
    }

    @Test
    @DisplayName("这个月的名单里有今天；没有封存过的月份有话说")
    void aMonthIsListed() {
        var auditor = at("shenji");
        assertThat(auditor.get("/trail/heads").body())
                .contains("/trail/heads/" + today, "当天还没有结束", "上一月")
                .doesNotContain("下一月");
        assertThat(auditor.get("/trail/heads?month=" + YearMonth.from(today).minusMonths(1))
                        .body())
                .contains("这个月没有封存过留痕", "下一月");
        assertThat(auditor.get("/trail").body()).contains("/trail/heads");
    }

    @Test
    @DisplayName("一天的链头：页面上有二维码，文件就是一行；没有封存过的一天没有")
    void aDayIsPrintedAndDownloaded() {
        var auditor = at("shenji");
        sealer.seal(1_000);
        var head = transactions.read(new Actor.Visitor(), () -> heads.of(today)).orElseThrow();
        assertThat(auditor.get("/trail/heads/" + today + "/head.txt").body()).isEqualTo(head.text() + "\n");
        assertThat(auditor.get("/trail/heads/" + today).body())
                .contains(
                        "<svg class=\"qr\"",
                        head.head().substring(0, 8) + " " + head.head().substring(8, 16),
                        "打印")
                .doesNotContain("style=");
        assertThat(auditor.get("/trail/heads/" + today.plusDays(1)).statusCode())
                .isEqualTo(404);
        assertThat(auditor.get("/trail/heads/" + today.plusDays(1) + "/head.txt")
                        .statusCode())
                .isEqualTo(404);
    }

    private Browser at(String username) {
        return Browser.signedIn(port, personas.get(username));
    }
}
