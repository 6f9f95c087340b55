package org.rongyi.demo;

import java.util.List;
import org.rongyi.care.need.Needs;

/** What the demo's records say: invented, in the words such records are written in. */
final class Texts {

    static final List<String> MODES = List.of("HOME", "HOME", "HOME", "PHONE", "PHONE", "STATION", "VIDEO");
    static final List<String> GROUNDS = List.of("MERIT", "DISABLED", "COMBAT", "BEREAVED", "HARDSHIP");
    static final List<String> BROUGHT = List.of("", "", "慰问金 300 元", "大米一袋、食用油一桶", "政策宣传册", "招聘会宣传单");
    static final List<String> SAID =
            List.of("身体尚好，子女在珠三角务工，逢年过节回来。", "问起优待证的办理进度，已当面说明。", "腿脚不便，希望有人陪同复查。", "正在找工作，愿意参加电工培训。", "感谢组织关心，生活无困难。");
    static final List<Needs.Asked> ASKED = List.of(
            new Needs.Asked("JOB", "想在本市找一份仓管或保安的工作"),
            new Needs.Asked("MEDICAL", "旧伤复查，希望协助预约市人民医院"),
            new Needs.Asked("HONOUR", "优待证上的住址需要更新"),
            new Needs.Asked("RELIEF", "家中房屋漏雨，希望了解帮扶政策"));

    static final List<String> OTHER_MODES = List.of("PHONE", "PHONE", "PHONE", "STATION", "VIDEO");
    static final List<String> ANSWERS =
            List.of("已转县人社局推荐岗位，本人接受面试安排。", "已协助预约复查，费用按规定报销。", "已上门更新信息，新证七日内送达。", "已讲明政策，并登记困难帮扶申请。");

    private Texts() {}
}
