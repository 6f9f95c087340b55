package org.rongyi.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;

/** Acts of different clerks side by side, those of one clerk in their order: a small machine has two processors. */
final class Lanes {

    private static final int COUNT = 2;

    private Lanes() {}

    /** Where one lane breaks off, the other goes no further either. */
    private static <T> void one(Consumer<T> act, T part, AtomicBoolean broken) {
        try {
            act.accept(part);
        } catch (RuntimeException | Error e) {
            broken.set(true);
            throw e;
        }
    }

    /** @param whose a part of the work goes to its clerk's lane */
    static <T> void run(List<T> work, Function<T, Object> whose, Consumer<T> act) {
        try (var lanes = Executors.newFixedThreadPool(COUNT)) {
            var running = new ArrayList<Future<?>>();
            var broken = new AtomicBoolean();
            for (int lane = 0; lane < COUNT; lane++) {
                int own = lane;
                running.add(lanes.submit(() -> {
                    for (var part : work) {
                        if (Math.floorMod(whose.apply(part).hashCode(), COUNT) == own && !broken.get()) {
                            one(act, part, broken);
                        }
                    }
                }));
            }
            for (var one : running) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("演示数据没有做成", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("演示数据没有做完", e);
        }
    }
}
