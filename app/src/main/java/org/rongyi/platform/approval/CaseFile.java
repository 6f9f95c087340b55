package org.rongyi.platform.approval;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.approval.route.Move;
import org.rongyi.platform.approval.route.Position;
import org.rongyi.platform.approval.route.Route;
import org.rongyi.platform.kernel.DivisionCode;

/**
 * 办件: what somebody applied for, and where it stands.
 *
 * @param number 办件编号, for people
 * @param subject in one sentence, without numbers of the person
 * @param code the place whose units handle it
 * @param route the route it began on
 * @param receivedOn the day the material was complete, as far as anybody has said
 */
public record CaseFile(
        UUID id,
        String number,
        String service,
        String subject,
        UUID person,
        String personName,
        DivisionCode code,
        Route route,
        Filed filed,
        Position position,
        int round,
        LocalDate receivedOn,
        Acceptance acceptance,
        Decision decision,
        int version) {

    /**
     * Who brought it: the person himself, or a post or one of his family for him, with the ground.
     *
     * @param actingFor in whose post, when it was done for a colleague (岗位代理)
     * @param mandate the 亲属委托 it was filed under
     */
    public record Filed(
            LocalDate on,
            OffsetDateTime at,
            UUID account,
            @Nullable UUID actingFor,
            String by,
            @Nullable UUID unit,
            @Nullable UUID mandate,
            @Nullable String ground) {

        /** 代办. */
        public boolean isForSomebody() {
            return unit != null || mandate != null;
        }
    }

    /**
     * When it was accepted, and until when it is to be decided.
     *
     * @param silent nobody said anything in time
     * @param days how many working days the decision may take
     * @param due none before acceptance; while the clock stands still, the last day as it was then
     * @param stoppedOn since when the clock stands still
     */
    public record Acceptance(
            @Nullable LocalDate on,
            boolean silent,
            int days,
            Term.@Nullable Due due,
            @Nullable LocalDate stoppedOn) {

        /** The last day, when there is one and the clock runs. */
        public Term.@Nullable Due running() {
            return stoppedOn == null ? due : null;
        }
    }

    /** How it was decided; where money follows, before it is over. */
    public record Decision(
            @Nullable LocalDate on,
            @Nullable String by,
            @Nullable String reason) {

        static final Decision NONE = new Decision(null, null, null);

        Decision and(@Nullable String more) {
            var both = Stream.of(reason, more).filter(text -> text != null && !text.isEmpty());
            return new Decision(on, by, both.collect(Collectors.joining("\n")));
        }
    }

    /**
     * The same case after a move of today.
     *
     * @param ended how it ended, if this move ends it
     */
    CaseFile moved(Position next, Move move, Acceptance acceptance, Decision ended) {
        boolean again = move instanceof Move.Reopen;
        boolean anew = move instanceof Move.Return || again;
        var today = Objects.requireNonNull(ended.on());
        return new CaseFile(
                id,
                number,
                service,
                subject,
                person,
                personName,
                code,
                route,
                filed,
                next,
                anew ? round + 1 : round,
                move instanceof Move.Supplement || again ? today : receivedOn,
                acceptance,
                decided(next, ended),
                version + 1);
    }

    /** Whether its 公示 hangs. */
    public boolean isPublic() {
        return route.isPublic(position);
    }

    public Position.State state() {
        return position.state();
    }

    public Position.@Nullable Result result() {
        return position.result();
    }

    /** Why the clock stands still; none when it runs. */
    @Nullable
    String stopped() {
        return switch (state()) {
            case SUPPLEMENT -> "SUPPLEMENT";
            case PAUSED -> "SPECIAL";
            case HANDLING -> isPublic() ? "PUBLICATION" : null;
            case RECEIVED, DECIDED, CLOSED -> null;
        };
    }

    /** How it was decided, as soon as it was, if it moves there; what is given back is open again. */
    Decision decided(Position next, Decision ended) {
        if (state().isOver()) {
            return next.state().isOver() ? decision : Decision.NONE;
        }
        if (!next.state().isOver() && next.step() <= route.deciding()) {
            return Decision.NONE;
        }
        if (decision.on() == null || next.state().isOver() && next.result() != Position.Result.AGREED) {
            return ended;
        }
        return next.state().isOver() ? decision.and(ended.reason()) : decision; // paid for: the words of both
    }
}
