package org.rongyi.career.campaign.pairs;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.rongyi.career.campaign.Sm3;

/**
 * Of each person the posts that cost least, and some more that are spread over all posts, so that the seats far away are within somebody's reach too.
 *
 * <p>The posts stand in a ring in the order of SM3(key, number), each as long as it has free seats; the people, in the order of SM3(key, pseudonym), begin
 * at equal distances along it. So with no more people than seats each begins on a seat of his own, and with more people each seat is somebody's
 * beginning: as long as nobody is refused, as many can be placed by these pairs as by all. Equal costs are settled by the way along the ring, which is
 * another for everybody; by number alone all of a town would have the same few posts.
 */
public final class NearestPairs {

    /** Posts that still have a seat, in the order of the ring. */
    private final int[] ring;
    /** By person, a place in the ring. */
    private final int[] start;

    /**
     * @param key nobody's choice: out of public values that were not known when posts and people were settled
     * @param seats by post, the free ones; a post without any is nobody's
     */
    public NearestPairs(String key, List<String> posts, int[] seats, List<String> people) {
        ring = IntStream.of(inOrder(key, posts)).filter(post -> seats[post] > 0).toArray();
        start = new int[people.size()];
        long all = Arrays.stream(seats).asLongStream().sum();
        int at = 0;
        long before = 0;
        int turn = 0;
        for (int person : inOrder(key, people)) {
            long seat = all * turn++ / people.size();
            while (all > 0 && before + seats[ring[at]] <= seat) {
                before += seats[ring[at++]];
            }
            start[person] = at;
        }
    }

    private static int[] inOrder(String key, List<String> names) {
        var digests = names.stream()
                .parallel()
                .map(name -> Sm3.hex(key + "\n" + name))
                .toArray(String[]::new);
        return IntStream.range(0, digests.length)
                .boxed()
                .sorted(Comparator.comparing(i -> digests[i]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /**
     * The posts that are reckoned with for somebody, by number, upwards.
     *
     * @param cost by post, not below 0
     * @param isOpen whether he may have the post at all
     * @param near how many of the cheapest
     * @param spread how many from his beginning along the ring, whatever they cost
     */
    public int[] of(int person, long[] cost, IntPredicate isOpen, int near, int spread) {
        var chosen = new boolean[cost.length];
        var nearest = new long[Math.min(near, ring.length)];
        int found = 0;
        int along = 0;
        for (int step = 0; step < ring.length; step++) {
            int post = ring[(start[person] + step) % ring.length];
            if (!isOpen.test(post)) {
                continue;
            }
            if (along < spread) {
                chosen[post] = true;
                along++;
            }
            found = keep(nearest, found, cost[post] * ring.length + step);
        }
        for (int i = 0; i < found; i++) {
            chosen[ring[(start[person] + (int) (nearest[i] % ring.length)) % ring.length]] = true;
        }
        return IntStream.range(0, chosen.length).filter(post -> chosen[post]).toArray();
    }

    /** Puts a key among the least, which stand in order; how many there are then. */
    private static int keep(long[] least, int found, long key) {
        if (found == least.length && (found == 0 || key > least[found - 1])) {
            return found;
        }
        int at = Math.min(found, least.length - 1);
        while (at > 0 && least[at - 1] > key) {
            least[at] = least[at - 1];
            at--;
        }
        least[at] = key;
        return Math.min(found + 1, least.length);
    }
}
