package org.rongyi.people.person.web;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rongyi.people.person.Category;
import org.rongyi.people.person.CorrectionRequest;
import org.rongyi.people.person.PersonFile;
import org.rongyi.people.person.Place;
import org.rongyi.platform.kernel.CitizenId;
import org.rongyi.platform.ui.FieldErrors;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** 更正申请表, as it was typed: what is left as the file has it is not asked for. */
public record CorrectionForm(MultiValueMap<String, String> fields) {

    private static final int LONGEST_NAME = 50;
    private static final int LONGEST_ADDRESS = 100;
    private static final int LONGEST_GROUP = 30;
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
        errors.require(value("group").length() <= LONGEST_GROUP, "group", "村民小组或街路请在 " + LONGEST_GROUP + " 字以内写明");
        errors.require(value("address").length() <= LONGEST_ADDRESS, "address", "门牌请在 " + LONGEST_ADDRESS + " 字以内写明");
        errors.require(
                !value("ground").isEmpty() && value("ground").length() <= LONGEST_GROUND,
                "ground",
                "请写明哪里不对、有什么证明，不超过 300 字");
        if (!errors.isEmpty()) {
            return Optional.empty();
        }
        boolean moves = place != null
                && fields.containsKey("address")
                && (!value("group").equals(place.groupName())
                        || !value("address").equals(place.address()));
        return Optional.of(new CorrectionRequest(
                name.equals(person.name()) ? null : name,
                !number.isEmpty() ? number : asked == null ? null : asked.citizenId(),
                hasNoPhone()
                        ? ""
                        : !phone.isEmpty() ? phone : asked == null || "".equals(asked.phone()) ? null : asked.phone(),
                categories.equals(person.categories()) ? null : categories,
                moves ? value("group") : null,
                moves ? value("address") : null,
                value("ground")));
    }

    /** Why a post files it; checked only where one does. */
    String agentGround(FieldErrors errors) {
        var ground = value("agentGround");
        errors.require(!ground.isEmpty() && ground.length() <= LONGEST_AGENT, "agentGround", "请写明为什么代办，不超过 100 字");
        return ground;
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
}
