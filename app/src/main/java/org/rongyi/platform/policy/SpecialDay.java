package org.rongyi.platform.policy;

import java.time.LocalDate;

/**
 * A day that a notice of the State Council singles out.
 *
 * @param working 调休上班; otherwise 放假
 * @param name of the holiday it belongs to
 */
public record SpecialDay(LocalDate day, String name, boolean working) {}
