package org.rongyi.platform.ui.web;

import java.util.List;
import java.util.stream.IntStream;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Icon;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Tone;
import org.rongyi.platform.ui.chart.BarChart;
import org.rongyi.platform.ui.chart.TrendChart;
import org.rongyi.platform.ui.field.KeptFile;
import org.rongyi.platform.ui.field.Option;
import org.rongyi.platform.ui.home.HomeBlock;
import org.rongyi.platform.ui.home.HomeSection;
import org.rongyi.platform.ui.part.Fact;
import org.rongyi.platform.ui.part.Happening;
import org.rongyi.platform.ui.part.Persona;
import org.rongyi.platform.ui.part.QrCode;
import org.rongyi.platform.ui.part.Step;
import org.rongyi.platform.ui.part.Tab;
import org.rongyi.platform.ui.part.TreeNode;

/** 组件一览: sample content of real length; the names are invented. */
public record GalleryPage() implements Page {

    @Override
    public String title() {
        return "组件一览";
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(
                new Crumb("广东省", "/dev/ui"),
                new Crumb("肇庆市", "/dev/ui"),
                new Crumb("四会市", "/dev/ui"),
                new Crumb("黄田镇", "/dev/ui"));
    }

    /** One row of the sample list. */
    public record Row(String name, String village, String phone, String due, String status, Tone tone) {}

    public List<Row> rows() {
        return List.of(
                new Row("陈志强", "黄田镇燕崀村", "138****2016", "11月20日 周五", "逾期3天", Tone.DANGER),
                new Row("欧阳建国", "黄田镇江头村", "139****7754", "11月23日 周一", "今天到期", Tone.WARNING),
                new Row("<script>alert(1)</script>", "江谷镇老泗塘村委会", "", "11月28日 周六", "待走访", Tone.INFO),
                new Row("莫秀兰", "江谷镇黎寨社区居委会", "136****0098", "12月15日 周二", "已走访", Tone.SUCCESS));
    }

    public List<KeptFile> keptFiles() {
        return List.of(
                new KeptFile("1", "退役证.jpg", "证明材料 · 412 KB"),
                new KeptFile("2", "户口簿（户主页、本人页、常住人口登记卡）扫描件.pdf", "证明材料 · 1.2 MB · 3 页"));
    }

    public List<Option> sixGifts() {
        return List.of(
                new Option("policy", "送政策", "讲解优待抚恤", Icon.DOCUMENT),
                new Option("skill", "送技能", "培训与学历", Icon.BOOK),
                new Option("job", "送岗位", "招聘与推荐", Icon.BRIEFCASE),
                new Option("aid", "送帮扶", "困难与慰问", Icon.HEART),
                new Option("security", "送保障", "医疗与社保", Icon.SHIELD),
                new Option("honour", "送尊崇", "挂牌与荣誉", Icon.MEDAL));
    }

    public List<Option> ways() {
        return List.of(
                Option.of("home", "上门", "计为走访和联系"), Option.of("phone", "电话", "只计为联系"), Option.of("station", "来站"));
    }

    public FieldErrors errors() {
        return FieldErrors.of("happenedOn-bad", "走访日期不能晚于今天（2026年11月23日）")
                .add("gifts-bad", "请至少选择一项送了什么")
                .add("number-bad", "公民身份号码最后一位对不上，请核对证件后重新输入");
    }

    public QrCode code() {
        return QrCode.of("二维码，内容是一个查验地址", "https://127.0.0.1/check/2026-0001");
    }

    public List<Fact> facts() {
        return List.of(
                Fact.of("姓名", "陈志强"),
                Fact.of("公民身份号码", "4412**********0316"),
                Fact.of("人员类别", "退役士兵（自主就业），重点联系"),
                new Fact("负责服务站", "四会市黄田镇燕崀村退役军人服务站", "/dev/ui"),
                Fact.of("常住地", "广东省肇庆市四会市黄田镇燕崀村委会第三村民小组"));
    }

    public List<Tab> tabs() {
        return List.of(
                new Tab("今日应访", "/dev/ui", true, "12"),
                new Tab("逾期", "/dev/ui?tab=late", false, "3"),
                new Tab("从未走访", "/dev/ui?tab=never", false, "0"),
                new Tab("走访动态", "/dev/ui?tab=news", false, null));
    }

