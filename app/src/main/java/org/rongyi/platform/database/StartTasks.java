package org.rongyi.platform.database;

import java.util.Comparator;
import java.util.List;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/** The last stretch of a start: the tasks in their order, the doors opened, the ready line. */
@Component
class StartTasks implements ApplicationRunner {

    private final Launch launch;
    private final List<StartTask> tasks;
    private final StartingFilter door;
    private final Progress progress;
    private final OwnAddress address;

    StartTasks(Launch launch, List<StartTask> tasks, StartingFilter door, Progress progress, OwnAddress address) {
        this.launch = launch;
        this.tasks =
                tasks.stream().sorted(Comparator.comparingInt(StartTask::order)).toList();
        this.door = door;
        this.progress = progress;
        this.address = address;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        for (var task : tasks) {
            task.run(launch);
        }
        door.open();
        if (!launch.province() && !launch.restored()) {
            progress.print("ready " + address.get());
        }
    }
}
