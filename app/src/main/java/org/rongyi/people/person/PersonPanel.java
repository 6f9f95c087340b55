package org.rongyi.people.person;

import java.util.List;
import java.util.UUID;
import org.rongyi.platform.kernel.Actor;

/** What another room adds to a person's page: its records of him, and what may be done there. */
public interface PersonPanel {

    /** Where it stands among the panels; smaller is higher. */
    int order();

    /** Read inside the page's own transaction, so that scope holds. */
    Panel of(UUID person, Actor reader);

    /**
     * A titled list of lines, each opening its record.
     *
     * @param note how things stand, in a sentence above the lines; may be empty
     */
    record Panel(String title, String note, List<Line> lines, List<Action> actions, String empty) {

        /** Nothing for this reader. */
        public static final Panel NONE = new Panel("", List.of(), List.of(), "");

        public Panel(String title, List<Line> lines, List<Action> actions, String empty) {
            this(title, "", lines, actions, empty);
        }
    }

    /** A line: when, what, and the record behind it. */
    record Line(String when, String what, String path) {}

    /** Something to do for this person. */
    record Action(String label, String path) {}
}
