package org.rongyi.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("常用口令：泄露过的、前后加几个数字和符号的、用符号代替字母的，一律不收")
class CommonPasswordsTest {

    private final CommonPasswords common = CommonPasswords.shipped();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Dragon2026!!",
                "1qaz2wsx",
                "Baseball-1234",
                "2026-Monkey-2026",
                "$uperm@n2026#",
                "Rongyi-2026-ab",
                "Football!!11"
            })
    void whatIsGuessedFirstIsRefused(String password) {
        assertThat(common.isGuessed(password.toLowerCase(Locale.ROOT))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Tian-Qing-2026", "海棠 2026 春天 开花", "Lao-Ban-2026", "Yi-qwjzkxvb-plmk"})
    void othersAreTaken(String password) {
        assertThat(common.isGuessed(password.toLowerCase(Locale.ROOT))).isFalse();
    }
}
