package org.rongyi.platform.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("表单里填的日期：1900 年到 2199 年的才算日期")
class TypedTest {

    @ParameterizedTest
    @ValueSource(strings = {"1900-01-01", "2026-11-03", "2199-12-31", " 2026-11-03 "})
    @DisplayName("写得对的，就是这一天")
    void aDay(String typed) {
        assertThat(Typed.empty().with("on", typed).day("on"))
                .hasValueSatisfying(day -> assertThat(day).hasToString(typed.strip()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0026-11-03", "1899-12-31", "2200-01-01", "+999999999-12-31", "2026-02-30", "昨天"})
    @DisplayName("年份写漏、写错的，不当日期收，请他再填")
    void noDay(String typed) {
        assertThat(Typed.empty().with("on", typed).day("on")).isEmpty();
        var errors = FieldErrors.none();
        assertThat(Typed.day(typed, "on", "请填写日期", errors)).isEmpty();
        assertThat(errors.isEmpty()).isFalse();
    }
}
