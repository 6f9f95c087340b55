package org.rongyi.network.organisation;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 未办结的事 of a post, over all rooms; open needs and handover requests are the unit's and stay with it. */
@Component
public class UnfinishedWork {

    private final List<OpenWork> rooms;
    private final Staff staff;

    UnfinishedWork(List<OpenWork> rooms, Staff staff) {
        this.rooms = rooms;
        this.staff = staff;
    }

    /** What one room keeps. */
    public record Piece(String name, List<String> lines) {}

    /**
     * What is to become of it.
     *
     * @param successor an appointment of the same unit that takes it over
     * @param drop nobody needs it any more
     */
    public record Choice(@Nullable UUID successor, boolean drop) {

        public static final Choice NONE = new Choice(null, false);
    }

    /** How the post was cleared. */
    sealed interface Cleared {}

    record Clear() implements Cleared {}

    /** So much is left, and nobody said what is to become of it. */
    record Left(int number) implements Cleared {}

    /** Not somebody else in office in the same unit. */
    record NoSuccessor() implements Cleared {}

    public List<Piece> of(UUID post) {
        return rooms.stream()
                .map(room -> new Piece(room.zh(), room.of(post)))
                .filter(piece -> !piece.lines().isEmpty())
                .toList();
    }

    Cleared clear(Staff.Member member, Choice choice) {
        int left = of(member.postId()).stream()
                .mapToInt(piece -> piece.lines().size())
                .sum();
        if (left == 0) {
            return new Clear();
        }
        if (choice.drop()) {
            rooms.forEach(room -> room.drop(member.postId()));
            return new Clear();
        }
        if (choice.successor() == null) {
            return new Left(left);
        }
        var successor = staff.find(choice.successor())
                .filter(other ->
                        other.unitId().equals(member.unitId()) && !other.id().equals(member.id()));
        if (successor.isEmpty()) {
            return new NoSuccessor();
        }
        rooms.forEach(room -> room.handOver(member.postId(), successor.get().postId()));
        return new Clear();
    }
}
