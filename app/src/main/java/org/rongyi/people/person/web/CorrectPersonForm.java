package org.rongyi.people.person.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.people.person.Category;
import org.rongyi.people.person.CorrectPerson;
import org.rongyi.people.person.PersonFile;
import org.rongyi.people.person.Place;
import org.rongyi.platform.kernel.CitizenId;
import org.rongyi.platform.ui.FieldErrors;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** 更正表, as it was typed: an empty number or phone means 不改. */
public record CorrectPersonForm(MultiValueMap<String, String> fields) {

    private static final int LONGEST_NAME = 50;
    private static final int LONGEST_ADDRESS = 100;
    private static final int LONGEST_GROUP = 30;
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

    /** @param with the housemate, when one is to be joined and was found */
    Optional<CorrectPerson.Content> content(List<Place> places, @Nullable UUID with, FieldErrors errors) {
        var name = value("name");
        errors.require(!name.isEmpty() && name.length() <= LONGEST_NAME, "name", "请填写姓名，不超过 50 个字");
        var number = CitizenId.canonical(value("citizenId"));
        if (!number.isEmpty() && CitizenId.check(number) instanceof CitizenId.Invalid(var reason)) {
            errors.add("citizenId", reason);
        }
        var phone = value("phone").replaceAll("[\\s-]", "");
        errors.require(phone.isEmpty() || phone.matches("1\\d{10}|0\\d{9,11}"), "phone", "电话应为 11 位手机号，或带区号的座机号");
        errors.require(phone.isEmpty() || !hasNoPhone(), "phone", "填了新号码，就不要再勾“没有电话”");
        var categories = categories(errors);
        var spots = spots(places, errors);
        errors.require(!value("reason").isEmpty(), "reason", "请写明为什么更正");
        errors.require(value("reason").length() <= LONGEST_REASON, "reason", "理由请在 " + LONGEST_REASON + " 字以内写明");
        if (!errors.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new CorrectPerson.Content(
                name,
                number.isEmpty() ? null : new CitizenId(number),
                hasNoPhone() ? "" : phone.isEmpty() ? null : phone,
                categories,
                spots,
                home(),
                with));
    }

    private Set<Category> categories(FieldErrors errors) {
        var chosen = EnumSet.noneOf(Category.class);
        for (var text : values("category")) {
            try {
                chosen.add(Category.valueOf(text));
            } catch (IllegalArgumentException e) {
                errors.add("category", "没有这种人员类别，请重新选择");
            }
        }
        errors.require(!chosen.isEmpty(), "category", "请至少选一种人员类别");
        return chosen;
    }

    /** What was typed for the places the form showed. */
    private List<CorrectPerson.Spot> spots(List<Place> places, FieldErrors errors) {
        var spots = new ArrayList<CorrectPerson.Spot>();
        for (var place : places) {
            var group = "group." + place.kind();
            var address = "address." + place.kind();
            errors.require(value(group).length() <= LONGEST_GROUP, group, "村民小组或街路请在 " + LONGEST_GROUP + " 字以内写明");
            errors.require(value(address).length() <= LONGEST_ADDRESS, address, "门牌请在 " + LONGEST_ADDRESS + " 字以内写明");
            if (fields.containsKey(group) && fields.containsKey(address)) {
                spots.add(new CorrectPerson.Spot(place.kind(), value(address), value(group)));
            }
        }
        return spots;
    }
}
