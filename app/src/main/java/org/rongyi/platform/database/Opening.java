package org.rongyi.platform.database;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** The database being opened while Spring reads its configuration, which takes as long: a start waits for one of the two. */
final class Opening {

    private final FutureTask<Database> task;

    private Opening(FutureTask<Database> task) {
        this.task = task;
    }

    static Opening begin(Launch launch, DataDirectory directory, Progress progress) {
        var task = new FutureTask<>(() -> {
            var database = Database.open(launch, directory, progress);
            UnfinishedDemo.clear(launch, database, directory, progress);
            return database;
        });
        var thread = new Thread(task, "database-opening");
        thread.setDaemon(true);
        thread.start();
        return new Opening(task);
    }

    /** The open database, whose closing is from now on the caller's. */
    Database take() {
        try {
            var database = task.get();
            database.handOver();
            return database;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotRun("启动被打断 · interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
