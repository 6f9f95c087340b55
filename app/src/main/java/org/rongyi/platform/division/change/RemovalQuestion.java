package org.rongyi.platform.division.change;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.kernel.DivisionCode;

/**
 * 待认定: a unit was removed and nobody has said who took over. A person answers; the program never does.
 *
 * @param suggestion the one unit of that name added in the county that day; only shown
 */
public record RemovalQuestion(
        DivisionCode code,
        String name,
        LocalDate removedOn,
        @Nullable DivisionCode suggestion) {}
