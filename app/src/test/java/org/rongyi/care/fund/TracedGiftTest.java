package org.rongyi.care.fund;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.Browser;
import org.rongyi.RongyiTest;
import org.rongyi.care.fund.recovery.RecordRepayment;
import org.rongyi.platform.kernel.Money;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@RongyiTest
@DisplayName("捐赠人凭编号和查询码看自己的钱用到了哪里：已付、追回、退汇、还没付的都列着，看不到受助人是谁")
class TracedGiftTest extends RecoveryOffice {

    /** One more than a page shows, with those of the test before it. */
    private static final int MORE = 50;

    private static final Pattern AFTER = Pattern.compile("name=\"after\" value=\"([^\"]+)\"");

    @Autowired
    private Gifts gifts;

    @LocalServerPort
    private int port;

    @Test
    @DisplayName("四个合计与逐行都对：付了三百、追回一百，退汇二百，五十还没付；一页放不下的，下一页接着看")
    void whereItWent() {
        var fund = careFund();
        var gift = given(fund, 1_000, Lot.Terms.FREE);
        assertThat(trace(gift, "")).contains("还没有用。用了之后");

        var paid = paid(fund, 300);
        var recovery = ordered(paid, 100);
        assertThat(repay(recovery, 100, today, "回单 1 号")).isInstanceOf(RecordRepayment.Outcome.Recorded.class);
        var returned = granted(fund, Money.ofYuan(200));
        var batch = released(fund, List.of(returned));
        said(batch, paymentsOf(batch).getFirst().reference() + ",FAILED,0.00," + today + ",户名不符");
        granted(fund, Money.ofYuan(50));

        var page = trace(gift, "");
        assertThat(stats(page)).containsExactly("1,000.00", "200.00", "250.00", "550.00");
        assertThat(rows(page))
                .containsExactly("困难帮扶 四会市 50.00 待拨付", "困难帮扶 四会市 200.00 退汇，待更正收款账号", "困难帮扶 四会市 300.00 已追回 100.00 元");
        assertThat(page).doesNotContain("林国强", "测试案号", "农业银行", "下一页");

        for (int i = 0; i < MORE; i++) {
            granted(fund, Money.ofYuan(1));
        }
        var first = trace(gift, "");
        assertThat(rows(first)).hasSize(50).containsOnly("困难帮扶 四会市 1.00 待拨付");
        var after = AFTER.matcher(first);
        assertThat(after.find()).as("下一页").isTrue();
        assertThat(rows(trace(gift, after.group(1)))).isEqualTo(rows(page));
    }

    private String trace(UUID gift, String after) {
        var number =
                transactions.read(officer, () -> gifts.find(gift)).orElseThrow().number();
        var code = transactions.read(officer, () -> gifts.queryCode(gift)).orElseThrow();
        var fields = new HashMap<>(Map.of("number", number, "code", code));
        if (!after.isEmpty()) {
            fields.put("after", after);
        }
        var answer = new Browser(port).post("/open-books/trace", fields);
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    /** 捐赠, 已支出, 已定给谁、正在付, 还没有用. */
    private static List<String> stats(String page) {
        return texts(page.substring(page.indexOf("class=\"stats\""), page.indexOf("用到了哪里")), "[\\d,]+\\.\\d\\d");
    }

    /** Purpose, county, amount, how far. */
    private static List<String> rows(String page) {
        return Pattern.compile(
                        "<td data-label=\"用途\">(.*?)</td>.*?受助人所在\">.*?(四会市)</td>.*?\"num\">(.*?)</td>"
                                + ".*?办到\">(.*?)</td>",
                        Pattern.DOTALL)
                .matcher(page)
                .results()
                .map(row -> String.join(" ", row.group(1), row.group(2), row.group(3), row.group(4)))
                .toList();
    }

    private static List<String> texts(String within, String pattern) {
        return Pattern.compile(pattern)
                .matcher(within)
                .results()
                .map(java.util.regex.MatchResult::group)
                .toList();
    }
}
