package org.rongyi.platform.approval;

import java.time.LocalDate;

/** 送达: which way, on which day, and what proves it. */
public record Delivery(String way, LocalDate on, String proof) {}
