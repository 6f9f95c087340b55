package org.rongyi.verifier;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Costs, read from their very bytes: there are more of them than of anything else. They are so read only where they stand just as they must be written,
 * in order, with whole amounts; otherwise {@link Costs} reads them one by one, and says what is wrong.
 */
final class PlainCosts {

    private static final byte[] CANDIDATE = bytes("{\"candidate\":");
    private static final byte[] POST = bytes(",\"post\":");
    private static final byte[] COST = bytes(",\"cost\":");
    private static final byte[] FIRST = bytes("\n");
    private static final byte[] NEXT = bytes(",\n");
    private static final byte[] CLOSED = bytes("}");
    private static final byte[] END = bytes("]");
    private static final int MOST_DIGITS = 12;
    private static final int MISSING = -1;

    private final byte[] text;
    private final byte[][] people;
    private final byte[][] posts;
    /** Posts by the hash of their ids. */
    private final int[] numbers;

    private final boolean[] isPlaced;
    private final int end;
    private int at;

    PlainCosts(Json.Passed list, List<String> people, List<String> posts, Set<String> placed) {
        text = list.text();
        at = list.from();
        end = list.to();
        this.people = people.stream().map(Out::of).toArray(byte[][]::new);
        this.posts = posts.stream().map(Out::of).toArray(byte[][]::new);
        numbers = new int[4 * Integer.highestOneBit(posts.size())];
        number();
        isPlaced = new boolean[this.people.length];
        for (int i = 0; i < isPlaced.length; i++) {
            isPlaced[i] = placed.contains(people.get(i));
        }
    }

    /**
     * @param option by candidate, the posts that have a cost for him
     * @param cost what they cost
     * @return whether they were read
     */
    boolean read(int[][] option, long[][] cost) {
        var posts = new int[this.posts.length];
        var amounts = new long[posts.length];
        at++;
        boolean isFirst = true;
        for (int i = 0; i < people.length; i++) {
            int count = 0;
            while (isOf(isFirst, i)) {
                int post = post();
                long amount = amount();
                boolean isInOrder = count == 0 || post > posts[count - 1];
                if (post == MISSING || amount == MISSING || !isInOrder || isPlaced[i]) {
                    return false;
                }
                posts[count] = post;
                amounts[count++] = amount;
                isFirst = false;
            }
            option[i] = Arrays.copyOf(posts, count);
            cost[i] = Arrays.copyOf(amounts, count);
        }
        return skips(END) && at == end;
    }

    /** Whether the next is of this candidate; then it is read so far. */
    private boolean isOf(boolean isFirst, int candidate) {
        int before = at;
        if (skips(isFirst ? FIRST : NEXT) && skips(CANDIDATE) && skips(people[candidate])) {
            return true;
        }
        at = before;
        return false;
    }

    /** The post that stands there. */
    private int post() {
        if (!skips(POST)) {
            return MISSING;
        }
        int from = at++;
        int hash = 0;
        while (at < end && text[at] != '"' && text[at] != '\\') {
            hash = 31 * hash + text[at++];
        }
        at++;
        for (int slot = slot(hash); numbers[slot] >= 0; slot = (slot + 1) & (numbers.length - 1)) {
            var known = posts[numbers[slot]];
            if (Arrays.equals(known, 0, known.length, text, from, Math.min(at, end))) {
                return numbers[slot];
            }
        }
        return MISSING;
    }

    private int slot(int hash) {
        return (hash ^ hash >>> 16) & (numbers.length - 1);
    }

    /** Each by what stands between its quotes. */
    private void number() {
        Arrays.fill(numbers, MISSING);
        for (int p = 0; p < posts.length; p++) {
            int hash = 0;
            for (int i = 1; i < posts[p].length - 1; i++) {
                hash = 31 * hash + posts[p][i];
            }
            int slot = slot(hash);
            while (numbers[slot] >= 0) {
                slot = (slot + 1) & (numbers.length - 1);
            }
            numbers[slot] = p;
        }
    }

    private long amount() {
        if (!skips(COST)) {
            return MISSING;
        }
        int from = at;
        long amount = 0;
        while (at < end && text[at] >= '0' && text[at] <= '9' && at - from <= MOST_DIGITS) {
            amount = 10 * amount + text[at++] - '0';
        }
        int digits = at - from;
        boolean isShortest = digits == 1 || (digits > 1 && digits <= MOST_DIGITS && text[from] != '0');
        return isShortest && skips(CLOSED) ? amount : MISSING;
    }

    private boolean skips(byte[] what) {
        int to = at + what.length;
        if (to <= end && Arrays.equals(what, 0, what.length, text, at, to)) {
            at = to;
            return true;
        }
        return false;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
