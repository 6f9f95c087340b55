package org.rongyi.career.campaign.candidate;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import org.rongyi.career.campaign.CampaignRecord;
import org.rongyi.network.organisation.Units;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.notice.Notice;
import org.rongyi.platform.notice.Notices;
import org.rongyi.platform.notice.Recipient;
import org.rongyi.platform.ui.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 告知资格审查: that he may ask for another look and until when, that somebody asked, and that the answer is there. Which post and why he reads in his own pages. */
@Component
public class RefusalNews {

    /** Who answers where a unit has no phone written down. */
    private static final String HOTLINE = "12345";

    private static final String CHECKED = """
            select f.id, f.person_id as person, f.checked_at
            from campaign.refusal f
            join campaign.candidate c
                on c.campaign_id = f.campaign_id and c.person_id = f.person_id and c.left_at is null
            where f.campaign_id = :campaign and f.lifted_why is null and f.checked_at is not null
            order by f.id
            """;

    private final Notices notices;
    private final Units units;
    private final AppealTerm term;
    private final JdbcClient jdbc;
    private final Clock clock;

    RefusalNews(Notices notices, Units units, AppealTerm term, JdbcClient jdbc, Clock clock) {
        this.notices = notices;
        this.units = units;
        this.term = term;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Row(UUID id, UUID person, OffsetDateTime checkedAt) {}

    /** Checked just now, while the notice hangs. */
    void refused(CampaignRecord campaign, UUID refusal, UUID person) {
        refused(campaign, new Row(refusal, person, OffsetDateTime.now(clock)));
    }

    /** Those that were checked while it was drafted: nobody was told, and the term begins with the notice. */
    public void published(CampaignRecord campaign) {
        jdbc.sql(CHECKED)
                .param("campaign", campaign.id())
                .query(Row.class)
                .list()
                .forEach(one -> refused(campaign, one));
    }

    private void refused(CampaignRecord campaign, Row one) {
        var until = term.until(one.checkedAt(), campaign.noticeFrom())
                .map(day -> "到" + Words.day(day) + "为止")
                .orElse("期限等工作日历载入");
        var fields = Map.of(
                "campaign", campaign.plan().title(),
                "until", until,
                "station", campaign.unitName(),
                "stationPhone", phone(campaign));
        notices.send(
                Notice.of("campaign.refused", one.id(), path(campaign), fields), new Recipient.Person(one.person()));
    }

    /** To the office: somebody who took no part has to answer. */
    public void asked(CampaignRecord campaign, UUID refusal, UUID candidate) {
        var path = "/campaigns/" + campaign.id() + "/candidates/" + candidate + "/appeals";
        var fields = Map.of("campaign", campaign.plan().title());
        notices.send(
                Notice.of("campaign.appeal-asked", refusal, path, fields),
                new Recipient.Post(campaign.unit(), Role.OFFICER),
                new Recipient.Post(campaign.unit(), Role.LEADER));
    }

    public void answered(CampaignRecord campaign, UUID refusal, UUID person) {
        var fields = Map.of(
                "campaign", campaign.plan().title(),
                "station", campaign.unitName(),
                "stationPhone", phone(campaign));
        notices.send(
                Notice.of("campaign.appeal-answered", refusal, path(campaign), fields), new Recipient.Person(person));
    }

    private static String path(CampaignRecord campaign) {
        return "/me/campaigns/" + campaign.id() + "/refusals";
    }

    private String phone(CampaignRecord campaign) {
        return units.find(campaign.unit())
                .map(unit -> unit.details().phone())
                .filter(known -> !known.isBlank())
                .orElse(HOTLINE);
    }
}
