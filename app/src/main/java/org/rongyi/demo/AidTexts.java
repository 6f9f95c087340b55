package org.rongyi.demo;

import java.util.List;
import org.rongyi.care.relief.emergency.rule.Kind;
import org.rongyi.care.relief.rule.Situation;

/** What the province's applications for aid say: invented, in the words such papers are written in. */
final class AidTexts {

    static final List<String> NAMES = List.of("陈国强", "李建华", "梁建明", "黄志文", "何丽珍", "吴伟雄", "林少芳", "周永康");
    static final List<String> FOUND =
            List.of("情况与申请一致，票据都看了原件", "两人入户，家中陈设简单，邻居也说属实", "本人卧床，老伴照看，票据与申请相符", "看了失业登记和银行流水，与申请一致");
    static final List<String> GOODS = List.of("大米、食用油和棉被", "轮椅一辆", "修屋用的水泥和瓦", "电动轮椅和护理床", "学习用品和书包");
    static final List<String> SERVICES = List.of("志愿者每周上门照料两次", "推荐保安岗位并陪同面试", "律师提供法律援助", "联系医院安排康复训练", "心理咨询师上门疏导");
    static final List<String> PAYERS = List.of("COUNTY", "GIFT", "GIFT", "FUND");
    static final List<String> BANKS = List.of("农村商业银行", "中国农业银行", "中国建设银行", "中国邮政储蓄银行");
    static final List<String> DONORS = List.of("演示商会", "演示建筑工程有限公司", "演示农业合作社", "演示餐饮有限公司", "演示电子有限公司", "陈演示", "李演示");

    private AidTexts() {}

    static List<String> hardship(Situation situation) {
        return switch (situation) {
            case DISABLED -> List.of("服役时伤了腿，做不了重活，每月康复、用药花费大", "长期透析，医保报销后自付仍多");
            case JOBLESS -> List.of("厂里停产，失业大半年，找过几份工都嫌年纪大", "退伍后一直打零工，去年下半年没有活干");
            case RELAPSE -> List.of("旧伤复发住院，出院后还要定期复查", "残情加重，走路要人扶，老伴也有病");
            case ACCIDENT -> List.of("骑车被撞，住院手术，务工停了", "台风吹倒偏屋，压坏家具农具", "突发脑梗住院，花光积蓄");
            case OTHER -> List.of("两个孩子同时上大学，学费一时凑不齐", "独居，屋顶漏雨没有钱修", "老母亲常年卧床，请人照看花费大");
        };
    }

    static String emergency(Kind kind) {
        return switch (kind) {
            case ILLNESS -> "查出重病住院手术，医保和医疗救助以后自付仍然很多，家里借了钱";
            case EVENT -> "夜里失火，房屋烧毁，粮食家具都没有了";
            case FAMILY -> "家里的顶梁柱意外去世，老人孩子没有了收入";
            case OTHER -> "家中接连出事，生活一时过不下去";
        };
    }
}