    public List<Happening> history() {
        return List.of(
                new Happening("2026年11月23日 14:05", "更正走访日期", "李海燕（黄田镇）", "原记11月21日，村里纸质记录为11月20日。", Tone.WARNING),
                new Happening("2026年11月21日 09:40", "登记走访：送政策、送保障", "陈秀英（燕崀村）", null, Tone.SUCCESS),
                new Happening("2026年8月2日 16:18", "电话联系：外出务工，约国庆后再访", "陈秀英（燕崀村）", null, Tone.NEUTRAL));
    }

    public List<Step> steps() {
        return List.of(
                new Step("本人申请", "11月16日，燕崀村服务站代办", Step.State.DONE),
                new Step("镇级核实", "黄田镇退役军人服务站，12月1日前", Step.State.NOW),
                new Step("县级审批", "四会市退役军人事务局", Step.State.AHEAD),
                new Step("公示与拨付", null, Step.State.AHEAD));
    }

    public List<TreeNode> tree() {
        var villages =
                List.of(TreeNode.leaf("燕崀村退役军人服务站", "/dev/ui", "专职1人"), TreeNode.leaf("江头村退役军人服务站", "/dev/ui", "兼职1人"));
        var town = new TreeNode("黄田镇退役军人服务站", "/dev/ui", "下辖14个站", villages, true);
        var other = new TreeNode(
                "江谷镇退役军人服务站", "/dev/ui", "下辖11个站", List.of(TreeNode.leaf("黎寨社区服务站", "/dev/ui", null)), false);
        return List.of(new TreeNode("四会市退役军人服务中心", "/dev/ui", "下辖13个镇（街道）", List.of(town, other), true));
    }

    public List<Persona> personas() {
        return List.of(
                new Persona("clerk", "陈秀英", "站务员", "黄田镇燕崀村退役军人服务站", "村"),
                new Persona("town", "李海燕", "负责人", "黄田镇退役军人服务站", "镇"),
                new Persona("officer", "梁伟文", "业务干部", "四会市退役军人事务局", "县"));
    }

    public List<HomeSection> home() {
        return List.of(
                new HomeSection(
                        10,
                        "今日走访",
                        "应联系日在一周之内的都在这里。",
                        List.of(
                                new HomeBlock.Numbers(List.of(
                                        HomeBlock.Number.of("应联系", "12", "人", "/dev/ui"),
                                        new HomeBlock.Number(
                                                "本月走访", "1,206", "人次", "/dev/ui", "比上月同期 +34", Tone.SUCCESS))),
                                new HomeBlock.Entries(
                                        List.of(
                                                new HomeBlock.Entry(
                                                        "陈志强",
                                                        "重点联系 · 燕崀村第三村民小组 18 号",
                                                        "已逾期",
                                                        Tone.DANGER,
                                                        "/dev/ui",
                                                        new HomeBlock.Press("打电话", "给陈志强", Icon.PHONE, "/dev/ui")),
                                                new HomeBlock.Entry("莫秀兰", "江谷镇黎寨社区", null, Tone.NEUTRAL, "/dev/ui")),
                                        "")),
                        List.of(new HomeSection.Door("看全部名单", "/dev/ui"))),
                new HomeSection(20, "没有填完的走访", null, List.of(new HomeBlock.Entries(List.of(), "没有要接着填的表。")), List.of()),
                new HomeSection(
                        30,
                        "逾期与趋势",
                        null,
                        List.of(
                                new HomeBlock.Search("/dev/ui", "找服务站", "名称、地址或首字母"),
                                new HomeBlock.Bars(bars()),
                                new HomeBlock.Trend(trend())),
                        List.of()));
    }

    public BarChart bars() {
        return new BarChart(
                "本年走访，按镇（街道）",
                "镇（街道）",
                "人次",
                List.of(
                        new BarChart.Bar("东城街道", 1834, "1,834", "/dev/ui"),
                        new BarChart.Bar("黄田镇", 1206, "1,206", "/dev/ui"),
                        new BarChart.Bar("江谷镇", 958, "958", "/dev/ui"),
                        new BarChart.Bar("威整镇", 12, "12", "/dev/ui"),
                        new BarChart.Bar("下茆镇", 0, "0", "/dev/ui")));
    }

    public TrendChart trend() {
        return new TrendChart(
                "走访，按月",
                "人次",
                IntStream.rangeClosed(1, 12).mapToObj(m -> m + "月").toList(),
                new TrendChart.Series(
                        "2026年", List.of(812L, 2240L, 640L, 702L, 951L, 1033L, 1204L, 1986L, 870L, 1122L, 655L, 0L)),
                new TrendChart.Series(
                        "2025年", List.of(702L, 1804L, 590L, 660L, 803L, 990L, 1010L, 1622L, 840L, 902L, 744L, 810L)));
    }
}
