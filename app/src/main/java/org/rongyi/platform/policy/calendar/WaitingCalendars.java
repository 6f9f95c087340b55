package org.rongyi.platform.policy.calendar;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** 载入了、等另一位管理员确认的放假安排, for whoever watches that they are. */
@Component
public class WaitingCalendars {

    private final CalendarRecords records;

    WaitingCalendars(CalendarRecords records) {
        this.records = records;
    }

    public record Waiting(int year, Instant at) {}

    /** The oldest first. */
    public List<Waiting> list() {
        return records.waiting().stream()
                .map(one -> new Waiting(one.notice().year(), one.at()))
                .toList();
    }
}
