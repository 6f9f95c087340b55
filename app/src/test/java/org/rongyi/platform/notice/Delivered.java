package org.rongyi.platform.notice;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;

/** What tests send beside what the program itself does. */
final class Delivered {

    private static final String DECIDED = """
            templates:
              - id: test.decided
                title: 您的申请已办结
                text: 您于{day}提交的申请已办结，结果请到{station}领取，咨询电话{stationPhone}。
                fields: {day: 日期, station: 服务站, stationPhone: 电话}
                to: VETERAN
                kind: RESULT
                channels: [IN_APP, SMS]
                optional: true
              - id: code.sign-in
                title: 登录验证码
                text: '您的登录验证码是{code}，{minutes}分钟内有效，请勿告诉他人。咨询：{station}，{stationPhone}。'
                fields: {code: 验证码, minutes: 分钟, station: 服务站, stationPhone: 服务站电话}
                to: VETERAN
                kind: CODE
                channels: [SMS]
                optional: false
              - id: handover.asked
                title: 有一件移交等您这边答复
                text: '{unit}提出移交联系责任，请您这边同意或不同意。'
                fields: {unit: 提出单位}
                to: STAFF
                kind: TASK
                channels: [IN_APP, EMAIL]
                optional: false
              - id: trail.daily-head
                title: 留痕每日链头
                text: '{head}'
                fields: {head: 链头}
                to: MAILBOX
                kind: SAFETY
                channels: [EMAIL]
                optional: false
            """;

    private Delivered() {}

    static Templates templates() {
        return new Templates("test.yaml", new ByteArrayInputStream(DECIDED.getBytes(StandardCharsets.UTF_8)));
    }
}
