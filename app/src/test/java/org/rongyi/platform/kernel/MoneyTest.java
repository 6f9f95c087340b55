package org.rongyi.platform.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("金额、统一社会信用代码：写法认得出，写错了不猜")
class MoneyTest {

    @ParameterizedTest
    @CsvSource({"5000,500000", "'5,000.5',500050", "'5，000.50 元',500050", "¥0.01,1", "999999999999.99,99999999999999"})
    @DisplayName("按元写，两位小数以内，逗号、元、¥ 可有可无")
    void typedInYuan(String typed, long fen) {
        assertThat(Money.parse(typed)).contains(new Money(fen));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "五千", "-1", "1.234", "1e3", "1万", "10000000000000", "1.", ".5", "NaN"})
    @DisplayName("认不出的就是认不出")
    void notAnAmount(String typed) {
        assertThat(Money.parse(typed)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"91350100M000100Y43", "91310000775785552L"})
    @DisplayName("统一社会信用代码按 GB 32100 验校验位")
    void creditCodes(String code) {
        assertThat(CreditCode.isValid(code)).isTrue();
        assertThat(CreditCode.isValid(code.substring(0, 17) + "0")).isFalse();
        assertThat(CreditCode.isValid("I" + code.substring(1))).isFalse();
    }
}
