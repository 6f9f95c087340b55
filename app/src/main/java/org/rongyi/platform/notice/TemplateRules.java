package org.rongyi.platform.notice;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** 模板的规矩: what every template keeps to; a program with one that does not keep to it does not start. */
final class TemplateRules {

    /** What every message to a veteran says: who it comes from, and where to ask back (防诈骗: it carries no link). */
    static final List<String> STATION = List.of("station", "stationPhone");

    /** One SMS of 70 characters is meant; three are borne. */
    static final int LONGEST_SMS = 200;

    private static final Pattern ID = Pattern.compile("[a-z]+(?:\\.[a-z-]+)+");
    private static final Pattern LINK =
            Pattern.compile("(?i)https?:|www\\.|\\.(?:cn|com|net|org)\\b|\\{\\w*(?:link|url|href)\\w*\\}|链接|网址");
    private static final Pattern NUMBER_NAME =
            Pattern.compile("(?i).*(?:citizen|idcard|identity|idnumber|bank|passport|disab|illness).*");
    private static final Pattern NUMBER_WORD = Pattern.compile(".*(?:身份证|身份号码|银行|卡号|残疾|病).*");

    private TemplateRules() {}

    /** What is wrong with it, each a sentence; none when it may be used. */
    static List<String> objections(Template template) {
        var wrong = new ArrayList<String>();
        require(ID.matcher(template.id()).matches(), "编号应写作 房间.事由", wrong);
        require(!template.channels().isEmpty(), "没有写渠道", wrong);
        template.channels().stream()
                .filter(channel -> !template.to().isReachedBy(channel))
                .forEach(channel -> wrong.add("写给" + template.to().zh() + "的不能走" + channel.zh()));
        require(!template.title().contains("{"), "标题里不能有字段", wrong);
        fields(template, wrong);
        if (template.to() == Audience.VETERAN || template.to() == Audience.PUBLIC) {
            veteran(template, wrong);
        }
        if (template.to() != Audience.VETERAN) {
            require(!template.optional(), "只有退役军人可以选择不收", wrong);
        }
        if (template.kind() == NoticeKind.CODE) {
            require(
                    template.to() == Audience.VETERAN && !template.channels().contains(Channel.IN_APP),
                    "验证码只发短信，不进站内消息",
                    wrong);
        }
        return wrong;
    }

    private static void fields(Template template, List<String> wrong) {
        var used = Template.PLACEHOLDER
                .matcher(template.text())
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
        require(used.equals(template.fields().keySet()), "正文用到的字段与列出的字段不一致", wrong);
        template.fields().forEach((name, zh) -> {
            if (NUMBER_NAME.matcher(name).matches() || NUMBER_WORD.matcher(zh).matches()) {
                wrong.add("消息里不写号码、病情一类的内容：" + zh);
            }
        });
    }

    private static void veteran(Template template, List<String> wrong) {
        require(!LINK.matcher(template.title() + template.text()).find(), "写给退役军人的消息不带链接", wrong);
        STATION.forEach(
                field -> require(template.fields().containsKey(field), "写给退役军人的消息要写明服务站和电话，缺少 {" + field + "}", wrong));
        require(template.text().length() <= LONGEST_SMS, "正文不超过 " + LONGEST_SMS + " 字", wrong);
    }

    private static void require(boolean holds, String sentence, List<String> wrong) {
        if (!holds) {
            wrong.add(sentence);
        }
    }
}
