package org.rongyi.care.visit;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where somebody stands on the contact list, read; and when he would be due under the other attention. */
@Component
public class ContactFile {

    private final Contacts contacts;

    ContactFile(Contacts contacts) {
        this.contacts = contacts;
    }

    /**
     * His line.
     *
     * @param held what a visit heard and nobody has checked yet
     * @param active he is on the list
     * @param dueIfKey when he is due as 重点联系, with what is known of his contacts
     */
    public record View(
            Attention attention,
            @Nullable String ground,
            @Nullable LocalDate lastContactOn,
            @Nullable LocalDate lastVisitOn,
            LocalDate dueOn,
            @Nullable Result held,
            boolean active,
            LocalDate dueIfKey,
            LocalDate dueIfGeneral) {}

    /** None when another place answers for him, or there is no such person. */
    public Optional<View> find(UUID person) {
        return contacts.find(person)
                .map(line -> new View(
                        line.attention(),
                        line.ground(),
                        line.lastContactOn(),
                        line.lastVisitOn(),
                        line.dueOn(),
                        line.held(),
                        line.active(),
                        contacts.dueUnder(Attention.KEY, line),
                        contacts.dueUnder(Attention.GENERAL, line)));
    }
}
