package org.rongyi.career.campaign.tell;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.notice.Notice;
import org.rongyi.platform.notice.Notices;
import org.rongyi.platform.notice.Recipient;
import org.rongyi.platform.policy.Policy;
import org.rongyi.platform.schedule.Recurring;
import org.rongyi.platform.ui.Words;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 告知参加人: each candidate is told once of what concerns him, some hundreds in one transaction, so that thirty thousand do not hang on the act that
 * set it off. Who left is told nothing; of a campaign that is drafted or called off nobody is told.
 */
@Component
class CandidateNews {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int AT_ONCE = 200;

    private static final String ALL = """
            select c.id as candidate, c.person_id as person, g.id as campaign, g.title, g.unit_name as station,
                   coalesce(nullif(u.phone, ''), '12345') as phone, g.notice_until, g.wishes_close,
                   r.shown_until, r.position as run, l.duty_by,
                   (select count(*) from campaign.letter k where k.candidate_id = c.id) as letters,
                   (select max(w.set_aside_at) from campaign.run w
                    where w.campaign_id = g.id and w.was_approved_at is not null) as withdrawn,
                   (select count(*) from campaign.run w
                    where w.campaign_id = g.id and w.was_approved_at is not null) as withdrawals
            from campaign.candidate c
            join campaign.campaign g on g.id = c.campaign_id
            left join organisation.unit u on u.id = g.unit_id
            left join campaign.exam x on x.campaign_id = g.id
            left join campaign.mutual m on m.campaign_id = g.id
            left join campaign.run r on r.campaign_id = g.id and r.approved_at is not null
            left join campaign.letter l on l.candidate_id = c.id and l.state = 'ISSUED'
            where c.left_at is null and g.called_off_at is null
            """;

    private static final String UNTOLD = ALL + """
            and not exists (select from campaign.told t where t.candidate_id = c.id and t.topic = :topic)
            """;

    private static final String ORDER = " order by c.id limit :most";

    private static final String LISTED =
            UNTOLD + "and g.stage = 'NOTICE' and g.notice_until >= :today and x.settled_at is null" + ORDER;

    private static final String TOTAL =
            UNTOLD + "and g.stage = 'NOTICE' and g.notice_until >= :today and x.settled_at is not null" + ORDER;

    /** Who has his post by 直通安置 has nothing to hand in. */
    private static final String OPEN = UNTOLD + """
            and g.stage = 'WISHES' and g.wishes_open <= :now and g.wishes_close > :now and campaign.direct_post(c.id) is null
            """;

    private static final String WISHES = OPEN + "and m.campaign_id is null" + ORDER;

    private static final String APPLYING = OPEN + "and m.campaign_id is not null" + ORDER;

    /** Not on the day they open: that message has just been written. */
    private static final String SOON = OPEN + "and g.wishes_open <= :yesterday and g.wishes_close <= :soon";

    private static final String CLOSING = SOON + """

            and m.campaign_id is null
            and not exists (select from campaign.sealed_list s where s.candidate_id = c.id)
            """ + ORDER;

    private static final String APPLYING_CLOSES = SOON + """

            and m.campaign_id is not null
            and not exists (select from campaign.mutual_application a where a.candidate_id = c.id and a.withdrawn_at is null)
            """ + ORDER;

    /** One that was approved anew is told anew. */
    private static final String RESULT = ALL + """
            and r.shown_until >= :today
            and not exists (select from campaign.told t
                            where t.candidate_id = c.id and t.topic = :topic and t.told_at >= r.approved_at)
            """ + ORDER;

    /** The second time too. */
    private static final String WITHDRAWN = ALL + """
            and r.id is null
            and exists (select from campaign.run w
                        where w.campaign_id = g.id and w.was_approved_at is not null
                          and not exists (select from campaign.told t
                                          where t.candidate_id = c.id and t.topic = :topic and t.told_at >= w.set_aside_at))
            """ + ORDER;

    /** One that was issued in the place of another is told anew, with its own day. */
    private static final String OF_LETTER = ALL + """
            and not exists (select from campaign.told t
                            where t.candidate_id = c.id and t.topic = :topic and t.told_at >= l.issued_at)
            and l.duty_by >= :today
            """;

    private static final String LETTER = OF_LETTER + ORDER;

    private static final String DUTY = OF_LETTER + "and l.duty_by <= :near and l.issued_on < :today" + ORDER;

    private static final String TELL = """
            insert into campaign.told (candidate_id, topic, told_at) values (:candidate, :topic, :at)
            on conflict (candidate_id, topic) do update set told_at = excluded.told_at
            """;

    private final JdbcClient jdbc;
    private final Notices notices;
    private final TransactionTemplate transaction;
    private final Policy policy;
    private final Clock clock;

    CandidateNews(
            @Qualifier("job") JdbcClient jdbc,
            @Qualifier("job") Notices notices,
            @Qualifier("jobTransactions") PlatformTransactionManager transactions,
            Policy policy,
            Clock clock) {
        this.jdbc = jdbc;
        this.notices = notices;
        this.transaction = new TransactionTemplate(transactions);
        this.policy = policy;
        this.clock = clock;
    }

