package org.rongyi.career.campaign.live;

import java.time.Clock;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** 点名: who of those to come is not there. Whose turn runs is not marked any more: his time is running already; but his mark is taken away. */
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

    /** Those who stand on the list: who may be called, and before them whose turn runs where he is marked, so that his mark may be taken away. */
    public static List<LiveTurn> listed(List<LiveTurn> turns) {
        var waiting = waiting(turns);
        return turns.stream()
                .filter(one -> one.ended() == null && (one.absent() != null || waiting.contains(one)))
                .toList();
    }

    /** Answers how many are marked now; nothing where no roll may be called. */
    public OptionalInt call(UUID campaign, Set<UUID> called, Set<UUID> absent, String words) {
        if (mayNotCall(campaign)) {
            return OptionalInt.empty();
        }
        int marked = 0;
        var turns = sessions.turns(campaign);
        var waiting = waiting(turns);
        for (var turn : listed(turns)) {
            boolean isAbsent = absent.contains(turn.candidate());
            if (called.contains(turn.candidate()) && isAbsent) {
                boolean isMarked = !waiting.contains(turn) || sessions.missed(turn, clock.instant(), words);
                marked += isMarked ? 1 : 0;
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
