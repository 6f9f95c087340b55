package org.rongyi.people.person;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.rongyi.platform.database.CopyStream;
import org.rongyi.platform.division.Pinyin;
import org.rongyi.platform.kernel.CitizenId;
import org.rongyi.platform.vault.BlindIndexes;
import org.rongyi.platform.vault.SealedField;
import org.rongyi.platform.vault.Vault;

/** Persons, households and places in bulk, sealed and searchable as 建档 leaves them; for a demo. */
public final class PersonLoad {

    public static final List<String> TABLES =
            List.of("person.household", "person.person", "person.place", "person.name_gram");

    /** What is sealed in a person's row, for whoever must read all of it again. */
    public static final List<SealedField> SEALED = List.of(People.CITIZEN, People.PHONE);

    private final Vault vault;
    private final BlindIndexes.Hand index;
    private final CopyStream.Target households;
    private final CopyStream.Target persons;
    private final CopyStream.Target places;
    private final CopyStream.Target grams;
    private final Map<String, Found> found = new HashMap<>();

    /** How a name is found: many people share one. */
    private record Found(String initials, List<String> grams) {}

    public PersonLoad(CopyStream stream, Vault vault, BlindIndexes blind) {
        this.vault = vault;
        this.index = blind.loading();
        this.households = stream.into("person.household", "id, code_then, code_now, address, group_name");
        this.persons = stream.into(
                "person.person",
                "id, name, initials, male, born_year, citizen_sealed, citizen_index, phone_sealed, categories,"
                        + " household_id, registered_on");
        this.places = stream.into(
                "person.place", "person_id, kind, code_then, code_now, address, group_name, responsible, valid_from");
        this.grams = stream.into("person.name_gram", "gram, code_now, person_id");
    }

    public void household(UUID id, Place place) {
        households.row(id, place.code(), place.code(), place.address(), place.groupName());
    }

    /** Somebody's file. */
    public record File(
            UUID id,
            String name,
            CitizenId citizenId,
            String phone,
            Set<Category> categories,
            UUID household,
            LocalDate on) {}

    public void person(File file, List<Place> at) {
        var name = found.computeIfAbsent(
                file.name(), text -> new Found(Pinyin.ofPerson(text), List.copyOf(People.NameGrams.of(text))));
        var number = file.citizenId();
        persons.row(
                file.id(),
                file.name(),
                name.initials(),
                number.isMale(),
                number.bornOn().getYear(),
                vault.seal(People.CITIZEN, file.id(), number.value()),
                index.of(People.CITIZEN_INDEX, number.value()).index(),
                vault.seal(People.PHONE, file.id(), file.phone()),
                file.categories().stream().sorted().map(Enum::name).collect(Collectors.joining(",", "{", "}")),
                file.household(),
                file.on());
        for (var place : at) {
            places.row(
                    file.id(),
                    place.kind(),
                    place.code(),
                    place.code(),
                    place.address(),
                    place.groupName(),
                    place.responsible(),
                    file.on());
            name.grams().forEach(gram -> grams.row(gram, place.code(), file.id()));
        }
    }
}
