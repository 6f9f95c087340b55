package org.rongyi.career.placement.proof;

import java.util.function.ObjIntConsumer;
import java.util.stream.IntStream;
import org.rongyi.career.placement.allocation.Canonical;

/** A long list is written in parts, by as many as there are processors, and put together in its order: the bytes are those of one hand. */
final class Parts {

    private static final int LENGTH = 512;

    private Parts() {}

    /**
     * Writes the elements of a list that is open.
     *
     * @param each writes one, the separation from the one before it included
     * @return by element, where the part it stands in begins
     */
    static int[] write(Canonical out, int count, ObjIntConsumer<Canonical> each) {
        var parts = IntStream.range(0, (count + LENGTH - 1) / LENGTH)
                .parallel()
                .mapToObj(part -> {
                    var written = new Canonical();
                    for (int i = part * LENGTH; i < Math.min(count, (part + 1) * LENGTH); i++) {
                        each.accept(written, i);
                    }
                    return written;
                })
                .toList();
        var begins = new int[count];
        for (int i = 0; i < count; i++) {
            if (i % LENGTH == 0) {
                out.all(parts.get(i / LENGTH));
            }
            begins[i] = out.size() - parts.get(i / LENGTH).size();
        }
        return begins;
    }
}
