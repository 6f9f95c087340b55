package org.rongyi.people.person;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** 按所见改档: takes hold of a file for somebody who has seen a version of it and is about to change it. */
@Component
class SeenFile {

    private final People people;
    private final PersonFile file;

    SeenFile(People people, PersonFile file) {
        this.people = people;
        this.file = file;
    }

    /** What he finds. */
    sealed interface Found {}

    /**
     * As he saw it; nobody else changes it before the transaction ends.
     *
     * @param places those within his reach
     */
    record AsSeen(PersonFile.View before, List<Place> places) implements Found {
        AsSeen {
            places = List.copyOf(places);
        }
    }

    /** There is none, or it is out of his reach. */
    record Absent() implements Found {}

    /** Somebody changed it meanwhile. */
    record Changed() implements Found {}

    /** Everybody who lives with him too, in the order of ids: two of one household who are corrected at once wait in turn. */
    void holdHousehold(UUID person) {
        people.lockHousehold(person);
    }

    Found hold(UUID person, int version) {
        var found = people.lock(person).flatMap(file::find);
        if (found.isEmpty()) {
            return new Absent();
        }
        return found.get().version() == version ? new AsSeen(found.get(), file.places(person)) : new Changed();
    }
}
