package org.rongyi.career.campaign.live;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 看钟: ends the turns whose time is over, by the rule announced. It may look as often as it likes, in as many processes as it likes; what was done is
 * not done again, and an outage is given back before anything is ended.
 */
@Component
public class LiveTicker {

    private static final String POSTS = """
            select p.id, p.seats - coalesce(d.settled, 0) as seats, p.reserved
            from campaign.post p
            left join campaign.direct_seats(:campaign) d on d.post = p.id
            where p.campaign_id = :campaign and p.published
            """;

    private final JdbcClient jdbc;
    private final LiveSessions sessions;
    private final FallBacks fallBacks;
    private final TransactionTemplate transaction;
    private final Clock clock;

    LiveTicker(
            @Qualifier("job") JdbcClient jdbc,
            @Qualifier("jobTransactions") PlatformTransactionManager transactions,
            FallBacks fallBacks,
            Clock clock) {
        this.jdbc = jdbc;
        this.sessions = new LiveSessions(jdbc);
        this.fallBacks = fallBacks;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Once for every session that runs. */
    public void look() {
        RuntimeException failed = null;
        for (var campaign : sessions.running()) {
            try {
                transaction.executeWithoutResult(status -> look(campaign));
            } catch (RuntimeException e) {
                failed = e; // the clocks of the others go on
            }
        }
        if (failed != null) {
            throw failed;
        }
    }

    private void look(UUID campaign) {
        sessions.lock(campaign);
        var now = clock.instant();
        var session = sessions.find(campaign).filter(LiveSession::isRunning);
        if (session.isEmpty()) {
            return;
        }
        if (session.get().paused() != null) {
            sessions.tick(campaign, now, false);
            return;
        }
        var turns = sessions.turns(campaign);
        var standing = LiveSessions.clock(session.get(), turns);
        var outage = standing.outage(now);
        var current = LiveSessions.current(turns);
        if (current.isPresent() && !outage.isZero()) {
            sessions.credit(current.get(), outage);
        } else if (current.isPresent() && standing.isOver(now)) {
            end(session.get(), current.get(), turns, now);
        }
        sessions.tick(
                campaign, now, LiveSessions.current(sessions.turns(campaign)).isEmpty());
    }

    /** The next one's minutes begin when this one's are seen to be over: nobody pays for a look that came late. */
    private void end(LiveSession session, LiveTurn turn, List<LiveTurn> turns, Instant now) {
        var seat =
                session.onTimeout() == OnTimeout.FALL_BACK ? fallBack(turn, turns) : Optional.<SeatsLeft.Seat>empty();
        if (seat.isPresent()) {
            sessions.end(turn, TurnEnd.FELL_BACK, seat.get(), now);
        } else {
            sessions.end(turn, TurnEnd.TIMED_OUT, null, now);
        }
    }

    private Optional<SeatsLeft.Seat> fallBack(LiveTurn turn, List<LiveTurn> turns) {
        var left = new SeatsLeft(posts(turn.campaign()), LiveSessions.taken(turns));
        return fallBacks
                .of(turn.candidate())
                .flatMap(list -> list.posts().stream()
                        .flatMap(post -> left.seat(post, list.priority()).stream())
                        .findFirst());
    }

    private List<SeatsLeft.Post> posts(UUID campaign) {
        return jdbc.sql(POSTS)
                .param("campaign", campaign)
                .query((row, n) -> new SeatsLeft.Post(
                        row.getObject("id", UUID.class), row.getInt("seats"), row.getInt("reserved")))
                .list();
    }
}
