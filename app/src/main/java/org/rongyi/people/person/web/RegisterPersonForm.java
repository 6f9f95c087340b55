package org.rongyi.people.person.web;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.people.person.RegisterPerson;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.ui.FieldErrors;

/** 建档表, as it was typed. */
public record RegisterPersonForm(
        @Nullable String name,
        @Nullable String citizenId,
        @Nullable String phone,
        @Nullable List<String> category,
        @Nullable String hukou,
        @Nullable String hukouAddress,
        @Nullable String hukouGroup,
        @Nullable String residence,
        @Nullable String residenceAddress,
        @Nullable String residenceGroup,
        @Nullable String household,
        @Nullable String told) {

    static RegisterPersonForm blank(String village, @Nullable String household) {
        return new RegisterPersonForm("", "", "", List.of(), village, "", "", "", "", "", household, null);
    }

    public String value(@Nullable String typed) {
        return typed == null ? "" : typed;
    }

    /** Ticked: he stood before the clerk, saw the notice and had it explained. */
    public boolean isTold() {
        return "yes".equals(told);
    }

    public List<String> categories() {
        return category == null ? List.of() : category;
    }

    Optional<RegisterPerson.Command> command(CommandId id, FieldErrors errors) {
        var typed = new PersonFields(errors);
        var wantedName = typed.name(value(name));
        var number = typed.number(value(citizenId));
        errors.require(!value(citizenId).isBlank(), "citizenId", "请填写身份证号");
        var wantedPhone = typed.phone(value(phone));
        var chosen = typed.categories(categories());
        var first = spot("hukou", value(hukou), value(hukouAddress), value(hukouGroup), typed, errors);
        var second = value(residence).isBlank()
                ? Optional.<RegisterPerson.Spot>empty()
                : spot("residence", value(residence), value(residenceAddress), value(residenceGroup), typed, errors);
        var housemates = joined(errors);
        if (!errors.isEmpty() || first.isEmpty() || number.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new RegisterPerson.Command(
                id,
                wantedName,
                number.get(),
                wantedPhone,
                chosen,
                first.get(),
                second.orElse(null),
                housemates,
                isTold()));
    }

    /** The household he joins; null: one of his own. */
    private @Nullable UUID joined(FieldErrors errors) {
        try {
            return value(household).isBlank() ? null : UUID.fromString(value(household));
        } catch (IllegalArgumentException e) {
            errors.add("name", "所选的户不存在，请从同户的人那里重新进入");
            return null;
        }
    }

    private static Optional<RegisterPerson.Spot> spot(
            String field, String code, String address, String group, PersonFields typed, FieldErrors errors) {
        var parsed = DivisionCode.parse(code);
        if (parsed.isEmpty()) {
            errors.add(field, "请选择村（社区）");
            return Optional.empty();
        }
        return Optional.of(new RegisterPerson.Spot(
                parsed.get(), typed.address(field + "Address", address), typed.group(field + "Group", group)));
    }
}
