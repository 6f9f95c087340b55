package org.rongyi.platform.access;

import java.time.LocalDate;
import java.util.UUID;

/**
 * 岗位结束, told inside the transaction in which it is written down: what waited for its holder alone is given back.
 *
 * @param on the first day he no longer serves; it may lie ahead
 */
public record PostEnded(UUID account, UUID unit, LocalDate on) {}
