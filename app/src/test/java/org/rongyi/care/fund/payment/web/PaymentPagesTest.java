package org.rongyi.care.fund.payment.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.Browser;
import org.rongyi.RongyiTest;
import org.rongyi.care.fund.ManyCommitments;
import org.rongyi.care.fund.PaymentOffice;
import org.rongyi.care.fund.payee.ProposePayee;
import org.rongyi.care.fund.payment.MakeBatch;
import org.rongyi.demo.TestCounty;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.kernel.Ids;
import org.rongyi.platform.kernel.Money;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@RongyiTest
@DisplayName("拨付的页面：没办成的，勾的、填的都还在，话说的是实情，数是全部的数")
class PaymentPagesTest extends PaymentOffice {

    @Autowired
    private ManyCommitments many;

    @LocalServerPort
    private int port;

    private Browser clerk;

    @BeforeEach
    void signedIn() {
        clerk = Browser.signedIn(
                port, Objects.requireNonNull(TestCounty.ensure(program).get("xian")));
    }

    @Test
    @DisplayName("编批没编成，回来的页面上勾的还是原来那几笔：去掉过的不会又进批次")
    void whatWasLeftOutStaysOut() {
        var fund = richFund(1_000);
        var chosen = granted(fund, Money.ofYuan(10));
        var leftOut = granted(fund, Money.ofYuan(20));
        var gone = granted(fund, Money.ofYuan(30));
        assertThat(clerk.get("/funds/" + fund + "/payments").body())
                .as("先是都勾上的")
                .contains(ticked(leftOut));
        made(fund, List.of(gone));
        var answer = clerk.postRaw(
                "/funds/" + fund + "/batches",
                "_command=" + Ids.next() + "&_post=" + officer.post() + "&grant=" + chosen + "&grant=" + gone);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("已不在待拨付", ticked(chosen), "value=\"" + leftOut + "\"")
                .doesNotContain(ticked(leftOut));
    }

    private static String ticked(UUID grant) {
        return "value=\"" + grant + "\" checked";
    }

    @Test
    @DisplayName("一次列不完的，说共有多少笔、先列了多少笔")
    void howManyWaitIsAllOfThem() {
        var fund = richFund(10_000);
        var grants = Stream.generate(() -> grant(fund, Money.ofYuan(1)))
                .limit(MakeBatch.MOST + 1)
                .toList();
        assertThat(transactions.write(chief, () -> {
                    var committed = many.commit(chief, fund, grants);
                    audit.record(chief, new AuditTrail.Entry("DecideForTest", null, "Done", true));
                    return committed;
                }))
                .isInstanceOf(ManyCommitments.Done.class);
        assertThat(clerk.get("/funds/" + fund + "/payments").body())
                .contains("共 2,001 笔", "先列决定最早的 2,000 笔", "合计 2,000.00 元");
    }

    @Test
    @DisplayName("解散批次的理由没收下，填过的还在")
    void theReasonIsNotLost() {
        var fund = richFund(1_000);
        var batch = made(fund, List.of(granted(fund, Money.ofYuan(10))));
        assertThat(post("/batches/" + batch + "/dissolution", Map.of("reason", "照 75123 部队来函解散")))
                .contains("value=\"照 75123 部队来函解散\"");
    }

    @Test
    @DisplayName("认定的日子早于送银行那天：说应在哪天到哪天之间")
    void theDayIsSaidInFull() {
        var fund = richFund(1_000);
        var batch = released(fund, List.of(granted(fund, Money.ofYuan(10))));
        var payment = paymentsOf(batch).getFirst();
        var answer = post(
                "/payments/" + payment.id() + "/settlement",
                Map.of("paid", "0", "on", today.minusDays(1).toString(), "words", "书面答复"));
        assertThat(answer).contains("应在送银行之日至今天之间").doesNotContain("日期还没有到");
    }

    @Test
    @DisplayName("账号等核对的，不能发放、不能解除：说的是等核对，不说“退汇，不能发放”")
    void whatIsCheckedFirstIsSaid() {
        var fund = richFund(1_000);
        var grant = granted(fund, Money.ofYuan(10));
        var batch = released(fund, List.of(grant));
        said(batch, batch(batch).number() + "-0001,FAILED,0.00," + today + ",销户");
        assertThat(perform(
                        officer,
                        ProposePayee.class,
                        new ProposePayee.Command(
                                CommandId.fresh(officer), grant, "林国强", "建设银行怀集支行", "6217000000000000003", "本人换了卡")))
                .isInstanceOf(ProposePayee.Outcome.Proposed.class);
        assertThat(post(
                        "/grants/" + grant + "/handout",
                        Map.of("on", today.toString(), "signedBy", "林国强", "witness", "李红", "whyCash", "急用")))
                .contains("收款账号在核对，或银行的话还没有核实；先办完，再发放");
        assertThat(post("/grants/" + grant + "/cancellation", Map.of("reason", "没有人可以领")))
                .contains("先办完，再解除");
    }

    /** What is answered to a form that is refused. */
    private String post(String path, Map<String, String> fields) {
        var form = new java.util.HashMap<>(fields);
        form.put("_command", Ids.next().toString());
        form.put("_post", officer.post().toString());
        var answer = clerk.post(path, form);
        assertThat(answer.statusCode()).isEqualTo(422);
        return answer.body();
    }
}
