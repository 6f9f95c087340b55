package org.rongyi.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rongyi.journey.Chromium.arrive;
import static org.rongyi.journey.Chromium.press;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.rongyi.RongyiTest;
import org.rongyi.care.fund.PaymentOffice;
import org.rongyi.care.fund.payment.ReleaseBatch;
import org.rongyi.demo.TestCounty;
import org.rongyi.journey.Chromium.Device;
import org.rongyi.platform.access.Personas;
import org.rongyi.platform.kernel.Money;
import org.springframework.boot.test.web.server.LocalServerPort;

/** 经办 makes a batch, 局长 approves it, 出纳 lets it go; the bank pays one, refuses one; two people put its account right. */
@RongyiTest
@Tag("browser")
@DisplayName("拨付：编制、批准、取文件、登记银行结果、退汇更正，都在页面上")
class PaymentSceneTest extends PaymentOffice {

    private static final String NUMBER = "6217000000000000003";

    @LocalServerPort
    private int port;

    private Map<String, Personas.Entry> personas = Map.of();
    private Chromium chromium;

    @BeforeEach
    void county() {
        personas = TestCounty.ensure(program);
        chromium = new Chromium(port);
    }

    @AfterEach
    void goHome() {
        chromium.close();
    }

    @Test
    void fromPromisedToPaid() throws IOException {
        try (var shown = new LookedAt(program)) {
            promisedAndPaid();
            assertThat(shown.missing()).doesNotContainAnyElementsOf(BesideTheWalk.of(PaymentSceneTest.class));
        }
    }

    private void promisedAndPaid() throws IOException {
        var fund = richFund(10_000);
        granted(fund, Money.ofYuan(3_000));
        var refused = granted(fund, Money.ofYuan(1_200));
        var maker = at("xian");
        var batch = makes(maker, fund);
        var leader = at("juzhang");
        leader.navigate("/batches/" + batch);
        looksClear(leader, "payment-batch-to-approve");
        press(leader, "批准");
        assertThat(leader.textContent("main")).contains("等本单位既没有编制、也没有批准它的第三个人拨付");
        maker.navigate("/batches/" + batch);
        assertThat(maker.locator("button:has-text('拨付')").count()).isZero();
        assertThat(release(cashier, batch)).isInstanceOf(ReleaseBatch.Outcome.Released.class);
        takesTheFile(maker, batch);
        readsTheResult(maker, batch);
        putsRight(maker, leader, refused);
        maker.navigate("/funds/" + fund + "/payments");
        assertThat(maker.textContent("#waiting")).contains("1,200.00", "尾号 0003");
    }

    private Page at(String persona) {
        return chromium.signIn(Device.DESKTOP, Objects.requireNonNull(personas.get(persona)));
    }

    private UUID makes(Page page, UUID fund) {
        page.navigate("/payments");
        arrive(page.locator("main a[href='/funds/" + fund + "/payments']"));
        assertThat(page.textContent("#waiting")).contains("共 2 笔", "4,200.00");
        looksClear(page, "fund-payments");
        press(page, "把勾选的编成批次");
        assertThat(page.textContent("main")).contains("待批准", "等本单位没有参与编制的负责人批准");
        return UUID.fromString(page.url().substring(page.url().lastIndexOf('/') + 1));
    }

    private void takesTheFile(Page page, UUID batch) throws IOException {
        page.navigate("/batches/" + batch);
        var path = page.waitForDownload(() -> press(page, "取银行文件")).path();
        assertThat(Files.readAllBytes(path)).isEqualTo(file(batch));
    }

    private void readsTheResult(Page page, UUID batch) {
        var number = batch(batch).number();
        var lines =
                List.of(number + "-0001,PAID,3000.00," + today + ",", number + "-0002,FAILED,0.00," + today + ",户名不符");
        var whole = result(number, lines);
        upload(page, batch, Arrays.copyOf(whole, whole.length / 2));
        assertThat(page.textContent("main")).contains("这份文件没有登记", "没有合计行");
        looksClear(page, "payment-batch-broken-file");
        upload(page, batch, whole);
        assertThat(page.textContent("body")).contains("登记了 2 笔", "户名不符");
        assertThat(page.textContent("h1")).isEqualTo("银行结果：结果.csv");
        looksClear(page, "bank-result");
        upload(page, batch, whole);
        assertThat(page.textContent("body")).contains("这份文件登记过了");
    }

    private void upload(Page page, UUID batch, byte[] content) {
        page.navigate("/batches/" + batch);
        page.setInputFiles("input[name=file]", new FilePayload("结果.csv", "text/csv", content));
        press(page, "上传并登记");
    }

    private void putsRight(Page maker, Page leader, UUID grant) {
        maker.navigate("/payees");
        looksClear(maker, "payees");
        arrive(maker.locator("main a[href='/grants/" + grant + "']"));
        maker.fill("input[name=account]", "62");
        maker.fill("input[name=words]", "本人换了卡");
        press(maker, "提交核对");
        assertThat(maker.textContent("main")).contains("账号应是 8 至 32 位数字");
        assertThat(maker.inputValue("input[name=words]")).isEqualTo("本人换了卡");
        looksClear(maker, "grant-payee");
        maker.fill("input[name=account]", NUMBER);
        press(maker, "提交核对");
        assertThat(maker.textContent("main")).contains("等另一个人照存折或银行卡核对");
        leader.navigate("/grants/" + grant);
        leader.fill("input[name=number]", NUMBER);
        looksClear(leader, "grant-check");
        press(leader, "核对一致");
        assertThat(leader.textContent("main")).contains("待拨付");
    }

    private static void looksClear(Page page, String name) {
        assertThat(OnBoth.barriers(page, name)).isEmpty();
    }
}
