package org.rongyi.platform.policy.web;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.policy.change.NewValue;
import org.rongyi.platform.ui.FieldErrors;

/** 参数变更 as typed. */
public record ChangeForm(
        @Nullable String number,
        @Nullable String from,
        @Nullable String place,
        @Nullable String document,
        @Nullable String article,
        @Nullable String reason) {

    public String text(@Nullable String value) {
        return Objects.requireNonNullElse(value, "").strip();
    }

    Optional<NewValue> read(String parameter, FieldErrors errors) {
        var typed = text(number);
        boolean numeric = typed.matches("[0-9]{1,10}(\\.[0-9]{1,6})?");
        errors.require(numeric, "number", "请填写数字，如 15 或 0.5");
        var day = day();
        errors.require(day != null, "from", "请填写生效日期");
        var where = DivisionCode.parse(text(place));
        errors.require(text(place).isEmpty() || where.isPresent(), "place", "请填写 12 位区划代码，全省适用的不填");
        errors.requireText(document, "document", "请填写依据的文件名和文号");
        errors.requireText(reason, "reason", "请写明为什么变更");
        if (!errors.isEmpty() || day == null) {
            return Optional.empty();
        }
        return Optional.of(new NewValue(
                parameter,
                new BigDecimal(typed),
                day,
                where.orElse(null),
                text(document),
                text(article).isEmpty() ? null : text(article),
                text(reason)));
    }

    /** All that was typed, to be sent again. */
    Map<String, String> fields() {
        var fields = new LinkedHashMap<String, String>();
        fields.put("number", text(number));
        fields.put("from", text(from));
        fields.put("place", text(place));
        fields.put("document", text(document));
        fields.put("article", text(article));
        fields.put("reason", text(reason));
        return fields;
    }

    private @Nullable LocalDate day() {
        try {
            return LocalDate.parse(text(from));
        } catch (DateTimeException e) {
            return null;
        }
    }
}
