package org.rongyi.platform.notice.delivery;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.rongyi.platform.audit.DailyHeads;
import org.rongyi.platform.notice.Notice;
import org.rongyi.platform.notice.Notices;
import org.rongyi.platform.notice.Recipient;
import org.rongyi.platform.notice.Settings;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 链头出门: the sealed head of each day leaves the machine by mail, for 纪检监察. Days that were missed while the program stood
 * still are made up for; none goes twice.
 */
@Component
class HeadMail {

    private static final int MADE_UP = 31;

    private final DailyHeads heads;
    private final Notices notices;
    private final Settings settings;
    private final TransactionTemplate transaction;
    private final Clock clock;

    HeadMail(
            DailyHeads heads,
            @Qualifier("job") Notices notices,
            Settings settings,
            @Qualifier("job") JdbcTransactionManager manager,
            Clock clock) {
        this.heads = heads;
        this.notices = notices;
        this.settings = settings;
        this.transaction = new TransactionTemplate(manager);
        this.clock = clock;
    }

    void run() {
        var to = settings.headsTo().stream().map(Recipient.Mailbox::new).toArray(Recipient[]::new);
        if (to.length == 0) {
            return;
        }
        var today = LocalDate.now(clock);
        for (var day = today.minusDays(MADE_UP); day.isBefore(today); day = day.plusDays(1)) {
            send(day, to);
        }
    }

    private void send(LocalDate day, Recipient[] to) {
        heads.of(day).ifPresent(head -> {
            var record = UUID.nameUUIDFromBytes(("head " + day).getBytes(StandardCharsets.UTF_8));
            var notice = Notice.of("trail.daily-head", record, null, Map.of("head", head.text()));
            transaction.executeWithoutResult(status -> notices.send(notice, to));
        });
    }
}
