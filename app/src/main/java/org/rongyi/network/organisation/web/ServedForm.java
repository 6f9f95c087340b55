package org.rongyi.network.organisation.web;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.network.organisation.Territories;
import org.rongyi.platform.division.DivisionNames;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.ui.FieldErrors;

/**
 * 服务区域表, as it was ticked and typed.
 *
 * @param served codes that are ticked
 * @param more others, by code or full name
 * @param shared that another station serves some of it too is meant
 */
public record ServedForm(
        @Nullable List<String> served,
        @Nullable String more,
        @Nullable String on,
        @Nullable String reason,
        @Nullable String shared) {

    public ServedForm {
        served = served == null ? List.of() : List.copyOf(served);
    }

    static ServedForm of(List<Territories.Served> now, String today) {
        return new ServedForm(now.stream().map(one -> one.code().toString()).toList(), "", today, "", "");
    }

    public List<String> ticked() {
        return served == null ? List.of() : served;
    }

    public boolean isShared() {
        return "yes".equals(shared);
    }

    /** Everything that is to be served. */
    List<DivisionCode> codes(DivisionNames names, FieldErrors errors) {
        var codes = new LinkedHashSet<DivisionCode>();
        ticked().forEach(code -> DivisionCode.parse(code).ifPresent(codes::add));
        codes.addAll(UnitForm.codes(more, "more", names, errors));
        return new ArrayList<>(codes);
    }
}
