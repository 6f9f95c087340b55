package org.rongyi.platform.notice.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.RongyiTest;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.audit.DailyHeads;
import org.rongyi.platform.audit.Sealer;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Ids;
import org.rongyi.platform.notice.Channel;
import org.rongyi.platform.notice.Mailboxes;
import org.rongyi.platform.notice.Notice;
import org.rongyi.platform.notice.Recipient;
import org.rongyi.platform.notice.Settings;
import org.rongyi.platform.notice.TestNotices;
import org.rongyi.platform.notice.TestSettings;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.mock.env.MockEnvironment;

@RongyiTest
@DisplayName("电子邮件投递：真的 SMTP 服务器")
class MailTest extends PostOffice {

    @Autowired
    private Mailboxes mailboxes;

    @Autowired
    private DailyHeads heads;

    @Autowired
    private Sealer sealer;

    @Autowired
    private AuditTrail trail;

    @Autowired
    @Qualifier("job")
    private JdbcTransactionManager jobs;

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    @DisplayName("登记了邮箱的工作人员也收到邮件：编号固定，只有一封；没登记的不排")
    void aColleagueGetsAMail() throws Exception {
        var record = asked(clerk);
        assertThat(rows(record)).isZero();
        transactions.write(clerk, () -> {
            mailboxes.put(clerk, "Clerk@Example.cn");
            return true;
        });
        assertThat(transactions.read(clerk, () -> mailboxes.find(clerk))).contains("c***@example.cn");
        var told = asked(clerk);
        assertThat(mailer().run()).isOne();
        assertThat(mailer().run()).isZero();
        var mail = received();
        assertThat(mail).hasSize(1);
        assertThat(mail.getFirst().getSubject()).isEqualTo("有一件移交等您这边答复");
        assertThat(mail.getFirst().getAllRecipients()[0]).hasToString("clerk@example.cn");
        assertThat(mail.getFirst().getMessageID()).isEqualTo("<" + row(told).get("id") + "@rongyi.example.cn>");
        assertThat((String) mail.getFirst().getContent()).contains("燕崀村服务站提出移交");
        assertThat(row(told)).containsEntry("text_sealed", null).containsEntry("shown_as", "c***@example.cn");
        transactions.write(clerk, () -> {
            mailboxes.remove(clerk);
            return true;
        });
    }

    @Test
    @DisplayName("邮件服务器停了：过后再发；在收下和记账之间死掉，会有第二封，两封同一个编号")
    void theHonestLimit() throws Exception {
        var record = head();
        gateway.close();
        worker(Channel.EMAIL, peer(gateway.url().getPort())).run(); // nobody listens there any more
        assertThat(row(record)).containsEntry("state", "WAITING").containsEntry("attempts", 1);
        assertThat((String) row(record).get("trouble")).contains("连不上邮件服务器");
        now = now.plus(Delivery.pause(1));
        worker(Channel.EMAIL, DeliveryTest.dying(peer(), true)).run();
        assertThat(received()).hasSize(1);
        now = now.plus(Delivery.LEASE);
        mailer().run();
        assertThat(state(record)).isEqualTo("SENT");
        var both = received();
        assertThat(both).hasSize(2);
        assertThat(both.getFirst().getMessageID()).isEqualTo(both.getLast().getMessageID());
    }

    @Test
    @DisplayName("每日链头寄给纪检监察：每天一次，补寄漏下的，重跑不重寄")
    void headsLeaveTheMachine() throws Exception {
        transactions.write(clerk, () -> {
            trail.record(clerk, new AuditTrail.Entry("SwitchPost", null, "Switched", true));
            return true;
        });
        sealer.seal(1_000);
        var today = transactions
                .read(new Actor.Visitor(), () -> heads.of(LocalDate.now(system)))
                .orElseThrow();
        var environment = new MockEnvironment()
                .withProperty("rongyi.notice.mail.host", "127.0.0.1")
                .withProperty("rongyi.notice.mail.from", "notice@rongyi.example.cn")
                .withProperty("rongyi.notice.heads.to", "jijian@example.cn, second@example.cn");
        var mail = new HeadMail(
                heads,
                TestNotices.with(everything, vault, clock(), channel -> true),
                TestSettings.of(environment),
                jobs,
                clock());
        mail.run();
        mail.run();
        mailer().run();
        var texts = received().stream().map(MailTest::text).toList();
        assertThat(texts).filteredOn(text -> text.contains(today.text())).hasSize(2);
    }

    private Delivery mailer() {
        return worker(Channel.EMAIL, peer());
    }

    private Peer peer() {
        return peer(server.getSmtp().getPort());
    }

    private Peer peer(int port) {
        return new SmtpPeer(
                new Settings.Mail(
                        "127.0.0.1",
                        port,
                        Settings.Security.NONE,
                        null,
                        null,
                        "notice@rongyi.example.cn",
                        Duration.ofSeconds(2)),
                clock());
    }

    private UUID asked(Actor.Office reader) {
        var record = Ids.next();
        var notice = Notice.of("handover.asked", record, "/handovers/" + record, Map.of("unit", "燕崀村服务站"));
        transactions.write(reader, () -> notices().send(notice, new Recipient.Account(reader.account())));
        return record;
    }

    private UUID head() {
        var record = Ids.next();
        var notice = Notice.of("trail.daily-head", record, null, Map.of("head", "2026-11-25 1 2 abc"));
        transactions.write(clerk, () -> notices().send(notice, new Recipient.Mailbox("jijian@example.cn")));
        return record;
    }

    private long rows(UUID record) {
        return everything
                .sql("select count(*) from notice.outbox where record_id = :record")
                .param("record", record)
                .query(Long.class)
                .single();
    }

    private List<MimeMessage> received() {
        return Arrays.asList(server.getReceivedMessages());
    }

    private static String text(MimeMessage mail) {
        try {
            return (String) mail.getContent();
        } catch (java.io.IOException | jakarta.mail.MessagingException e) {
            throw new AssertionError(e);
        }
    }
}
