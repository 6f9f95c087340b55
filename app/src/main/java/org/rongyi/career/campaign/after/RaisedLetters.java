package org.rongyi.career.campaign.after;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.rongyi.platform.approval.OtherRaised;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Level;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 超过上岗期限的、单位拒收的: stand on the list of the level above the office that runs the campaign, until somebody is placed, at this post or
 * another, or his 安置待遇 has ended. What the superior does about a unit that refuses (约谈、通报, 退役军人安置条例) is his.
 */
@Component
class RaisedLetters implements OtherRaised {

    private static final String LATE = """
            select l.id, l.campaign_id as campaign, c.name, p.unit_name as unit, g.code_now as runs, l.duty_by, l.state
            from campaign.letter l
            join campaign.campaign g on g.id = l.campaign_id
            join campaign.candidate c on c.id = l.candidate_id
            join campaign.post p on p.id = l.post_id
            where g.code_now > :low and g.code_now < :high and g.code_now % :span = 0
              and (l.state = 'ISSUED' and l.duty_by < :today or l.state = 'UNIT_REFUSED')
              and reception.is_waiting(l.reception_id)
            order by l.duty_by, l.id
            limit :most
            """;

    private static final int MOST = 50;

    private final JdbcClient jdbc;
    private final Divisions divisions;

    RaisedLetters(JdbcClient jdbc, Divisions divisions) {
        this.jdbc = jdbc;
        this.divisions = divisions;
    }

    private record Late(
            UUID id, UUID campaign, String name, String unit, long runs, LocalDate dutyBy, LetterState state) {}

    @Override
    public List<Line> raised(Actor.Office reader) {
        if (reader.level() != Level.CITY && reader.level() != Level.PROVINCE) {
            return List.of();
        }
        var here = reader.unitCode();
        var below = reader.level() == Level.PROVINCE ? Level.CITY : Level.COUNTY;
        return jdbc
                .sql(LATE)
                .param("low", here.value())
                .param("high", here.end())
                .param("span", below.span())
                .param("today", divisions.today())
                .param("most", MOST)
                .query(Late.class)
                .list()
                .stream()
                .map(one -> new Line(
                        (one.state() == LetterState.ISSUED ? "超过上岗期限：" : "单位拒收：") + one.name() + "，" + one.unit(),
                        divisions.nameBelow(here, new DivisionCode(one.runs())),
                        one.dutyBy(),
                        "/campaigns/" + one.campaign() + "/followup/" + one.id()))
                .toList();
    }
}
