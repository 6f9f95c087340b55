package org.rongyi.platform.approval.apply;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a service is applied for, and in which words: its routes follow from this.
 *
 * @param service as the file in {@code approval/} names it
 * @param zh as a sentence names it
 * @param own path of the veteran's own form
 * @param family of his family's form; none where they may not file it
 * @param ofPerson path of a post's form for {@code {person}}
 * @param ofCase path of the 补正; its variable is the record's own, so that who looked at it is found by it
 * @param carried what an address may carry into the form; nothing else is taken from there
 * @param lead what the form says to whom it is about
 * @param papers which papers, for the file field
 */
public record Doors(
        String service,
        String zh,
        String own,
        @Nullable Family family,
        String ofPerson,
        String ofCase,
        Carried carried,
        String lead,
        String papers) {

    private static final String VARIABLE = "\\{\\w+}";

    /**
     * 亲属代办.
     *
     * @param sees what they see of his file on the form: he reads it in 谁看过我的档案
     */
    public record Family(String path, String sees) {}

    /**
     * The fields an address may fill in, by whose form it leads to; family's carries nothing.
     *
     * @param own the veteran's own
     * @param ofPerson a post's
     */
    public record Carried(Set<String> own, Set<String> ofPerson) {

        public static final Carried NOTHING = new Carried(Set.of(), Set.of());
    }

    public String ofPerson(UUID person) {
        return ofPerson.replaceFirst(VARIABLE, person.toString());
    }

    public String ofCase(UUID file) {
        return ofCase.replaceFirst(VARIABLE, file.toString());
    }

    Optional<String> familyPath() {
        return Optional.ofNullable(family).map(Family::path);
    }
}
