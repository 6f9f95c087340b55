package org.rongyi.platform.division.web;

import org.jspecify.annotations.Nullable;

/** 认定承接单位 as typed; the answer is {@code successor} or {@code none}. */
public record AnswerForm(
        @Nullable String answer,
        @Nullable String successor,
        @Nullable String reason) {}
