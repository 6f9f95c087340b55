package org.rongyi.care.fund.giving;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.Browser;
import org.rongyi.RongyiTest;
import org.rongyi.care.fund.FundKind;
import org.rongyi.care.fund.PaymentOffice;
import org.rongyi.care.fund.TestServices;
import org.rongyi.care.fund.ledger.LedgerCheck;
import org.rongyi.demo.TestCounty;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Ids;
import org.rongyi.platform.kernel.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;

@RongyiTest
@DisplayName("网上捐赠的页面：换到别的指定平台、撤下，一人提出、另一人核定；核定以前公开页不变")
class PlatformChangeTest extends PaymentOffice {

    private static final String FIRST = "https://gongyi.qq.com/gongyi";
    private static final String LATER = "https://www.lianquan.org/donate/1";

    @Autowired
    private PlatformChanges changes;

    @Autowired
    @Qualifier("job")
    private DataSource source;

    @LocalServerPort
    private int port;

    private Actor.Office deputy;

    @BeforeEach
    void aSecondLeader() {
        deputy = colleague("副局长", Role.LEADER);
    }

    @Test
    @DisplayName("提出以后还是原来的；另一位负责人核定了才换；凭证所依据的、行摘要都对得上")
    void anotherOneConfirms() throws SQLException {
        var fund = fundOf(chief, licensed());
        var change = proposed(officer, fund, LATER);
        assertThat(platform(fund)).isEqualTo(FIRST);
        assertThat(propose(chief, fund, "https://gongyi.jd.com/1", "又提"))
                .isInstanceOf(ProposePlatform.Outcome.AlreadyProposed.class);
        assertThat(answer(chief, change, true, "")).isEqualTo(new ConfirmPlatform.Outcome.Changed(change));
        assertThat(platform(fund)).isEqualTo(LATER);
        assertThat(answer(deputy, change, true, "")).isInstanceOf(ConfirmPlatform.Outcome.AlreadyAnswered.class);
        assertThat(findings()).noneMatch(one -> one.contains("网上捐赠的页面") || one.contains(number(fund)));

        var away = proposed(officer, fund, "");
        assertThat(answer(deputy, away, true, "")).isInstanceOf(ConfirmPlatform.Outcome.Changed.class);
        assertThat(platform(fund)).as("撤下").isNull();
    }

    @Test
    @DisplayName("自己提出的，填错了自己可以撤回，写明理由；撤回以后再提出另一个")
    void whoeverErredTakesItBack() {
        var fund = fundOf(chief, licensed());
        var change = proposed(chief, fund, LATER);
        assertThat(answer(chief, change, false, "")).isInstanceOf(ConfirmPlatform.Outcome.NoReason.class);
        assertThat(answer(chief, change, false, "网址填错")).isInstanceOf(ConfirmPlatform.Outcome.TakenBack.class);
        assertThat(propose(chief, fund, LATER + "x".repeat(300), "来函"))
                .isInstanceOf(ProposePlatform.Outcome.AddressTooLong.class);
        proposed(chief, fund, LATER);
        assertThat(platform(fund)).isEqualTo(FIRST);
    }

    @Test
    @DisplayName("自己提出的自己不能核定；退回要写理由；退回的不算；别的单位看不到、办不了")
    void nobodyConfirmsHisOwn() {
        var fund = fundOf(chief, licensed());
        var change = proposed(chief, fund, LATER);
        assertThat(answer(chief, change, true, "")).isInstanceOf(ConfirmPlatform.Outcome.OwnProposal.class);
        assertThat(answer(standingIn(deputy, chief), change, true, ""))
                .isInstanceOf(ConfirmPlatform.Outcome.OwnProposal.class);
        assertThat(answer(provinceLeader, change, true, "")).isInstanceOf(ConfirmPlatform.Outcome.NotFound.class);
        assertThat(propose(provinceOfficer, fund, LATER, "来函")).isInstanceOf(ProposePlatform.Outcome.NotFound.class);
        assertThat(answer(deputy, change, false, " ")).isInstanceOf(ConfirmPlatform.Outcome.NoReason.class);
        assertThat(answer(deputy, change, false, "不是这家慈善会的页面")).isInstanceOf(ConfirmPlatform.Outcome.Declined.class);
        assertThat(platform(fund)).isEqualTo(FIRST);
        assertThat(transactions.read(chief, () -> changes.ofFund(fund, 5)))
                .singleElement()
                .satisfies(one -> assertThat(one.decidedWords()).isEqualTo("不是这家慈善会的页面"));
    }

