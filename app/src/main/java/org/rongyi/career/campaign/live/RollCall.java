package org.rongyi.career.campaign.live;

import java.time.Clock;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** 点名: who of those to come is not there. Whose turn runs is not called any more: his time is running already. */
@Component
public class RollCall {

    private final LiveSessions sessions;
    private final Clock clock;

    RollCall(LiveSessions sessions, Clock clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    /** Those who may be called: they have not had their turn, and it is not theirs. */
    public static List<LiveTurn> waiting(List<LiveTurn> turns) {
        return turns.stream().filter(one -> one.ended() == null).skip(1).toList();
    }

    /** Answers how many are marked now; nothing where no roll may be called. */
    public OptionalInt call(UUID campaign, Set<UUID> called, Set<UUID> absent, String words) {
        if (mayNotCall(campaign)) {
            return OptionalInt.empty();
        }
        int marked = 0;
        for (var turn : waiting(sessions.turns(campaign))) {
            boolean isAbsent = absent.contains(turn.candidate());
            if (called.contains(turn.candidate()) && isAbsent) {
                marked += sessions.missed(turn, clock.instant(), words) ? 1 : 0;
            } else if (called.contains(turn.candidate()) && turn.absent() != null) {
                sessions.came(turn);
            }
        }
        return OptionalInt.of(marked);
    }

    /** He has come, also when it is his turn: his minutes are whole again. Answers whether he was marked. */
    public boolean came(UUID campaign, UUID candidate) {
        return !mayNotCall(campaign)
                && sessions.turns(campaign).stream()
                        .filter(one -> one.candidate().equals(candidate) && one.absent() != null)
                        .anyMatch(sessions::came);
    }

    private boolean mayNotCall(UUID campaign) {
        sessions.lock(campaign);
        return sessions.find(campaign)
                .filter(one -> one.isRunning() && one.absentSeconds() != null)
                .isEmpty();
    }
}
