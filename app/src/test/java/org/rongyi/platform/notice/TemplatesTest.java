package org.rongyi.platform.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rongyi.platform.database.CannotRun;

@DisplayName("消息模板：写错的不让启动")
class TemplatesTest {

    private static final String GOOD = """
            templates:
              - id: case.decided
                title: 您的申请已办结
                text: 您于{day}提交的申请已办结，结果请到{station}领取，咨询电话{stationPhone}。
                fields: {day: 日期, station: 服务站, stationPhone: 电话}
                to: VETERAN
                kind: RESULT
                channels: [IN_APP, SMS]
                optional: true
            """;

    @Test
    @DisplayName("现有的模板都守规矩，而且一个不漏地读到了")
    void everyTemplateIsInOrder() {
        assertThat(new Templates().all())
                .extracting(Template::id)
                .contains("account.new-device", "handover.asked", "code.sign-in");
        assertThat(new Templates().all())
                .allSatisfy(template ->
                        assertThat(TemplateRules.objections(template)).isEmpty());
        assertThat(read(GOOD).get("case.decided").fields()).containsOnlyKeys("day", "station", "stationPhone");
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource({
        "领取，咨询,领取 https://rongyi.example/x 咨询,不带链接",
        "领取，咨询,领取 rongyi.gd.cn 咨询,不带链接",
        "已办结，结果,已办结（点击链接），结果,不带链接",
        "到{station}领取,到站里领取,缺少 {station}",
        "电话{stationPhone},电话见门口,缺少 {stationPhone}",
        "{day}提交,{day}用{citizen}提交,字段与列出的字段不一致",
        "您的申请已办结,'''{day}的申请已办结''',标题里不能有字段",
        "'[IN_APP, SMS]','[IN_APP, EMAIL]',不能走电子邮件",
        "'[IN_APP, SMS]','[]',没有写渠道",
        "case.decided,Case,编号应写作",
        "RESULT,CODE,验证码只发短信",
        "optional: true,note: x,缺少 optional",
        "VETERAN,STAFF,只有退役军人可以选择不收",
    })
    void brokenOnesStopTheStart(String good, String broken, String why) {
        assertThat(GOOD).contains(good);
        var text = GOOD.replace(good, broken);
        if (why.startsWith("缺少 {")) { // the placeholder is gone from the list of fields as well
            var name = why.substring("缺少 {".length(), why.length() - 1);
            text = text.replaceAll("(, )?" + name + ": [^,}]+", "");
        }
        var wrong = text;
        assertThatThrownBy(() -> read(wrong))
                .isInstanceOf(CannotRun.class)
                .hasMessageContaining("notice/case.yaml")
                .hasMessageContaining(why);
    }

    @Test
    @DisplayName("消息里没有身份号码、银行卡号、病情的位置")
    void noPlaceForNumbers() {
        for (var field : new String[] {"citizenNumber: 号码", "bankAccount: 卡号", "id: 身份证", "state: 病情"}) {
            var name = field.substring(0, field.indexOf(':'));
            var text = GOOD.replace("day: 日期", field).replace("{day}", "{" + name + "}");
            assertThatThrownBy(() -> read(text)).as(field).hasMessageContaining("消息里不写号码");
        }
    }

    @Test
    @DisplayName("字段多一个、少一个都不发；字段里的花括号不再替换")
    void everyFieldIsFilledOnce() {
        var template = read(GOOD).get("case.decided");
        var fields = Map.of("day", "{station}", "station", "燕崀村服务站", "stationPhone", "0758-3300001");
        assertThat(template.fill(fields)).contains("您于{station}提交").contains("到燕崀村服务站领取");
        assertThatThrownBy(() -> template.fill(Map.of("day", "5月1日"))).isInstanceOf(IllegalArgumentException.class);
    }

    private static Templates read(String text) {
        return new Templates("case.yaml", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
}
