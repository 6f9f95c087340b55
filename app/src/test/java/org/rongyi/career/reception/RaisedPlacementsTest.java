package org.rongyi.career.reception;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.RongyiTest;
import org.rongyi.demo.TestCounty;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.kernel.Actor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@RongyiTest
@DisplayName("接收满六个月没有安置的，在市里的督办清单上，等得最久的在前")
class RaisedPlacementsTest {

    @Autowired
    private ApplicationContext program;

    @Autowired
    private Transactions transactions;

    private Handed handed;

    @BeforeEach
    void county() {
        handed = new Handed(program);
    }

    @Test
    @DisplayName("2018 年接收、至今没有安置：市里看到是谁、期限哪天；县里自己的清单上没有；安置了就没有")
    void whoWaitsTooLongIsRaised() {
        var left = LocalDate.of(2018, 9, 1);
        var reception = handed.received(handed.person("等半年"), Handed.sergeant(left.minusYears(16), left));
        var received = handed.read(reception).received();
        assertThat(raised(handed.city)).contains("等半年 " + received.plusMonths(6) + " /receptions/" + reception);
        assertThat(raised(handed.officer)).noneMatch(line -> line.contains("等半年"));
        settled(reception, received.plusMonths(7));
        assertThat(raised(handed.city)).noneMatch(line -> line.contains("等半年"));
    }

    @Test
    @DisplayName("东莞、中山是市局自己接收的：省里看到，市局自己的清单上没有")
    void whoWaitsInACityWithoutCountiesIsRaisedToTheProvince() {
        var left = LocalDate.of(2018, 9, 1);
        var reception = handed.received(handed.person("莞半年"), Handed.sergeant(left.minusYears(16), left));
        TestCounty.dongguan(program);
        var province = TestCounty.office(program, "sheng");
        assertThat(raised(province)).as("有县的由市里督办").noneMatch(line -> line.contains("莞半年"));
        program.getBean("jobJdbc", JdbcClient.class)
                .sql("update reception.reception set code_now = 441900003001 where id = :id")
                .param("id", reception)
                .update();
        assertThat(raised(province)).anyMatch(line -> line.startsWith("莞半年 ") && line.endsWith(reception.toString()));
        assertThat(raised(TestCounty.office(program, "dgju"))).noneMatch(line -> line.contains("莞半年"));
        assertThat(raised(handed.city)).noneMatch(line -> line.contains("莞半年"));
    }

    private void settled(UUID reception, LocalDate on) {
        program.getBean("jobJdbc", JdbcClient.class)
                .sql("update reception.reception set settled_on = :on, settled_how = '已安置' where id = :id")
                .param("on", on)
                .param("id", reception)
                .update();
    }

    private List<String> raised(Actor.Office reader) {
        return transactions.read(
                reader,
                () -> program.getBean(RaisedPlacements.class).raised(reader).stream()
                        .map(line -> line.what().replaceAll("^.*：|，.*$", "") + " " + line.due() + " " + line.path())
                        .toList());
    }
}
