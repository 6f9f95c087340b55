package org.rongyi.career.reception;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.RongyiTest;
import org.rongyi.people.person.Files;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.intake.ImportDesk;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@RongyiTest
@DisplayName("部队的花名册一次导入：一行照一张表办")
class ReceptionImportTest {

    private static final List<String> TITLES =
            List.of("姓名*", "身份证号*", "退役类别*", "安置方式*", "批准服现役日期*", "退役命令日期*", "移交单位*", "安置地依据*", "凭什么认定*", "接收日期*");

    @Autowired
    private ApplicationContext program;

    @Autowired
    private Transactions transactions;

    @Test
    @DisplayName("有档案的登记接收，没有档案的请先建档，规定不允许的写明为什么；整批撤回就都不在了")
    void aRosterIsReceived() {
        var handed = new Handed(program);
        var desk = new ImportDesk(program);
        var number = Files.number();
        var person = new Files(program).register(handed.village, "郑花名", number, null);
        var other = Files.number();
        new Files(program).register(handed.village, "郑不准", other, null);
        var left = handed.today.minusDays(10).toString();
        var since = handed.today.minusYears(2).toString();
        var rows = List.of(
                row("郑花名", number.value(), "自主就业", since, left),
                row("郑没档", Files.number().value(), "自主就业", since, left),
                row("郑不准", other.value(), "退休", since, left));
        var batch = desk.imported(handed.officer, "receptions", ImportDesk.workbook(TITLES, rows));
        assertThat(desk.counts(batch)).containsExactly(1, 0, 2, 0);
        assertThat(desk.reasons(handed.officer, batch))
                .anyMatch(reason -> reason.contains("请先建档"))
                .anyMatch(reason -> reason.contains("义务兵没有这种安置方式"));
        var receptions = program.getBean(Receptions.class);
        assertThat(transactions.read(handed.officer, () -> receptions.of(person, 5)))
                .hasSize(1);
        desk.withdraw(handed.officer, batch);
        assertThat(transactions.read(handed.officer, () -> receptions.of(person, 5)))
                .isEmpty();
    }

    private static List<String> row(String name, String number, String mode, String since, String left) {
        return List.of(name, number, "义务兵", mode, since, left, "省军区某部", "入伍时户口所在地", "户口本", left);
    }
}
