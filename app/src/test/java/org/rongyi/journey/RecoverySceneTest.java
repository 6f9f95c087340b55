package org.rongyi.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rongyi.journey.Chromium.follow;
import static org.rongyi.journey.Chromium.press;
import static org.rongyi.journey.Chromium.says;

import com.microsoft.playwright.Page;
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
import org.rongyi.care.fund.Commitments;
import org.rongyi.care.fund.RecoveryOffice;
import org.rongyi.demo.TestCounty;
import org.rongyi.journey.Chromium.Device;
import org.rongyi.people.person.Files;
import org.rongyi.platform.access.Personas;
import org.rongyi.platform.kernel.Money;
import org.rongyi.platform.kernel.Role;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What was got by false papers comes back: he is told and heard first, and none of those who gave or found it decides. */
@RongyiTest
@Tag("browser")
@DisplayName("追回骗取的帮扶款：先告知本人、听他说，提出的和当初决定的都不能决定，另一人决定，分两次退清")
class RecoverySceneTest extends RecoveryOffice {

    private static final String NAME = "追回生";
    private static final String DECIDES = "button:has-text('决定追回')";

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
    void aFraudIsTakenBack() {
        try (var shown = new LookedAt(program)) {
            var village = TestCounty.office(program, "cun");
            var person = new Files(program).register(village, NAME, Files.number(), null);
            var grant = paidTo(person);
            var keeper = chromium.signIn(Device.DESKTOP, Objects.requireNonNull(personas.get("xian")));
            var path = proposed(keeper, grant);
            thoseWhoGaveOrFoundItDoNotDecide(keeper, path);
            var himself = chromium.signIn(Device.PHONE, TestCounty.himself(program, person, NAME, village.unitCode()));
            var other = chromium.signIn(Device.DESKTOP, TestCounty.besidesSignedIn(program, officer, Role.LEADER));
            heIsHeardFirst(other, himself, path);
            anotherDecides(other, path);
            itComesBack(keeper, path);
            himself.navigate(path);
            says(himself, "已退清");
            looksClear(himself, "recovery-own-repaid");
            assertThat(shown.missing()).doesNotContainAnyElementsOf(BesideTheWalk.of(RecoverySceneTest.class));
        }
    }

    private static void looksClear(Page page, String name) {
        assertThat(OnBoth.barriers(page, name)).isEmpty();
    }

    /** 1,200, by the bank. */
    private UUID paidTo(UUID person) {
        var fund = richFund(10_000);
        var plain = grant(fund, Money.ofYuan(1_200));
        var done = commit(new Commitments.Grant(
                fund,
                plain.cause(),
                HARDSHIP,
                "困难帮扶援助（因突发事件造成生活困难）",
                new Commitments.Recipient(
                        person, NAME, TestCounty.office(program, "cun").unitCode()),
                false,
                plain.amount(),
                new Commitments.BankAccount(NAME, "农业银行怀集县支行", "6228480000000000018")));
        assertThat(done).isInstanceOf(Commitments.Done.class);
        var grant = ((Commitments.Done) done).grant();
        var batch = released(fund, List.of(grant));
        said(batch, paymentsOf(batch).getFirst().reference() + ",PAID,1200.00," + today + ",");
        return grant;
    }

    private String proposed(Page keeper, UUID grant) {
        keeper.navigate("/grants/" + grant);
        follow(keeper, "弄虚作假的，提出追回");
        press(keeper, "提出，并告知本人");
        looksClear(keeper, "recovery-form");
        keeper.check("input[name=ground][value=FALSE_PAPERS]");
        keeper.fill("input[name=amount]", "1200.01");
        keeper.fill("textarea[name=words]", "申请时交的收入证明是假的：单位来函说从没有给他开过，他在职，每月工资六千八百元");
        keeper.setInputFiles("input[name=paper]", OnBoth.scan("单位来函.jpg"));
        press(keeper, "提出，并告知本人");
        says(keeper, "最多追回 1,200.00 元");
        keeper.fill("input[name=amount]", "1200");
        press(keeper, "提出，并告知本人");
        keeper.waitForURL("**/recoveries/*");
        says(keeper, "告知书已经发给本人");
        looksClear(keeper, "recovery-proposed");
        return keeper.url();
    }

    private void thoseWhoGaveOrFoundItDoNotDecide(Page keeper, String path) {
        says(keeper, "您提出的，由另一位负责人决定");
        assertThat(keeper.locator(DECIDES).count()).isZero();
        var chief = chromium.signIn(Device.DESKTOP, Objects.requireNonNull(personas.get("juzhang")));
        chief.navigate(path);
        says(chief, "当初是您决定给的，由另一位负责人决定");
        assertThat(chief.locator(DECIDES).count()).isZero();
        chief.context().close();
    }

    private static void heIsHeardFirst(Page other, Page himself, String path) {
        other.navigate(path);
        says(other, "等本人说明情况");
        assertThat(other.locator(DECIDES).count()).isZero();
        himself.navigate(path);
        says(himself, "在核实的帮扶款", "等您说明情况");
        looksClear(himself, "recovery-own");
        press(himself, "提交");
        himself.fill("textarea[name=said]", "证明是托人开的，我以为单位盖了章；家里确实困难，愿意退");
        press(himself, "提交");
        says(himself, "愿意退");
    }

    private static void anotherDecides(Page other, String path) {
        other.navigate(path);
        press(other, "决定追回");
        says(other, "请写明理由");
        looksClear(other, "recovery-to-decide");
        other.fill("textarea[name=why]", "证明是假的，本人承认；家里困难可以另外申请，这一笔要退");
        press(other, "决定追回");
        says(other, "已决定，决定书已经发给本人");
    }

    private void itComesBack(Page keeper, String path) {
        keeper.navigate(path);
        repays(keeper, "500", "收据 0012345");
        looksClear(keeper, "recovery-half-back");
        repays(keeper, "700", "银行回单 8876");
        says(keeper, "已退清");
    }

    private static void repays(Page keeper, String yuan, String document) {
        keeper.fill("input[name=amount]", yuan);
        keeper.fill("input[name=document]", document);
        press(keeper, "登记退回");
    }
}
