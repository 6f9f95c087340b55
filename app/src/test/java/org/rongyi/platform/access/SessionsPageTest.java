package org.rongyi.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("登录设备用看得懂的名称")
class SessionsPageTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mozilla/5.0 (Linux; Android 13; V2238A) Chrome/116.0 Mobile Safari/537.36 MicroMessenger/8.0 | 安卓手机，微信",
                "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) Version/17.0 Safari/604.1 | 苹果手机，Safari 浏览器",
                "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/120.0 Safari/537.36 Edg/120.0 | Windows 电脑，Edge 浏览器",
                "curl/8.5.0 | curl/8.5.0",
                "'' | 不明设备"
            })
    void whatABrowserCallsItself(String agent, String words) {
        var day = OffsetDateTime.parse("2026-11-23T09:00:00+08:00");
        var session = new Sessions.Listed(new UUID(0, 1), day, day, "127.0.0.1", agent);
        assertThat(session.device()).isEqualTo(words);
    }
}
