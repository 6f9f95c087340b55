package org.rongyi.platform.notice.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.rongyi.demo.TestCounty;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Ids;
import org.rongyi.platform.notice.Addresses;
import org.rongyi.platform.notice.Channel;
import org.rongyi.platform.notice.Notice;
import org.rongyi.platform.notice.Notices;
import org.rongyi.platform.notice.Recipient;
import org.rongyi.platform.notice.Settings;
import org.rongyi.platform.notice.TestNotices;
import org.rongyi.platform.policy.Policy;
import org.rongyi.platform.vault.Vault;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An installation with SMS, at a day and hour of one's choice, and a worker that is run by hand. */
abstract class PostOffice {

    static final Duration TIMEOUT = Duration.ofSeconds(1);
    static final String PHONE = "13912340000";

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @Autowired
    protected ApplicationContext program;

    @Autowired
    protected Transactions transactions;

    @Autowired
    protected JdbcClient jdbc;

    @Autowired
    @Qualifier("job")
    protected JdbcClient everything;

    @Autowired
    protected Vault vault;

    @Autowired
    protected Policy policy;

    @Autowired
    protected Parcels parcels;

    @Autowired
    protected QuietHours quiet;

    @Autowired
    protected Clock system;

    protected final Gateway gateway = new Gateway();
    protected Actor.Office clerk;
    protected OffsetDateTime now;

    @BeforeEach
    void open() {
        clerk = TestCounty.office(program, "cun");
        now = at(10);
        everything
                .sql("update notice.outbox set state = 'DROPPED', text_sealed = null where state = 'WAITING'")
                .update();
    }

    @AfterEach
    void shut() {
        gateway.close();
    }

    /** An hour of tomorrow. */
    OffsetDateTime at(int hour) {
        return LocalDate.now(system)
                .plusDays(1)
                .atTime(LocalTime.of(hour, 0))
                .atZone(ZONE)
                .toOffsetDateTime();
    }

    Clock clock() {
        return Clock.fixed(now.toInstant(), ZONE);
    }

    Notices notices() {
        return TestNotices.with(jdbc, vault, clock(), channel -> true);
    }

    Settings.Sms sms() {
        return new Settings.Sms(gateway.url(), "rongyi", Gateway.KEY, TIMEOUT);
    }

    Delivery worker() {
        return worker(Channel.SMS, new SmsGateway(sms(), clock()));
    }

    Delivery worker(Channel channel, Peer peer) {
        Addresses phones = person -> Optional.of(PHONE);
        var peers = new EnumMap<Channel, Peer>(Map.of(channel, peer));
        return new Delivery(
                parcels, new Wrapping(parcels, TestNotices.templates(), phones, vault), peers, quiet, policy, clock());
    }

    UUID decided(UUID person) {
        return decided(person, false);
    }

    /** A case of his was decided; answers the record. */
    UUID decided(UUID person, boolean urgent) {
        var record = Ids.next();
        var fields = Map.of("day", "5月1日", "station", "燕崀村服务站", "stationPhone", "0758-3300001");
        var notice = Notice.of("test.decided", record, "/me", fields);
        transactions.write(
                clerk, () -> notices().send(urgent ? notice.urgently() : notice, new Recipient.Person(person)));
        return record;
    }

    /** What the outbox says of a record's message. */
    Map<String, Object> row(UUID record) {
        return everything
                .sql("select * from notice.outbox where record_id = :record")
                .param("record", record)
                .query()
                .singleRow();
    }

    String state(UUID record) {
        return (String) row(record).get("state");
    }
}
