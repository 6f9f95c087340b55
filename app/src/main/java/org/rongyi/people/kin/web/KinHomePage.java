package org.rongyi.people.kin.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.approval.CaseLine;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;

/** 我代办的人. */
public record KinHomePage(List<Person> people, FieldErrors errors) implements Page {

    /**
     * Somebody he acts for.
     *
     * @param name both names
     * @param relation what he is to him
     * @param services in words
     * @param until the last day
     * @param active whom he acts for now; of the others he chooses one first
     * @param doors to the forms of what he was given
     * @param cases of the services he was given, the newest first
     */
    public record Person(
            UUID mandate,
            String name,
            String relation,
            String services,
            @Nullable LocalDate until,
            boolean active,
            List<Door> doors,
            List<CaseLine> cases) {}

    /** To the form of a service. */
    public record Door(String label, String path) {}

    @Override
    public String title() {
        return "我代办的人";
    }
}
