package org.rongyi.people.person.web;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rongyi.people.person.CorrectionRequest;
import org.rongyi.people.person.PersonFile;
import org.rongyi.people.person.Place;
import org.rongyi.platform.kernel.CitizenId;
import org.rongyi.platform.ui.FieldErrors;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** 更正申请表, as it was typed: what is left as the file has it is not asked for. */
public record CorrectionForm(MultiValueMap<String, String> fields) {

    private static final int LONGEST_GROUND = 300;
    private static final int LONGEST_AGENT = 100;

    /** The file as it is, and over it what has been asked for already. */
    static CorrectionForm of(PersonFile.View person, @Nullable Place place, @Nullable CorrectionRequest asked) {
        var fields = new LinkedMultiValueMap<String, String>();
        fields.add("name", asked != null && asked.name() != null ? asked.name() : person.name());
        var categories = asked != null && asked.categories() != null ? asked.categories() : person.categories();
        categories.forEach(category -> fields.add("category", category.name()));
        if (place != null) {
            var address = asked == null ? null : asked.address();
            var group = asked == null ? null : asked.groupName();
            fields.add("group", group == null ? place.groupName() : group);
            fields.add("address", address == null ? place.address() : address);
        }
        if (asked != null) {
            fields.add("ground", asked.ground());
            if ("".equals(asked.phone())) {
                fields.add("noPhone", "yes");
            }
        }
        return new CorrectionForm(fields);
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

    /** @param asked what was asked for before: a number left empty stays asked for */
    Optional<CorrectionRequest> request(
            PersonFile.View person, @Nullable Place place, @Nullable CorrectionRequest asked, FieldErrors errors) {
        var typed = new PersonFields(errors);
        var name = typed.name(value("name"));
        var number = typed.number(value("citizenId")).map(CitizenId::value);
        var phone = typed.phone(value("phone"), hasNoPhone());
        var categories = typed.categories(values("category"));
        var group = typed.group("group", value("group"));
        var address = typed.address("address", value("address"));
        errors.require(
                !value("ground").isEmpty() && value("ground").length() <= LONGEST_GROUND,
                "ground",
                "请写明哪里不对、有什么证明，不超过 300 字");
        if (!errors.isEmpty()) {
            return Optional.empty();
        }
        boolean moves = place != null
                && fields.containsKey("address")
                && (!group.equals(place.groupName()) || !address.equals(place.address()));
        return Optional.of(new CorrectionRequest(
                name.equals(person.name()) ? null : name,
                number.orElse(asked == null ? null : asked.citizenId()),
                phone.orElse(asked == null || "".equals(asked.phone()) ? null : asked.phone()),
                categories.equals(person.categories()) ? null : categories,
                moves ? group : null,
                moves ? address : null,
                value("ground")));
    }

    /** Why a post files it; checked only where one does. */
    String agentGround(FieldErrors errors) {
        var ground = value("agentGround");
        errors.require(!ground.isEmpty() && ground.length() <= LONGEST_AGENT, "agentGround", "请写明为什么代办，不超过 100 字");
        return ground;
    }
}
