package org.rongyi.people.person.web;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rongyi.people.person.Category;
import org.rongyi.platform.kernel.CitizenId;
import org.rongyi.platform.ui.FieldErrors;

/** What every form about a person asks for, checked alike: name, number, phone, categories, and where he lives. */
final class PersonFields {

    private static final int LONGEST_NAME = 50;
    private static final int LONGEST_ADDRESS = 100;
    private static final int LONGEST_GROUP = 30;

    private final FieldErrors errors;

    PersonFields(FieldErrors errors) {
        this.errors = errors;
    }

    String name(String typed) {
        var name = typed.strip();
        errors.require(!name.isEmpty() && name.length() <= LONGEST_NAME, "name", "请填写姓名，不超过 50 个字");
        return name;
    }

    /** None when nothing was typed, or nothing valid. */
    Optional<CitizenId> number(String typed) {
        var number = CitizenId.canonical(typed);
        if (number.isEmpty()) {
            return Optional.empty();
        }
        if (CitizenId.check(number) instanceof CitizenId.Invalid(var reason)) {
            errors.add("citizenId", reason);
            return Optional.empty();
        }
        return Optional.of(new CitizenId(number));
    }

    /** Empty when nothing was typed. */
    String phone(String typed) {
        var phone = typed.replaceAll("[\\s-]", "");
        errors.require(phone.isEmpty() || phone.matches("1\\d{10}|0\\d{9,11}"), "phone", "电话应为 11 位手机号，或带区号的座机号");
        return phone;
    }

    /** The same where 没有电话 may be ticked instead: empty then, and none when neither was said. */
    Optional<String> phone(String typed, boolean hasNone) {
        var phone = phone(typed);
        errors.require(phone.isEmpty() || !hasNone, "phone", "填了新号码，就不要再勾“没有电话”");
        return hasNone || !phone.isEmpty() ? Optional.of(phone) : Optional.empty();
    }

    Set<Category> categories(List<String> ticked) {
        var chosen = EnumSet.noneOf(Category.class);
        for (var text : ticked) {
            try {
                chosen.add(Category.valueOf(text));
            } catch (IllegalArgumentException e) {
                errors.add("category", "没有这种人员类别，请重新选择");
            }
        }
        errors.require(!chosen.isEmpty(), "category", "请至少选一种人员类别");
        return chosen;
    }

    String group(String field, String typed) {
        var group = typed.strip();
        errors.require(group.length() <= LONGEST_GROUP, field, "村民小组或街路请在 " + LONGEST_GROUP + " 字以内写明");
        return group;
    }

    String address(String field, String typed) {
        var address = typed.strip();
        errors.require(address.length() <= LONGEST_ADDRESS, field, "门牌请在 " + LONGEST_ADDRESS + " 字以内写明");
        return address;
    }
}
