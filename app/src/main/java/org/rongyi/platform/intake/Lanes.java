package org.rongyi.platform.intake;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Takes rows side by side: those of one lane one after another, as they stand in the list. */
@Component
class Lanes implements DisposableBean {

    /** Beside one lane, three import some 15 rows more in a hundred; more would only leave less to the people at work. */
    private static final int COUNT = 3;

    private final ExecutorService threads = Executors.newFixedThreadPool(
            COUNT, Thread.ofPlatform().daemon().name("import-", 1).factory());

    /** What is done with a row's value; empty when it is only tried, and would go. */
    interface Take<T> {
        Optional<Importer.Outcome> take(int row, T value);

        /** What stands around the rows of one lane. */
        default void around(Runnable rows) {
            rows.run();
        }
    }

    /** A row on its way through a lane, and how it came out. */
    static final class Task<T> {

        private final int row;
        private final T value;
        private final int lane;
        private @Nullable Supplier<Optional<Importer.Outcome>> end;

        Task(int row, T value, int lane) {
            this.row = row;
            this.value = value;
            this.lane = Math.floorMod(lane, COUNT);
        }

        /** Throws what it failed of. A row behind it in its lane was not taken and has no outcome. */
        Optional<Importer.Outcome> outcome() {
            if (end == null) {
                throw new IllegalStateException("a row ahead of row " + row + " failed");
            }
            return end.get();
        }
    }

    /** Returns when every lane is through, or at its first row that failed. */
    <T> void run(List<Task<T>> tasks, Take<T> take) {
        var lanes = IntStream.range(0, COUNT)
                .mapToObj(
                        lane -> tasks.stream().filter(task -> task.lane == lane).toList())
                .filter(lane -> !lane.isEmpty())
                .toList();
        if (lanes.size() == 1) {
            through(lanes.getFirst(), take);
            return;
        }
        var running = lanes.stream()
                .<Future<?>>map(lane -> threads.submit(() -> through(lane, take)))
                .toList();
        await(running);
    }

    private static <T> void through(List<Task<T>> lane, Take<T> take) {
        var left = new ArrayDeque<>(lane);
        try {
            take.around(() -> {
                while (!left.isEmpty()) {
                    var task = left.element();
                    var outcome = take.take(task.row, task.value);
                    task.end = () -> outcome;
                    left.remove();
                }
            });
        } catch (RuntimeException e) {
            var failed = left.isEmpty() ? lane.getLast() : left.element();
            failed.end = () -> {
                throw e;
            };
        }
    }

    /** Who stops the program meanwhile waits for these few rows, and finds the thread interrupted. */
    private static void await(List<Future<?>> running) {
        boolean interrupted = false;
        for (var lane : running) {
            while (!lane.isDone()) {
                try {
                    lane.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                } catch (ExecutionException e) {
                    throw new IllegalStateException("a lane notes the failures of its rows", e);
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void destroy() {
        threads.shutdown();
    }
}
