package org.rongyi.people.kin.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.people.kin.GiveMandate;
import org.rongyi.people.kin.MandateBasis;
import org.rongyi.people.kin.Relation;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.kernel.CitizenId;
import org.rongyi.platform.ui.FieldErrors;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** 委托亲属代办, as it was typed. */
public record MandateForm(MultiValueMap<String, String> fields) {

    static MandateForm empty() {
        return new MandateForm(new LinkedMultiValueMap<>());
    }

    public String value(String field) {
        var typed = fields.getFirst(field);
        return typed == null ? "" : typed.strip();
    }

    public List<String> values(String field) {
        return fields.getOrDefault(field, List.of());
    }

    /** @param atCounter a post writes it down, and says on what ground */
    Optional<GiveMandate.Command> command(CommandId id, UUID person, boolean atCounter, FieldErrors errors) {
        var number = number(value("citizenId"), "citizenId", errors);
        var relation = relation();
        var until = day(value("until"));
        var basis = value("basis");
        errors.requireText(value("kinName"), "kinName", "请填写代办人的姓名");
        errors.require(relation != null, "relation", "请选择他是您的什么人");
        errors.require(!values("service").isEmpty(), "service", "请至少选一项");
        errors.require(until != null, "until", "请填写办到哪一天");
        errors.require(
                !atCounter || basis.equals(MandateBasis.SIGNED.name()) || basis.equals(MandateBasis.GUARDIAN.name()),
                "basis",
                "请选择凭什么登记");
        if (!errors.isEmpty() || number.isEmpty() || relation == null || until == null) {
            return Optional.empty();
        }
        return Optional.of(new GiveMandate.Command(
                id,
                person,
                value("kinName"),
                number.get(),
                relation,
                values("service").stream().distinct().sorted().toList(),
                until,
                atCounter && basis.equals(MandateBasis.GUARDIAN.name())));
    }

    /** Canonical; none when it is none, which is said. */
    static Optional<String> number(String typed, String field, FieldErrors errors) {
        var number = CitizenId.canonical(typed);
        return switch (CitizenId.check(number)) {
            case CitizenId.Valid(var valid) -> Optional.of(valid);
            case CitizenId.Invalid(var reason) -> {
                errors.add(field, number.isEmpty() ? "请填写代办人的身份证号" : reason);
                yield Optional.empty();
            }
        };
    }

    private @Nullable Relation relation() {
        return Arrays.stream(Relation.values())
                .filter(one -> one.name().equals(value("relation")))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable LocalDate day(String typed) {
        try {
            return typed.isEmpty() ? null : LocalDate.parse(typed);
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
