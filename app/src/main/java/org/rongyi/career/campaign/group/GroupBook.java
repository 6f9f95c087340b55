package org.rongyi.career.campaign.group;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.rongyi.career.campaign.CampaignRecord;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 专项小组, kept: members and meetings. */
@Component
public class GroupBook {

    private static final String MEMBERS = """
            select m.id, m.name, m.unit_name as unit, m.duty
            from campaign.member m
            where m.campaign_id = :campaign and m.left_at is null
            order by m.added_at, m.id
            """;

    private static final String ADD = """
            insert into campaign.member (id, campaign_id, code_now, name, unit_name, duty, added_at, added_by)
            values (:id, :campaign, :code, :name, :unit, :duty, :at, :by)
            """;

    private static final String REMOVE = """
            update campaign.member set left_at = :at where id = :id and campaign_id = :campaign and left_at is null
            """;

    private static final String MEETING = """
            insert into campaign.meeting (id, campaign_id, code_now, about, held_on, minutes, entered_at, entered_by)
            values (:id, :campaign, :code, :about, :on, :minutes, :at, :by)
            """;

    private static final String ATTEND = """
            insert into campaign.attendance (meeting_id, member_id, code_now, how) values (:meeting, :member, :code, :how)
            """;

    private static final String MEETINGS = """
            select m.id, m.about, m.held_on, m.minutes, m.entered_by,
                   (select string_agg(b.name, '、' order by b.added_at, b.id) from campaign.attendance a
                    join campaign.member b on b.id = a.member_id
                    where a.meeting_id = m.id and a.how = 'PRESENT') as there,
                   (select string_agg(b.name, '、' order by b.added_at, b.id) from campaign.attendance a
                    join campaign.member b on b.id = a.member_id
                    where a.meeting_id = m.id and a.how = 'KEPT_AWAY') as away
            from campaign.meeting m
            where m.campaign_id = :campaign
            order by m.entered_at, m.id
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    GroupBook(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** 成员. */
    public record Member(UUID id, String name, String unit, String duty) {}

    /**
     * A meeting that was held.
     *
     * @param there who came, by name
     * @param away who was kept away, by name; empty for nobody
     */
    public record Meeting(
            UUID id, MeetingKind about, LocalDate on, String minutes, String enteredBy, String there, String away) {}

    public List<Member> members(UUID campaign) {
        return jdbc.sql(MEMBERS).param("campaign", campaign).query(Member.class).list();
    }

    /** The first first. */
    public List<Meeting> meetings(UUID campaign) {
        return jdbc.sql(MEETINGS)
                .param("campaign", campaign)
                .query((row, n) -> new Meeting(
                        row.getObject("id", UUID.class),
                        MeetingKind.valueOf(row.getString("about")),
                        row.getObject("held_on", LocalDate.class),
                        row.getString("minutes"),
                        row.getString("entered_by"),
                        text(row.getString("there")),
                        text(row.getString("away"))))
                .list();
    }

    private static String text(@org.jspecify.annotations.Nullable String text) {
        return text == null ? "" : text;
    }

    UUID add(CampaignRecord campaign, String name, String unit, String duty, Actor.Office by) {
        var id = Ids.next();
        jdbc.sql(ADD)
                .param("id", id)
                .param("campaign", campaign.id())
                .param("code", campaign.code().value())
                .param("name", name)
                .param("unit", unit)
                .param("duty", duty)
                .param("at", OffsetDateTime.now(clock))
                .param("by", by.signed())
                .update();
        return id;
    }

    /** Whether he was one of it. */
    boolean remove(UUID campaign, UUID member) {
        return jdbc.sql(REMOVE)
                        .param("at", OffsetDateTime.now(clock))
                        .param("id", member)
                        .param("campaign", campaign)
                        .update()
                == 1;
    }

    /** Keeps a meeting that could decide, with how each member attended. */
    public UUID keep(CampaignRecord campaign, MeetingKind about, Held held, Actor.Office by) {
        var id = Ids.next();
        jdbc.sql(MEETING)
                .param("id", id)
                .param("campaign", campaign.id())
                .param("code", campaign.code().value())
                .param("about", about.name())
                .param("on", held.on())
                .param("minutes", held.minutes())
                .param("at", OffsetDateTime.now(clock))
                .param("by", by.signed())
                .update();
        for (var member : members(campaign.id())) {
            jdbc.sql(ATTEND)
                    .param("meeting", id)
                    .param("member", member.id())
                    .param("code", campaign.code().value())
                    .param(
                            "how",
                            held.how()
                                    .getOrDefault(member.id(), Attendance.ABSENT)
                                    .name())
                    .update();
        }
        return id;
    }
}
