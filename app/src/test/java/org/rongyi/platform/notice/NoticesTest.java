package org.rongyi.platform.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.RongyiTest;
import org.rongyi.demo.TestCounty;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Ids;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.vault.Vault;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@RongyiTest
@DisplayName("发消息：与所办的事同生共死，每人一条")
class NoticesTest {

    @Autowired
    private ApplicationContext program;

    @Autowired
    private Notices notices;

    @Autowired
    private Messages messages;

    @Autowired
    private Transactions transactions;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    @Qualifier("job")
    private JdbcClient everything;

    @Autowired
    private Vault vault;

    @Autowired
    private Clock clock;

    private Actor.Office clerk;
    private Actor.Office neighbour;

    @BeforeEach
    void villages() {
        clerk = TestCounty.office(program, "cun");
        neighbour = TestCounty.office(program, "cun2");
    }

    @Test
    @DisplayName("只写给当事的账号：别人看不到，连编号也打不开")
    void onlyItsOwnerSeesAMessage() {
        var record = Ids.next();
        assertThat(tell(record, new Recipient.Account(neighbour.account()))).isOne();
        var message = of(neighbour, record);
        assertThat(message.unread()).isTrue();
        assertThat(message.body()).contains("燕崀村服务站提出移交");
        assertThat(page(clerk)).noneMatch(one -> one.id().equals(message.id()));
        assertThat(transactions.write(clerk, () -> messages.read(message.id()))).isEmpty();
        assertThat(of(neighbour, record).unread()).isTrue();
        assertThat(transactions.write(neighbour, () -> messages.read(message.id())))
                .contains(new Messages.Opened("/handovers/" + record));
        assertThat(of(neighbour, record).unread()).isFalse();
    }

    @Test
    @DisplayName("单位某岗位的人都收到，重复说的只有一条；换了事由才再说一次")
    void everyHolderIsToldOnce() {
        var record = Ids.next();
        var post = new Recipient.Post(neighbour.unit(), Role.CLERK);
        var both = new Recipient[] {post, new Recipient.Account(neighbour.account())};
        // other tests appoint people there too
        var holders = transactions.read(clerk, () -> notices.holders(post));
        assertThat(holders).contains(neighbour.account());
        assertThat(tell(record, both)).isEqualTo(holders.size());
        tell(record, both);
        assertThat(countOf(record)).isEqualTo(holders.size());
        transactions.write(clerk, () -> notices.send(notice(record).again("第三天"), both));
        assertThat(countOf(record)).isEqualTo(2 * holders.size());
        assertThat(tell(record, new Recipient.Post(Ids.next(), Role.LEADER))).isZero();
    }

    @Test
    @DisplayName("事没办成，消息也没有；事务之外不能发")
    void aNoticeFallsWithWhatItTells() {
        var record = Ids.next();
        assertThatThrownBy(() -> transactions.write(clerk, () -> {
                    notices.send(notice(record), new Recipient.Account(neighbour.account()));
                    throw new IllegalStateException("the act fails");
                }))
                .hasMessage("the act fails");
        assertThat(countOf(record)).isZero();
        assertThatThrownBy(() -> notices.send(notice(record), new Recipient.Account(neighbour.account())))
                .hasMessageContaining("inside the transaction");
    }

    @Test
    @DisplayName("八处同时说同一件事，每人仍只有一条，谁也不卡住谁")
    void saidAtOnceByMany() throws Exception {
        var record = Ids.next();
        var both = new Recipient[] {new Recipient.Account(clerk.account()), new Recipient.Account(neighbour.account())};
        var turned = new Recipient[] {both[1], both[0]};
        try (var eight = Executors.newFixedThreadPool(8)) {
            var all = IntStream.range(0, 8)
                    .mapToObj(i -> (Callable<Integer>) () -> tell(record, i % 2 == 0 ? both : turned))
                    .toList();
            for (var one : eight.invokeAll(all)) {
                assertThat(one.get()).isEqualTo(2);
            }
        }
        assertThat(countOf(record)).isEqualTo(2);
    }