    /** What is told, by the id of its template, and to whom. */
    private enum Topic {
        LISTED("campaign.listed", CandidateNews.LISTED),
        TOTAL("campaign.total", CandidateNews.TOTAL),
        WISHES("campaign.wishes", CandidateNews.WISHES),
        CLOSING("campaign.wishes-closing", CandidateNews.CLOSING),
        APPLYING("campaign.applying", CandidateNews.APPLYING),
        APPLYING_CLOSES("campaign.applying-closes", CandidateNews.APPLYING_CLOSES),
        RESULT("campaign.result", CandidateNews.RESULT),
        WITHDRAWN("campaign.result-withdrawn", CandidateNews.WITHDRAWN),
        LETTER("campaign.letter", CandidateNews.LETTER),
        DUTY("campaign.duty", CandidateNews.DUTY);

        private final String template;
        private final String whom;

        Topic(String template, String whom) {
            this.template = template;
            this.whom = whom;
        }

        /** The last day or moment it speaks of. */
        private String until(Row row) {
            return switch (this) {
                case LISTED, TOTAL -> day(row.noticeUntil());
                case WISHES, CLOSING, APPLYING, APPLYING_CLOSES ->
                    Words.moment(row.wishesClose().toInstant());
                case RESULT -> day(row.shownUntil());
                case WITHDRAWN -> day(row.withdrawnOn());
                case LETTER, DUTY -> day(row.dutyBy());
            };
        }

        private static String day(@Nullable LocalDate day) {
            return day == null ? "" : Words.day(day);
        }
    }

    /** Somebody who was not told yet. */
    private record Row(
            UUID candidate,
            UUID person,
            UUID campaign,
            String title,
            String station,
            String phone,
            @Nullable LocalDate noticeUntil,
            OffsetDateTime wishesClose,
            @Nullable LocalDate shownUntil,
            @Nullable Integer run,
            @Nullable LocalDate dutyBy,
            long letters,
            @Nullable OffsetDateTime withdrawn,
            long withdrawals) {

        @Nullable
        LocalDate withdrawnOn() {
            var at = withdrawn;
            return at == null ? null : at.atZoneSameInstant(ZONE).toLocalDate();
        }

        /** The result of a later run is another than the first one's, and so is its being set aside; a later letter than the first. */
        Notice said(Topic topic, Map<String, String> fields) {
            var notice = Notice.of(topic.template, candidate, "/me/campaigns/" + campaign, fields);
            if (topic == Topic.WITHDRAWN && withdrawals > 1) {
                return notice.again("aside" + withdrawals);
            }
            if ((topic == Topic.LETTER || topic == Topic.DUTY) && letters > 1) {
                return notice.again("letter" + letters);
            }
            return topic == Topic.RESULT && run != null && run > 1 ? notice.again("run" + run) : notice;
        }
    }

    /** Everybody who was not told of something yet; said again, nobody is told twice. */
    void tell() {
        Arrays.stream(Topic.values()).forEach(this::tell);
    }

    private void tell(Topic topic) {
        Integer told;
        do {
            told = transaction.execute(status -> some(topic));
        } while (told != null && told == AT_ONCE);
    }

    private Integer some(Topic topic) {
        var rows = jdbc.sql(topic.whom)
                .param("topic", topic.template)
                .param("most", AT_ONCE)
                .params(moments())
                .query(Row.class)
                .list();
        for (var row : rows) {
            jdbc.sql(TELL)
                    .param("candidate", row.candidate())
                    .param("topic", topic.template)
                    .param("at", OffsetDateTime.now(clock))
                    .update();
            var fields = Map.of(
                    "campaign", row.title(),
                    "until", topic.until(row),
                    "station", row.station(),
                    "stationPhone", row.phone());
            notices.send(row.said(topic, fields), new Recipient.Person(row.person()));
        }
        return rows.size();
    }

    private Map<String, Object> moments() {
        var now = clock.instant();
        var today = LocalDate.ofInstant(now, ZONE);
        var moments = new HashMap<String, Object>();
        moments.put("now", at(now));
        moments.put("today", today);
        moments.put("yesterday", at(now.minus(Duration.ofDays(1))));
        moments.put("soon", at(now.plus(Duration.ofDays(policy.number(RemindPolicy.WISHES_DAYS, today)))));
        moments.put("near", today.plusDays(policy.number(RemindPolicy.DUTY_DAYS, today)));
        return moments;
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atZone(ZONE).toOffsetDateTime();
    }

    /** Every ten minutes: nobody waits a night for what hangs for five working days. */
    @Configuration(proxyBeanMethods = false)
    static class Often {

        private static final Duration PAUSE = Duration.ofMinutes(10);

        @Bean
        Recurring candidatesTold(CandidateNews news) {
            return Recurring.every("campaign.candidates-told", "告诉安置对象", PAUSE, news::tell);
        }
    }
}
