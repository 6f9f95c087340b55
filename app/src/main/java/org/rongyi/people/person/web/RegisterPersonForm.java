package org.rongyi.people.person.web;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.people.person.Category;
import org.rongyi.people.person.RegisterPerson;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.kernel.CitizenId;
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

    private static final int LONGEST_NAME = 50;
    private static final int LONGEST_ADDRESS = 100;
    private static final int LONGEST_GROUP = 30;

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
        var wantedName = value(name).strip();
        errors.require(!wantedName.isEmpty() && wantedName.length() <= LONGEST_NAME, "name", "请填写姓名，不超过 50 个字");
        var number = CitizenId.canonical(value(citizenId));
        if (number.isEmpty()) {
            errors.add("citizenId", "请填写身份证号");
        } else if (CitizenId.check(number) instanceof CitizenId.Invalid(var reason)) {
            errors.add("citizenId", reason);
        }
        var wantedPhone = value(phone).strip().replaceAll("[\\s-]", "");
        errors.require(
                wantedPhone.isEmpty() || wantedPhone.matches("1\\d{10}|0\\d{9,11}"), "phone", "电话应为 11 位手机号，或带区号的座机号");
        var chosen = chosen(errors);
        var first = spot("hukou", value(hukou), value(hukouAddress), value(hukouGroup), errors);
        var second = value(residence).isBlank()
                ? Optional.<RegisterPerson.Spot>empty()
                : spot("residence", value(residence), value(residenceAddress), value(residenceGroup), errors);
        var housemates = joined(errors);
        if (!errors.isEmpty() || first.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new RegisterPerson.Command(
                id,
                wantedName,
                new CitizenId(number),
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

    private Set<Category> chosen(FieldErrors errors) {
        var chosen = EnumSet.noneOf(Category.class);
        for (var text : categories()) {
            try {
                chosen.add(Category.valueOf(text));
            } catch (IllegalArgumentException e) {
                errors.add("category", "没有这种人员类别，请重新选择");
            }
        }
        errors.require(!chosen.isEmpty(), "category", "请至少选一种人员类别");
        return chosen;
    }

    private static Optional<RegisterPerson.Spot> spot(
            String field, String code, String address, String group, FieldErrors errors) {
        var parsed = DivisionCode.parse(code);
        if (parsed.isEmpty()) {
            errors.add(field, "请选择村（社区）");
            return Optional.empty();
        }
        errors.require(address.length() <= LONGEST_ADDRESS, field + "Address", "地址请在 100 字以内写明");
        errors.require(group.length() <= LONGEST_GROUP, field + "Group", "村民小组或街路请在 " + LONGEST_GROUP + " 字以内写明");
        return Optional.of(new RegisterPerson.Spot(parsed.get(), address.strip(), group.strip()));
    }
}
