package org.rongyi.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("造演示县：不同站务员的事同时办，同一人的按次序，断了一边另一边也停")
class LanesTest {

    private static final List<Integer> WORK = IntStream.range(0, 1_000).boxed().toList();

    @Test
    @DisplayName("一件不少，同一人的按次序")
    void eachOnceAndOneClerksInTheirOrder() {
        var done = new ConcurrentHashMap<Integer, List<Integer>>();
        Lanes.run(
                WORK,
                part -> part % 7,
                part -> done.computeIfAbsent(part % 7, clerk -> new CopyOnWriteArrayList<>())
                        .add(part));
        assertThat(done.values().stream().mapToInt(List::size).sum()).isEqualTo(WORK.size());
        assertThat(done.values()).allSatisfy(parts -> assertThat(parts).isSorted());
    }

    @Test
    @DisplayName("一件没办成，说得出是哪一件，别的不再办下去")
    void oneThatBreaksOffEndsAll() {
        var after = new CopyOnWriteArrayList<Integer>();
        assertThatThrownBy(() -> Lanes.run(WORK, part -> part % 2, part -> {
                    if (part == 0) {
                        throw new IllegalStateException("第一件没办成");
                    }
                    if (part % 2 == 0) {
                        after.add(part);
                    }
                }))
                .hasRootCauseMessage("第一件没办成");
        assertThat(after).isEmpty();
    }
}
