package org.rongyi.care.festival;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rongyi.platform.approval.OtherRaised;
import org.rongyi.platform.approval.SecondPersonTerm;
import org.rongyi.platform.approval.Superiors;
import org.rongyi.platform.approval.Task;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.springframework.stereotype.Component;

/**
 * 没有批准、没有送完的慰问: stand on the list of the bureau above. A list may be open for weeks, while villages change it; it is late when the
 * festival is so near that what is on it cannot be handed over before it. What nobody was met with by then is late when as many days have
 * passed after the festival and the bureau has not ended it.
 */
@Component
class RaisedFestivals implements OtherRaised {

    private static final Set<Role> APPROVES = Set.of(Role.LEADER);

    private final Campaigns campaigns;
    private final SecondPersonTerm term;
    private final Superiors superiors;
    private final Clock clock;

    RaisedFestivals(Campaigns campaigns, SecondPersonTerm term, Superiors superiors, Clock clock) {
        this.campaigns = campaigns;
        this.term = term;
        this.superiors = superiors;
        this.clock = clock;
    }

    @Override
    public List<Line> raised(Actor.Office reader) {
        if (Level.COUNTY.isAbove(reader.level())) {
            return List.of();
        }
        return campaigns.running(reader).stream()
                .flatMap(one -> line(one).filter(found -> superiors.isOver(reader, one.unit(), one.place())).stream())
                .sorted(Comparator.comparing(Line::due))
                .toList();
    }

    private Optional<Line> line(Campaign one) {
        var approval = one.approval();
        boolean open = approval == null;
        var at = approval == null ? one.made().at() : approval.at();
        var since = at.atZoneSameInstant(clock.getZone()).toLocalDate();
        var due = open ? later(term.dueBefore(one.day()), term.due(since)) : term.due(one.day());
        boolean late = due.isBefore(LocalDate.now(clock));
        if (!late && !(open && !superiors.isManned(one.unit(), APPROVES))) {
            return Optional.empty();
        }
        return Optional.of(new Line(
                (open ? "没有批准慰问名单：" : "节已过，没有结束：") + one.title(),
                one.unitName(),
                since,
                due,
                late ? Task.Ground.LATE : Task.Ground.UNMANNED,
                "/festivals/" + one.id()));
    }

    /** Made shortly before the festival it has the days that anything has. */
    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
