package org.rongyi.platform.notice.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.Browser;
import org.rongyi.RongyiTest;
import org.rongyi.demo.TestCounty;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Ids;
import org.rongyi.platform.notice.NoticeKind;
import org.rongyi.platform.notice.Preferences;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@RongyiTest
@DisplayName("发件箱和消息设置的页面")
class OutboxPagesTest extends PostOffice {

    @Autowired
    private Preferences preferences;

    @LocalServerPort
    private int port;

    private Browser admin;

    @BeforeEach
    void signIn() {
        admin = at("admin");
    }

    @Test
    @DisplayName("停发的看得到原因和掩码，看不到正文和号码；重发记进留痕，重发不了的说清楚")
    void whatWasGivenUpIsSentAgain() {
        var record = givenUp();
        var page = admin.get("/outbox").body();
        assertThat(page)
                .contains("139****0000", "短信网关不收这一条（422）", "全部重发", "没有开通")
                .doesNotContain("燕崀村服务站领取", PHONE);
        var paper = admin.get("/outbox/print?which=GIVEN_UP&channel=SMS").body();
        assertThat(paper).contains("139****0000", "筛选：情况 已停发，渠道 ").doesNotContain(PHONE);
        assertThat(admin.get("/outbox/export.xlsx").headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).contains("spreadsheetml"));
        var path = "/outbox/" + row(record).get("id") + "/again";
        assertThat(again(path)).isEqualTo(303);
        assertThat(row(record)).containsEntry("state", "WAITING").containsEntry("attempts", 0);
        assertThat(admin.get("/outbox?which=WAITING&channel=SMS").body()).contains("139****0000");
        assertThat(again(path)).isEqualTo(303);
        assertThat(admin.get("/outbox").body()).contains("没有停发的，不用重发");
        assertThat(again("/outbox/" + UUID.randomUUID() + "/again")).isEqualTo(404);
        assertThat(everything
                        .sql("select count(*) from audit.trail where act = 'SendAgain' and subject = :id and done")
                        .param("id", row(record).get("id"))
                        .query(Long.class)
                        .single())
                .isOne();
        gateway.behave(sms -> Gateway.Answer.TAKE);
        now = at(11);
        worker().run();
        assertThat(state(record)).isEqualTo("SENT");
        assertThat(gateway.taken()).hasSize(1);
    }

    @Test
    @DisplayName("全部重发：停发的一起排上；别的岗位进不来")
    void allAtOnce() {
        var first = givenUp();
        var second = givenUp();
        admin.get("/outbox");
        assertThat(again("/outbox/again")).isEqualTo(303);
        assertThat(state(first)).isEqualTo("WAITING");
        assertThat(state(second)).isEqualTo("WAITING");
        assertThat(at("cun").get("/outbox").statusCode()).isEqualTo(403);
        assertThat(at("anquan").get("/outbox").statusCode()).isEqualTo(403);
    }

    @Test
    @DisplayName("工作人员登记邮箱：写错的不收，只显示掩码，留空就不再寄")
    void aColleagueChoosesHisMailbox() {
        var clerk = at("cun");
        assertThat(clerk.post("/messages/settings/mailbox", Map.of("email", "zhang"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(clerk.post("/messages/settings/mailbox", Map.of("email", " Zhang@Example.gov.cn "))
                        .statusCode())
                .isEqualTo(303);
        assertThat(clerk.get("/messages/settings").body())
                .contains("z***@example.gov.cn", "电子邮件还没有开通")
                .doesNotContain("zhang@example");
        clerk.post("/messages/settings/mailbox", Map.of("email", ""));
        assertThat(clerk.get("/messages/settings").body()).contains("没有登记电子邮箱");
    }

    @Test
    @DisplayName("退役军人选不收的短信：依法要发的不能不收")
    void aVeteranDeclines() {
        var veteran = at("laobing");
        var page = veteran.get("/messages/settings").body();
        assertThat(page).contains("请您评价").doesNotContain("办理结果");
        assertThat(veteran.post("/messages/settings/declined", Map.of("kind", "TASK"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(veteran.get("/messages/settings").body()).contains("checked");
        veteran.post("/messages/settings/declined", Map.of("kind", "SAFETY"));
        assertThat(veteran.get("/messages/settings").body()).doesNotContain(" checked");
        var self = new Actor.Self(Ids.next(), "本人", Ids.next());
        transactions.write(self, () -> {
            preferences.decline(self, java.util.List.of(NoticeKind.TASK, NoticeKind.SAFETY, NoticeKind.CODE));
            return true;
        });
        assertThat(transactions.read(self, () -> preferences.declined(self))).containsExactly(NoticeKind.TASK);
        assertThat(veteran.post("/messages/settings/mailbox", Map.of("email", "a@example.cn"))
                        .statusCode())
                .isEqualTo(403);
    }

    private UUID givenUp() {
        var record = decided(Ids.next(), true);
        gateway.behave(sms -> Gateway.Answer.REFUSE);
        worker().run();
        assertThat(state(record)).isEqualTo("GIVEN_UP");
        return record;
    }

    private int again(String path) {
        return admin.post(path, Map.of("_command", Ids.next().toString(), "_post", postOfAdmin()))
                .statusCode();
    }

    private String postOfAdmin() {
        return TestCounty.office(program, "admin").post().toString();
    }

    private Browser at(String username) {
        return Browser.signedIn(port, TestCounty.ensure(program).get(username));
    }
}
