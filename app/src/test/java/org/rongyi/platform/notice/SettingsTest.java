package org.rongyi.platform.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rongyi.platform.database.WrongInput;
import org.springframework.mock.env.MockEnvironment;

@DisplayName("渠道设置：启动时就说清楚")
class SettingsTest {

    private static final String KEY = "00112233445566778899aabbccddeeff";

    @Test
    @DisplayName("什么都没设：只有站内消息")
    void nothingSet() {
        var settings = new Settings(new MockEnvironment());
        assertThat(settings.isOn(Channel.IN_APP)).isTrue();
        assertThat(settings.isOn(Channel.EMAIL)).isFalse();
        assertThat(settings.isOn(Channel.SMS)).isFalse();
        assertThat(settings.headsTo()).isEmpty();
    }

    @Test
    @DisplayName("设全了：邮件默认加密，短信要 https")
    void allSet() {
        var settings = new Settings(good());
        assertThat(settings.mail()).isNotNull();
        assertThat(settings.mail().security()).isEqualTo(Settings.Security.STARTTLS);
        assertThat(settings.sms()).isNotNull();
        assertThat(settings.sms().timeout()).hasSeconds(10);
        assertThat(settings.headsTo()).containsExactly("jijian@example.cn", "b@example.cn");
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(
            nullValues = "-",
            value = {
                "mail.from,nobody,mail.from",
                "mail.from,-,mail.from",
                "mail.port,0,mail.port",
                "mail.port,abc,mail.port",
                "mail.security,ssl,mail.security",
                "mail.user,somebody,mail.user",
                "mail.host,-,mail.host",
                "sms.url,http://sms.example.cn/send,sms.url",
                "sms.url,nonsense,sms.url",
                "sms.url,-,sms.url",
                "sms.key,short,sms.key",
                "sms.client,-,sms.client",
                "sms.timeout,600,sms.timeout",
                "heads.to,'a@example.cn; b',heads.to",
            })
    void whatIsWrongIsNamed(String name, String value, String place) {
        var environment = good();
        environment.setProperty("rongyi.notice." + name, value == null ? "" : value);
        assertThatThrownBy(() -> new Settings(environment))
                .isInstanceOf(WrongInput.class)
                .hasMessageStartingWith("rongyi.notice." + place + ": ")
                .hasMessageNotContaining(KEY);
    }

    private static MockEnvironment good() {
        return new MockEnvironment()
                .withProperty("rongyi.notice.mail.host", "mail.example.cn")
                .withProperty("rongyi.notice.mail.from", "notice@example.cn")
                .withProperty("rongyi.notice.sms.url", "https://sms.example.cn/send")
                .withProperty("rongyi.notice.sms.client", "rongyi")
                .withProperty("rongyi.notice.sms.key", KEY)
                .withProperty("rongyi.notice.heads.to", "jijian@example.cn, b@example.cn");
    }
}
