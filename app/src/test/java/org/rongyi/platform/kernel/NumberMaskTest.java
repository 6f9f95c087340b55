package org.rongyi.platform.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("号码脱敏：一条规则")
class NumberMaskTest {

    @ParameterizedTest
    @CsvSource({"13800005678,138****5678", "0758-2234567,075****4567", "2234567,****", "'',****"})
    void phones(String phone, String masked) {
        assertThat(NumberMask.phone(phone)).isEqualTo(masked);
    }

    @ParameterizedTest
    @DisplayName("话里写的身份证号、手机号、银行账号隐去；区划代码、日期、金额照旧")
    @CsvSource({
        "本人来电 13800005678 更正,本人来电 138****5678 更正",
        "原记44010219900101123X有误,原记440***********123X有误",
        "账号6222021234567890123不对,账号****0123不对",
        "（unit=441284001000）,（unit=441284001000）",
        "2026-11-20 慰问金 300 元,2026-11-20 慰问金 300 元"
    })
    void inText(String text, String masked) {
        assertThat(NumberMask.inText(text)).isEqualTo(masked);
    }
}