    @Test
    @DisplayName("不在指定平台上的、没有换的、没写理由的、不收捐赠的资金：不行")
    void whatIsRefused() {
        var fund = fundOf(chief, licensed());
        for (var address : List.of(
                "https://any-shop.cn/pay", "http://gongyi.qq.com/2", "https://gongyi.qq.com.any-shop.cn/", "捐款")) {
            assertThat(propose(officer, fund, address, "来函"))
                    .as(address)
                    .isInstanceOf(ProposePlatform.Outcome.PlatformNotDesignated.class);
        }
        assertThat(propose(officer, fund, FIRST, "来函")).isInstanceOf(ProposePlatform.Outcome.SameAddress.class);
        assertThat(propose(officer, careFund(), "", "来函")).isInstanceOf(ProposePlatform.Outcome.SameAddress.class);
        assertThat(propose(officer, fund, LATER, " ")).isInstanceOf(ProposePlatform.Outcome.NoReason.class);
        assertThat(propose(officer, fund, LATER, "字".repeat(201))).isInstanceOf(ProposePlatform.Outcome.NoReason.class);
        assertThat(propose(officer, opened(chief, FundKind.BUDGET), LATER, "来函"))
                .isInstanceOf(ProposePlatform.Outcome.TakesNoGifts.class);
        assertThat(propose(officer, UUID.randomUUID(), LATER, "来函"))
                .isInstanceOf(ProposePlatform.Outcome.NotFound.class);
    }

    @Test
    @DisplayName("在页面上：填错的留着；提出、首页有待核定、核定、公开页照新的；村站打不开")
    void onTheScreen() {
        var personas = TestCounty.ensure(program);
        var clerk = Browser.signedIn(port, Objects.requireNonNull(personas.get("xian")));
        var leader = Browser.signedIn(port, Objects.requireNonNull(personas.get("juzhang")));
        var fund = fundOf(chief, licensed());
        var path = "/funds/" + fund + "/platform";
        assertThat(clerk.get("/funds/" + fund).body()).contains(path, FIRST);
        var wrong = clerk.post(path, form("xian", Map.of("address", "https://any-shop.cn/pay", "reason", "慈善会来函")));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("https://any-shop.cn/pay", "慈善会来函", "不在民政部指定的互联网募捐平台上");
        var done = clerk.post(path, form("xian", Map.of("address", LATER, "reason", "慈善会来函")));
        assertThat(done.statusCode()).isEqualTo(303);
        assertThat(clerk.get(path).body()).contains("等另一位负责人核定").doesNotContain("name=\"agrees\"");
        assertThat(leader.get("/").body()).contains("等您核定的网上捐赠页面", path);
        var change =
                transactions.read(chief, () -> changes.open(fund)).orElseThrow().id();
        var answered = answer(leader, change);
        assertThat(answered.statusCode()).isEqualTo(303);
        assertThat(new Browser(port).get("/open-books/" + fund).body())
                .contains(LATER)
                .doesNotContain(FIRST);
        assertThat(leader.get(path).body()).contains("换过的", LATER, "已核定");
        assertThat(Browser.signedIn(port, Objects.requireNonNull(personas.get("cun")))
                        .get(path)
                        .statusCode())
                .isIn(403, 404);
    }

    private HttpResponse<String> answer(Browser leader, UUID change) {
        return leader.post("/fund-platforms/" + change + "/answer", form("juzhang", Map.of("agrees", "yes")));
    }

    private Map<String, String> form(String name, Map<String, String> typed) {
        var fields = new HashMap<>(typed);
        fields.put("_command", Ids.next().toString());
        fields.put("_post", TestCounty.office(program, name).post().toString());
        return fields;
    }

    private UUID proposed(Actor.Office by, UUID fund, String address) {
        var outcome = propose(by, fund, address, "慈善会来函");
        assertThat(outcome).isInstanceOf(ProposePlatform.Outcome.Proposed.class);
        return ((ProposePlatform.Outcome.Proposed) outcome).subject();
    }

    private ProposePlatform.Outcome propose(Actor.Office by, UUID fund, String address, String reason) {
        return perform(
                by, ProposePlatform.class, new ProposePlatform.Command(CommandId.fresh(by), fund, address, reason));
    }

    private ConfirmPlatform.Outcome answer(Actor.Office by, UUID change, boolean agrees, String words) {
        return perform(
                by, ConfirmPlatform.class, new ConfirmPlatform.Command(CommandId.fresh(by), change, agrees, words));
    }

    private @org.jspecify.annotations.Nullable String platform(UUID fund) {
        var charity =
                transactions.read(chief, () -> funds.find(fund)).orElseThrow().charity();
        return Objects.requireNonNull(charity).platform();
    }

    private String number(UUID fund) {
        return transactions.read(chief, () -> funds.find(fund)).orElseThrow().number();
    }

    private List<String> findings() throws SQLException {
        try (var connection = source.getConnection()) {
            return new LedgerCheck(connection, TestServices.ALL).check().first();
        }
    }
}
