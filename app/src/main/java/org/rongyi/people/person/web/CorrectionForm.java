package org.rongyi.people.person.web;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rongyi.people.person.CorrectionRequest;
import org.rongyi.people.person.PersonFile;
import org.rongyi.people.person.Place;
import org.rongyi.platform.kernel.CitizenId;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Typed;
import org.springframework.util.LinkedMultiValueMap;

/** 更正申请表, read: what is left as the file has it is not asked for. */
final class CorrectionForm {

    private static final int LONGEST_GROUND = 300;

    private CorrectionForm() {}

    /** The file as it is, and over it what has been asked for already. */
    static Typed of(PersonFile.View person, @Nullable Place place, @Nullable CorrectionRequest asked) {
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
        return new Typed(fields);
    }

    /** @param asked what was asked for before: a number left empty stays asked for */
    static Optional<CorrectionRequest> request(
            Typed form,
            PersonFile.View person,
            @Nullable Place place,
            @Nullable CorrectionRequest asked,
            FieldErrors errors) {
        var typed = new PersonFields(errors);
        var name = typed.name(form.value("name"));
        var number = typed.number(form.value("citizenId")).map(CitizenId::value);
        var phone = typed.phone(form.value("phone"), !form.value("noPhone").isEmpty());
        var categories = typed.categories(form.values("category"));
        var group = typed.group("group", form.value("group"));
        var address = typed.address("address", form.value("address"));
        errors.require(
                !form.value("ground").isEmpty() && form.value("ground").length() <= LONGEST_GROUND,
                "ground",
                "请写明哪里不对、有什么证明，不超过 300 字");
        if (!errors.isEmpty()) {
            return Optional.empty();
        }
        boolean moves = place != null
                && form.fields().containsKey("address")
                && (!group.equals(place.groupName()) || !address.equals(place.address()));
        return Optional.of(new CorrectionRequest(
                name.equals(person.name()) ? null : name,
                number.orElse(asked == null ? null : asked.citizenId()),
                phone.orElse(asked == null || "".equals(asked.phone()) ? null : asked.phone()),
                categories.equals(person.categories()) ? null : categories,
                moves ? group : null,
                moves ? address : null,
                form.value("ground")));
    }
}