    @Test
    @DisplayName("模板是写给谁的，就只能发给谁")
    void aTemplateKnowsItsReaders() {
        var record = Ids.next();
        assertThatThrownBy(() -> tell(record, new Recipient.Person(Ids.next()))).hasMessageContaining("是写给工作人员的");
        assertThatThrownBy(() -> Notice.of("handover.asked", record, "//evil.example", Map.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @DisplayName("退役军人的消息：本人看得到，别的退役军人看不到；本人也能通知工作人员，自己却读不到发件箱")
    void aVeteranReadsHisOwn() {
        var person = Ids.next();
        var self = new Actor.Self(Ids.next(), "本人", person);
        var other = new Actor.Self(Ids.next(), "别人", Ids.next());
        var record = Ids.next();
        transactions.write(clerk, () -> withSms().send(decided(record), new Recipient.Person(person)));
        assertThat(page(self)).singleElement().satisfies(one -> {
            assertThat(one.body()).contains("0758-3300001");
            assertThat(one.unread()).isTrue();
        });
        assertThat(page(other)).isEmpty();
        assertThat(transactions.read(self, () -> messages.unread(self))).isOne();
        transactions.write(self, () -> notices.send(notice(record), new Recipient.Account(clerk.account())));
        assertThat(of(clerk, record).title()).isNotEmpty();
        assertThatThrownBy(() -> transactions.read(
                        self,
                        () -> jdbc.sql("select count(*) from notice.outbox")
                                .query(Long.class)
                                .single()))
                .hasStackTraceContaining("permission denied");
    }

    @Test
    @DisplayName("发件箱里没有明文：正文是密文，不存退役军人的号码；没开通短信时什么也不排")
    void theOutboxHoldsNothingInTheClear() {
        var person = Ids.next();
        var record = Ids.next();
        transactions.write(clerk, () -> withSms().send(decided(record), new Recipient.Person(person)));
        var row = everything
                .sql("select * from notice.outbox where record_id = :record")
                .param("record", record)
                .query()
                .singleRow();
        assertThat(row.get("address_sealed")).isNull();
        assertThat(row.get("shown_as")).isEqualTo("退役军人本人");
        assertThat(row.get("rank")).isEqualTo(2);
        assertThat(row.toString()).doesNotContain("燕崀", "0758-3300001");
        assertThat(vault.open(Outbox.TEXT, (UUID) row.get("id"), (byte[]) row.get("text_sealed")))
                .contains("燕崀村服务站");
        assertThat(transactions.read(
                        clerk,
                        () -> jdbc.sql("select count(*) from notice.outbox")
                                .query(Long.class)
                                .single()))
                .as("a clerk does not see the outbox")
                .isZero();
        var quiet = Ids.next();
        var without = notices(channel -> channel == Channel.IN_APP);
        transactions.write(clerk, () -> without.send(decided(quiet), new Recipient.Person(person)));
        assertThat(everything
                        .sql("select count(*) from notice.outbox where record_id = :record")
                        .param("record", quiet)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    @DisplayName("全部标为已读：屏幕上最新的一条之后才来的，仍是未读")
    void whatCameMeanwhileStaysUnread() {
        var reader = TestCounty.office(program, "cun3");
        tell(Ids.next(), new Recipient.Account(reader.account()));
        var seen = page(reader).getFirst().id();
        tell(Ids.next(), new Recipient.Account(reader.account()));
        transactions.write(reader, () -> messages.readAll(reader, seen));
        assertThat(transactions.read(reader, () -> messages.unread(reader))).isOne();
    }

    private Notices withSms() {
        return notices(channel -> true);
    }

    /** As an installation with a case service would have it. */
    private Notices notices(Channels channels) {
        return new Notices(jdbc, Delivered.templates(), new Outbox(jdbc, channels, vault, clock), clock);
    }

    private static Notice decided(UUID record) {
        return Notice.of(
                "test.decided",
                record,
                "/me",
                Map.of("day", "5月1日", "station", "燕崀村服务站", "stationPhone", "0758-3300001"));
    }

    private static Notice notice(UUID record) {
        return Notice.of("handover.asked", record, "/handovers/" + record, Map.of("unit", "燕崀村服务站"));
    }

    private int tell(UUID record, Recipient... to) {
        return transactions.write(clerk, () -> notices.send(notice(record), to));
    }

    private List<Messages.Message> page(Actor reader) {
        return transactions.read(reader, () -> messages.page(reader, null)).rows();
    }

    private Messages.Message of(Actor reader, UUID record) {
        return page(reader).stream()
                .filter(one -> ("/handovers/" + record).equals(one.path()))
                .findFirst()
                .orElseThrow();
    }

    private long countOf(UUID record) {
        return everything
                .sql("select count(*) from notice.message where record_id = :record")
                .param("record", record)
                .query(Long.class)
                .single();
    }
}
