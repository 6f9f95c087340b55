package org.rongyi.platform.secrecy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("疑似国家秘密的文字")
class SecretsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);

    private final Secrets secrets =
            new Secrets(text -> false, Clock.fixed(Instant.parse("2026-11-25T02:00:00Z"), ZoneOffset.ofHours(8)));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "原 75123 部队退役",
                "在７５１２３部队服役",
                "七五一二三部队",
                "7 5 1 2 3 部队",
                "75-123部队卫生队",
                "幺洞拐两三部队",
                "部队代号 75123",
                "单位代号：95007",
                "第42集团军",
                "四十二集团军某团",
                "第七十四集团军",
                "124师当兵",
                "第372团二营",
                "三七二团",
                "一百二十四师",
                "陆军第一师",
                "武警第 7 支队",
                "火箭军第61基地",
                "第16空降兵旅",
                "合成第 11 旅",
                "防空第六旅",
                "372团团长",
                "舷号 171",
                "行动代号“猎狐”",
                "工程代号 221",
                "导弹阵地位于后山",
                "三号发射阵地",
                "坐标：23.04, 112.46",
                "东经112度北纬23度",
                "机密★10年",
                "绝密 ★ 长期",
                "密级：秘密",
                "机密级文件",
                "【机密】",
                "关于移交的通知\n秘密\n一九八六年"
            })
    @DisplayName("像番号、代号、阵地、密级标志的，都拦下并指出是哪几个字")
    void whatLooksLikeADesignationIsStopped(String text) {
        assertThat(secrets.objection(text, TODAY))
                .hasValueSatisfying(why -> assertThat(why).contains("像是").contains("没有保存"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "六团镇新民村",
                "三连村第二村民小组",
                "石团结",
                "请拨 12345 热线",
                "93 号",
                "团结路 124 号",
                "13912345678",
                "0758-2712345",
                "邮编 526100",
                "慰问金 10000 元，大米 2 袋",
                "2021-09-24 上门",
                "1979 年入伍，1984 年退伍",
                "在部队服役 12 年",
                "参加过对越自卫还击战",
                "他说没有什么机密，都是家常话",
                "保守商业秘密",
                "这是两个人的秘密",
                "公安厅机密科已撤销",
                "第一师范学校毕业",
                "第 12 旅行社",
                "报了 15 团游",
                "一团和气",
                "共青团 3 团支部",
                "二连浩特",
                "第二炮兵学院毕业，现在务农",
                "新疆生产建设兵团第八师143团",
                "送 2 面团旗",
                "捐了 20 团毛线",
                "拼 12 团购",
                "文化宣传阵地 2 个",
                "新时代文明实践阵地",
                "邮政代号 526100",
                "某部退役",
                "某集团军退役",
                "参加第 3 支志愿服务队",
                "住军民路 75123 房",
                "身份证 441284195001011234",
                "县武装部、县人民医院 3 号楼",
                "想找工作，月薪 5000 左右",
                "坐标广州，回来一周",
                "团长是老战友",
                "人民子弟兵 75 年",
                "8 连冠",
                "1 师傅带 3 徒弟",
                "血压 124/78，血糖 7.5"
            })
    @DisplayName("地名、姓名、热线、门牌、日期、电话和家常话，照常保存")
    void whatPeopleWriteEveryDayPasses(String text) {
        assertThat(secrets.objection(text, TODAY)).isEmpty();
    }

    @Test
    @DisplayName("任意五位数加“部队”都拦，不论写法、夹在什么话里；同样的数字没有“部队”都放行")
    void anyFiveDigitsBeforeTheWordAreStopped() {
        var random = new Random(20261125);
        var digits = List.of("0123456789", "〇一二三四五六七八九", "０１２３４５６７８９", "洞幺两三四五六拐八勾");
        var gaps = List.of("", " ", "-", "·", "\u200b");
        var before = List.of("", "1979 年在", "原", "他说是", "（");
        for (int i = 0; i < 2_000; i++) {
            var script = digits.get(random.nextInt(digits.size()));
            var gap = gaps.get(random.nextInt(gaps.size()));
            var number = new StringBuilder();
            for (int n = 0; n < 5; n++) {
                number.append(n == 0 ? "" : gap).append(script.charAt(random.nextInt(10)));
            }
            var start = before.get(random.nextInt(before.size()));
            assertThat(secrets.objection(start + number + gap + "部队退役", TODAY))
                    .as("%s", number)
                    .isPresent();
            assertThat(secrets.objection(start + number + gap + "房", TODAY))
                    .as("%s", number)
                    .isEmpty();
        }
    }

    @Test
    @DisplayName("任意两三位数的师、旅、团都拦；同一个数接地名、门牌、年月日、钱物都放行")
    void anyNumberedFormationIsStoppedAndAnyAddressPasses() {
        var everyday = List.of("号", "号楼", "元", "斤大米", "年", "团结路", "旅游团", "团镇", "人", "户", "师范生", "岁");
        for (int number = 10; number < 1_000; number++) {
            for (var formation : List.of("师", "旅", "团")) {
                assertThat(secrets.objection("在第" + number + formation + "当兵", TODAY))
                        .isPresent();
                assertThat(secrets.objection("当年是 " + number + " " + formation + "的", TODAY))
                        .isPresent();
            }
            for (var after : everyday) {
                assertThat(secrets.objection("说起 " + number + after, TODAY))
                        .as("%d%s", number, after)
                        .isEmpty();
            }
        }
    }

    @Test
    @DisplayName("话里写明像什么、怎么改；还没有生效的写法不拦")
    void theWordsSayWhatToDo() {
        assertThat(secrets.objection("原75123部队，机密★", TODAY))
                .hasValue("“75123部队”像是部队代号，没有保存。请改写成“某部”，或者脱密后再填。“机密★”像是文件密级标志，没有保存。涉密文件的内容不得录入本系统，请全部删去，并报告本单位保密员。");
        assertThat(secrets.objection("原75123部队", LocalDate.of(2018, 10, 24))).isEmpty();
        assertThat(secrets.look("said", null)).isEmpty();
    }
}
