package org.rongyi.career.campaign.live;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * 还有的位子 of the published posts. Open ones go first; a kept one only to who has priority where no open one is left, as in the reckoning of the
 * run.
 */
public final class SeatsLeft {

    private final Map<UUID, Post> posts = new HashMap<>();
    private final Map<UUID, Integer> open = new HashMap<>();
    private final Map<UUID, Integer> kept = new HashMap<>();

    /** @param taken the seats gone so far */
    public SeatsLeft(List<Post> posts, List<Taken> taken) {
        for (var post : posts) {
            this.posts.put(post.id(), post);
        }
        for (var one : taken) {
            (one.kept() ? kept : open).merge(one.post(), 1, Integer::sum);
        }
    }

    /** @param reserved of the seats, for who has priority */
    public record Post(UUID id, int seats, int reserved) {}

    public record Taken(UUID post, boolean kept) {}

    /** @param number of its kind in its post, from 1 */
    public record Seat(UUID post, boolean kept, int number) {}

    public int open(UUID post) {
        var one = posts.get(post);
        return one == null ? 0 : one.seats() - one.reserved() - open.getOrDefault(post, 0);
    }

    public int kept(UUID post) {
        var one = posts.get(post);
        return one == null ? 0 : one.reserved() - kept.getOrDefault(post, 0);
    }

    /** The seat somebody would get here; none where there is none for him. */
    public Optional<Seat> seat(UUID post, boolean priority) {
        if (open(post) > 0) {
            return Optional.of(new Seat(post, false, open.getOrDefault(post, 0) + 1));
        }
        if (priority && kept(post) > 0) {
            return Optional.of(new Seat(post, true, kept.getOrDefault(post, 0) + 1));
        }
        return Optional.empty();
    }
}
