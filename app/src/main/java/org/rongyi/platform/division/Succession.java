package org.rongyi.platform.division;

import java.time.LocalDate;
import org.rongyi.platform.kernel.DivisionCode;

/**
 * 承接: from a day on, one code stands for another.
 *
 * @param main records of the old code continue under this one; a split names several successors and one main one
 */
public record Succession(DivisionCode from, DivisionCode to, LocalDate on, ChangeKind kind, boolean main) {}
