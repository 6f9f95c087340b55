package org.rongyi.platform.division;

import org.rongyi.platform.database.Launch;
import org.rongyi.platform.database.StartTask;
import org.springframework.stereotype.Component;

/** What took effect while the program was away. */
@Component
class MoveRecordsAtStart implements StartTask {

    private final MoveRecords job;

    MoveRecordsAtStart(MoveRecords job) {
        this.job = job;
    }

    @Override
    public int order() {
        return 100;
    }

    @Override
    public void run(Launch launch) {
        job.moveDue();
    }
}
