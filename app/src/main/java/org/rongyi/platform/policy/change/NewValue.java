package org.rongyi.platform.policy.change;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.policy.Certainty;
import org.rongyi.platform.policy.Parameter;
import org.rongyi.platform.policy.Source;

/**
 * What somebody proposes.
 *
 * @param place null for the whole province
 * @param reason for whoever checks it
 */
public record NewValue(
        String parameter,
        BigDecimal number,
        LocalDate from,
        @Nullable DivisionCode place,
        String document,
        @Nullable String article,
        String reason) {

    /** As it will stand among the others. */
    public Parameter.Value value() {
        return new Parameter.Value(
                from,
                null,
                number,
                new Source(document, article, Certainty.DECIDED),
                place == null ? List.of() : List.of(place));
    }
}
