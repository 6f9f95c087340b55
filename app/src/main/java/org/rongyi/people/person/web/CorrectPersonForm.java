package org.rongyi.people.person.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.people.person.CorrectPerson;
import org.rongyi.people.person.PersonFile;
import org.rongyi.people.person.Place;
import org.rongyi.platform.ui.FieldErrors;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** 更正表, as it was typed: an empty number or phone means 不改. */
public record CorrectPersonForm(MultiValueMap<String, String> fields) {

    static final String TOGETHER = "TOGETHER";

    private static final int LONGEST_REASON = 200;

    /** The file as it is. */
    static CorrectPersonForm of(PersonFile.View person, List<Place> places) {
        var fields = new LinkedMultiValueMap<String, String>();
        fields.add("name", person.name());
        fields.add("version", Integer.toString(person.version()));
        fields.add("home", CorrectPerson.Home.SAME.name());
        person.categories().forEach(category -> fields.add("category", category.name()));
        for (var place : places) {
            fields.add("group." + place.kind(), place.groupName());
            fields.add("address." + place.kind(), place.address());
        }
        return new CorrectPersonForm(fields);
    }

    public String value(String field) {
        var typed = fields.getFirst(field);
        return typed == null ? "" : typed.strip();
    }

    public List<String> values(String field) {
        return fields.getOrDefault(field, List.of());
    }

    public boolean hasNoPhone() {
        return !value("noPhone").isEmpty();
    }

    /** The version the writer saw; −1, which no file has, when the form was tampered with. */
    public int version() {
        var typed = value("version");
        return typed.matches("\\d{1,9}") ? Integer.parseInt(typed) : -1;
    }

    CorrectPerson.Home home() {
        return Arrays.stream(CorrectPerson.Home.values())
                .filter(home -> home.name().equals(value("home")))
                .findFirst()
                .orElse(CorrectPerson.Home.SAME);
    }

    /**
     * @param with the housemate, when one is to be joined and was found
     * @param shared others of his household live where he does: whether they move along has to be said
     */
    Optional<CorrectPerson.Content> content(
            List<Place> places, @Nullable UUID with, boolean shared, FieldErrors errors) {
        var typed = new PersonFields(errors);
        var name = typed.name(value("name"));
        var number = typed.number(value("citizenId"));
        var phone = typed.phone(value("phone"), hasNoPhone());
        var categories = typed.categories(values("category"));
        var spots = spots(places, typed);
        boolean asked = shared && home() == CorrectPerson.Home.SAME && moves(places, spots);
        errors.require(!asked || !value("mates").isEmpty(), "mates", "住处改了，请选择同住的人是不是一起改");
        errors.require(!value("reason").isEmpty(), "reason", "请写明为什么更正");
        errors.require(value("reason").length() <= LONGEST_REASON, "reason", "理由请在 " + LONGEST_REASON + " 字以内写明");
        if (!errors.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new CorrectPerson.Content(
                name,
                number.orElse(null),
                phone.orElse(null),
                categories,
                spots,
                home(),
                with,
                asked && value("mates").equals(TOGETHER)));
    }

    private static boolean moves(List<Place> places, List<CorrectPerson.Spot> spots) {
        return spots.stream().anyMatch(spot -> places.stream().anyMatch(spot::leaves));
    }

    /** What was typed for the places the form showed. */
    private List<CorrectPerson.Spot> spots(List<Place> places, PersonFields typed) {
        var spots = new ArrayList<CorrectPerson.Spot>();
        for (var place : places) {
            var group = "group." + place.kind();
            var address = "address." + place.kind();
            var spot = new CorrectPerson.Spot(
                    place.kind(), typed.address(address, value(address)), typed.group(group, value(group)));
            if (fields.containsKey(group) && fields.containsKey(address)) {
                spots.add(spot);
            }
        }
        return spots;
    }
}
