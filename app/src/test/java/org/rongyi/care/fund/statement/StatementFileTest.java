package org.rongyi.care.fund.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("对账单文件：整份对了才收，哪一行哪里不对说清楚")
class StatementFileTest {

    private static final LocalDate FIRST = LocalDate.of(2021, 6, 1);
    private static final LocalDate LAST = LocalDate.of(2021, 6, 30);
    private static final Charset GB = Charset.forName("GB18030");
    private static final String FUND = "441224-01";

    private final BankSheet sheet = new BankSheet(FUND, FIRST, LAST, 100_00)
            .line("A1", FIRST.plusDays(1), 50_00, "捐款")
            .line("A2", FIRST.plusDays(2), -30_00, "");

    @Test
    @DisplayName("没有错的：起止、余额、每一笔")
    void aWholeOneIsRead() {
        var whole = (StatementFile.Whole) read(sheet.bytes(), null);
        assertThat(whole.openingFen()).isEqualTo(100_00);
        assertThat(whole.closingFen()).isEqualTo(120_00);
        assertThat(whole.fresh())
                .extracting(StatementFile.Line::serial, StatementFile.Line::fen)
                .containsExactly(tuple("A1", 50_00L), tuple("A2", -30_00L));
    }

    @Test
    @DisplayName("别的文件、别的资金、少一行、余额接不上、日期不在内、重复的流水号、改动一个字：各有各的说法")
    void eachFaultIsSaid() {
        broken("戎驿对账单", "对账单", "第 1 行：这不是银行的对账单文件");
        broken(FUND, "441224-02", "这是资金 441224-02 的对账单，不是本资金 441224-01 的");
        broken("A2,2021-06-03,OUT,30.00", "A2,2021-07-03,OUT,30.00", "第 3 行：日期“2021-07-03”不对");
        broken("A2,2021-06-03,", "A2,+12021-06-03,", "第 3 行：日期“+12021-06-03”不对");
        broken("A2,", "A1,", "第 3 行：流水号 A1 出现了两次");
        broken("OUT", "出", "第 3 行：“出”看不懂");
        broken("50.00,150.00", "51.00,150.00", "第 2 行：余额 150.00 与上一行加减这一笔不符，应是 151.00");
        broken("林国强", "=1+1", "有公式或引号开头的内容");
        broken("120.00,2,", "121.00,2,", "期末余额与最后一行的余额不符");
        broken("120.00,2,", "120.00,3,", "写明的笔数与实际的 2 行不符");
        var changed = new String(sheet.bytes(), GB).replace("捐款", "捐欵");
        assertThat(problems(changed.getBytes(GB), null)).contains("摘要对不上");
        var cut = sheet.text().getBytes(GB);
        assertThat(problems(cut, null)).contains("没有合计行，文件不完整");
        assertThat(problems(new byte[] {(byte) 0xff, (byte) 0xff}, null)).contains("无法识别的文字");
    }

    @Test
    @DisplayName("一份接一份：缺一天、期初接不上、更早的、先前的一笔不见了或变了，都不收；接得上的只收新的")
    void oneGoesOnFromTheOther() {
        var known = new StatementFile.Known(
                FIRST,
                LAST,
                100_00,
                Map.of(
                        "A1", new StatementFile.Line("A1", FIRST.plusDays(1), 50_00, "", ""),
                        "A2", new StatementFile.Line("A2", FIRST.plusDays(2), -30_00, "", "")));
        var july = LAST.plusDays(1);
        assertThat(problems(new BankSheet(FUND, july.plusDays(1), july.plusDays(9), 120_00).bytes(), known))
                .contains("中间缺 2021-07-01 至 2021-07-01 的对账单");
        assertThat(problems(new BankSheet(FUND, july, july.plusDays(9), 119_00).bytes(), known))
                .contains("接不上");
        assertThat(problems(new BankSheet(FUND, FIRST.minusDays(1), july, 100_00).bytes(), known))
                .contains("这一份更早");
        assertThat(problems(
                        new BankSheet(FUND, FIRST, july, 100_00)
                                .line("A1", FIRST.plusDays(1), 50_00, "")
                                .bytes(),
                        known))
                .contains("先前读入的流水号 A2 这一份里没有");
        assertThat(problems(
                        new BankSheet(FUND, FIRST.plusDays(2), july, 150_00)
                                .line("A2", FIRST.plusDays(2), -31_00, "")
                                .bytes(),
                        known))
                .contains("流水号 A2 与先前读入的日期或金额不同");
        var over = new BankSheet(FUND, FIRST.plusDays(2), july, 150_00)
                .line("A2", FIRST.plusDays(2), -30_00, "")
                .line("A3", july, 5_00, "");
        assertThat(((StatementFile.Whole) read(over.bytes(), known)).fresh())
                .extracting(StatementFile.Line::serial)
                .containsExactly("A3");
    }

    private void broken(String what, String by, String why) {
        UnaryOperator<String> change = text -> text.replace(what, by);
        assertThat(problems(sheet.sealed(change.apply(sheet.text())), null))
                .as(by)
                .contains(why);
    }

    private static String problems(byte[] file, StatementFile.@Nullable Known known) {
        return String.join("；", ((StatementFile.Broken) read(file, known)).problems());
    }

    private static StatementFile.Reading read(byte[] file, StatementFile.@Nullable Known known) {
        return StatementFile.read(file, new StatementFile.Against(FUND, LocalDate.of(2021, 8, 1), known));
    }
}
