package org.rongyi.platform.division;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Level;

/**
 * 区划单位: a unit under one name, from a day on until another day.
 *
 * @param parent none for the province
 * @param validFrom {@link #KNOWN_SINCE} means that day or earlier
 * @param validTo the first day it no longer holds; null while it does
 */
public record Division(
        DivisionCode code,
        String name,
        Level level,
        UnitKind kind,
        @Nullable DivisionCode parent,
        LocalDate validFrom,
        @Nullable LocalDate validTo) {

    /** 此前未知: the statistical codes begin in 2009; what held in the oldest edition known is taken to hold since. */
    public static final LocalDate KNOWN_SINCE = LocalDate.of(2009, 1, 1);

    public boolean isInForce(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || day.isBefore(validTo));
    }
}
