package org.rongyi.career.campaign.exam;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far an exam has come; each instant is of an act that is done once.
 *
 * @param rooms none before registration was closed
 * @param commitment SM3 over tickets and rooms, public before the source speaks
 * @param value what the source said, as one has entered it; it draws once another has typed the same
 * @param published when the source published it; none of a value entered before that was asked
 * @param later why it is not the issue that was announced; none where it is
 * @param valueBy the account that entered it
 * @param numberedBy the account that gave the papers their numbers, and so knows whose they are
 * @param reviewUntil the last day on which a review may be asked for
 */
public record Sitting(
        UUID campaign,
        List<SeatDraw.Room> rooms,
        @Nullable Instant closed,
        @Nullable String commitment,
        @Nullable String value,
        @Nullable Instant published,
        @Nullable String later,
        @Nullable String where,
        @Nullable UUID valueBy,
        @Nullable Instant drawn,
        @Nullable Instant numbered,
        @Nullable UUID numberedBy,
        @Nullable Instant revealed,
        @Nullable LocalDate reviewUntil,
        @Nullable Instant settled) {

    public Sitting {
        rooms = List.copyOf(rooms);
    }

    public boolean isMarking() {
        return numbered != null && revealed == null;
    }
}
