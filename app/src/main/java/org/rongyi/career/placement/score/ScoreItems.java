package org.rongyi.career.placement.score;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * 评分项目 of 军士和义务兵: what the tables of 2016, 2018 and 2023 count beside the years of service. An item's id is that of the parameter with its points.
 * Those of the 2023 办法 that older tables have not have no points until somebody enters them.
 */
public final class ScoreItems {

    static final String FIRST_YEARS = "placement.score.year.first";
    static final String FURTHER_YEARS = "placement.score.year.further";
    static final String BOUND = "placement.score.year.bound";
    static final String HALF = "placement.score.year.half";

    static final String HARD_LEAST = "placement.score.hard.least";

    /** How the months of 艰苦边远 are filled in, wherever they are. */
    public static final String HARDSHIP_HINT = "连续享受艰苦边远地区津贴满一年的才计：中间换了类区的连着算，哪个类区几个月就填几个月；断开以后不满一年的那几个月不填。";

    /** What is said wherever officers are scored: their table is an example, and was not seen whole. */
    public static final String OFFICERS_EXAMPLE =
            "2015 年的标准照深圳公布的通知列出，通知里“学历”以下的部分没有见到，没有列，也不估算；" + "按 2015 年标准的，统一算到当年 3 月 31 日。2022 年以后的一份只见转载，没有见到的分值不算。";

    /** What is ours where a document names a season. */
    public static final String SEASONS = "2018 年秋季从 9 月 1 日算起、2022 年冬季从 12 月 1 日算起，办法只写到季节";

    /** Said to who would have a holder of a title not scored although he is. */
    public static final String TITLES_SCORED = "2018 年秋季以前退役的军士和义务兵，荣誉称号按 2016 年的试行办法计分";

    static final String TITLE = "placement.score.title.region";

    static final String COMBAT = "placement.score.combat.day";
    static final String FALSE_PAPER = "placement.score.minus.false";

    /**
     * @param id of the parameter
     * @param part what it belongs to
     */
    public record Item(String id, Part part, Measure measure) {

        /** What the form calls its field. */
        public String field() {
            return id.substring("placement.score.".length());
        }
    }

    /** A part of a table; of some of them one item at most is held. */
    public enum Part {
        RANK("军衔（退役时）", "rank"),
        DUTY("职务（最高）", "duty"),
        CHIEF("主官任职", ""),
        AWARD("奖励", ""),
        OPERATION("重大非战争军事行动奖励", ""),
        TITLE("荣誉称号（2018 年秋季以前退役的）", ""),
        HONOUR("表彰", ""),
        TALENT("优秀士官人才奖、政府特殊津贴（2018 年秋季以前退役的）", ""),
        SKILL("职业技能等级（最高的一个，2018 年秋季以前退役的）", "skill"),
        DISABILITY("残疾等级（退役时）", "disability"),
        HARDSHIP("艰苦边远地区", ""),
        TIBET("西藏", ""),
        ISLAND("海岛和海外基地", ""),
        GARRISON("驻港澳", ""),
        SPECIAL("飞行、舰艇、涉核", ""),
        COMBAT("参战", ""),
        DRILL("练兵备战", ""),
        POST("任（代）职", ""),
        STATUS("身份", ""),
        MINUS("减分", "");

        private final String zh;
        private final String field;

        Part(String zh, String field) {
            this.zh = zh;
            this.field = field;
        }

        public String zh() {
            return zh;
        }

        /** One of it at most: the form asks which. */
        public boolean isOne() {
            return !field.isEmpty();
        }

        /** What the form calls the question which of them it is; empty where each item is asked for. */
        public String field() {
            return field;
        }
    }

    static final Set<Part> ONLY_2016 = EnumSet.of(Part.TITLE, Part.TALENT, Part.SKILL);

    static final List<Item> ALL = List.of(
            new Item("placement.score.rank.private.second", Part.RANK, Measure.HELD),
            new Item("placement.score.rank.private.first", Part.RANK, Measure.HELD),
            new Item("placement.score.rank.corporal", Part.RANK, Measure.HELD),
            new Item("placement.score.rank.sergeant", Part.RANK, Measure.HELD),
            new Item("placement.score.rank.staff", Part.RANK, Measure.HELD),
            new Item("placement.score.rank.staff.second", Part.RANK, Measure.HELD),
            new Item("placement.score.rank.staff.first", Part.RANK, Measure.HELD),
            new Item("placement.score.rank.master.third", Part.RANK, Measure.HELD),
            new Item("placement.score.rank.master.second", Part.RANK, Measure.HELD),
            new Item("placement.score.rank.master.first", Part.RANK, Measure.HELD),
            new Item("placement.score.peace.praise", Part.AWARD, Measure.TIMES),
            new Item("placement.score.peace.third", Part.AWARD, Measure.TIMES),
            new Item("placement.score.peace.second", Part.AWARD, Measure.TIMES),
            new Item("placement.score.peace.first", Part.AWARD, Measure.TIMES),
            new Item("placement.score.war.praise", Part.AWARD, Measure.TIMES),
            new Item("placement.score.war.third", Part.AWARD, Measure.TIMES),
            new Item("placement.score.war.second", Part.AWARD, Measure.TIMES),
            new Item("placement.score.war.first", Part.AWARD, Measure.TIMES),
            new Item("placement.score.operation.praise", Part.OPERATION, Measure.TIMES),
            new Item("placement.score.operation.third", Part.OPERATION, Measure.TIMES),
            new Item("placement.score.operation.second", Part.OPERATION, Measure.TIMES),
            new Item("placement.score.operation.first", Part.OPERATION, Measure.TIMES),
            new Item("placement.score.title.organ", Part.TITLE, Measure.TIMES),
            new Item(TITLE, Part.TITLE, Measure.TIMES),
            new Item("placement.score.title.headquarters", Part.TITLE, Measure.TIMES),
            new Item("placement.score.title.commission", Part.TITLE, Measure.TIMES),
            new Item("placement.score.title.war", Part.TITLE, Measure.TIMES),
            new Item("placement.score.honour.commission", Part.HONOUR, Measure.TIMES),
            new Item("placement.score.honour.organ", Part.HONOUR, Measure.TIMES),
            new Item("placement.score.talent.third", Part.TALENT, Measure.TIMES),
            new Item("placement.score.talent.second", Part.TALENT, Measure.TIMES),
            new Item("placement.score.talent.first", Part.TALENT, Measure.TIMES),
            new Item("placement.score.talent.expert", Part.TALENT, Measure.HELD),
            new Item("placement.score.skill.elementary", Part.SKILL, Measure.HELD),
            new Item("placement.score.skill.medium", Part.SKILL, Measure.HELD),
            new Item("placement.score.skill.high", Part.SKILL, Measure.HELD),
            new Item("placement.score.skill.technician", Part.SKILL, Measure.HELD),
            new Item("placement.score.skill.senior", Part.SKILL, Measure.HELD),
            new Item("placement.score.disabled.war.5", Part.DISABILITY, Measure.HELD),
            new Item("placement.score.disabled.war.6", Part.DISABILITY, Measure.HELD),
            new Item("placement.score.disabled.war.7", Part.DISABILITY, Measure.HELD),
            new Item("placement.score.disabled.war.8", Part.DISABILITY, Measure.HELD),
            new Item("placement.score.disabled.war.9", Part.DISABILITY, Measure.HELD),
            new Item("placement.score.disabled.war.10", Part.DISABILITY, Measure.HELD),
            new Item("placement.score.disabled.duty.5", Part.DISABILITY, Measure.HELD),
            new Item("placement.score.disabled.duty.6", Part.DISABILITY, Measure.HELD),
            new Item("placement.score.disabled.duty.7", Part.DISABILITY, Measure.HELD),
            new Item("placement.score.disabled.duty.8", Part.DISABILITY, Measure.HELD),
            new Item("placement.score.disabled.duty.9", Part.DISABILITY, Measure.HELD),
            new Item("placement.score.disabled.duty.10", Part.DISABILITY, Measure.HELD),
            new Item("placement.score.hard.1", Part.HARDSHIP, Measure.MONTHS),
            new Item("placement.score.hard.2", Part.HARDSHIP, Measure.MONTHS),
            new Item("placement.score.hard.3", Part.HARDSHIP, Measure.MONTHS),
            new Item("placement.score.hard.4", Part.HARDSHIP, Measure.MONTHS),
            new Item("placement.score.hard.5", Part.HARDSHIP, Measure.MONTHS),
            new Item("placement.score.hard.6", Part.HARDSHIP, Measure.MONTHS),
            new Item("placement.score.tibet.2", Part.TIBET, Measure.MONTHS),
            new Item("placement.score.tibet.3", Part.TIBET, Measure.MONTHS),
            new Item("placement.score.tibet.4", Part.TIBET, Measure.MONTHS),
            new Item("placement.score.island.third", Part.ISLAND, Measure.MONTHS),
            new Item("placement.score.island.second", Part.ISLAND, Measure.MONTHS),
            new Item("placement.score.island.first", Part.ISLAND, Measure.MONTHS),
            new Item("placement.score.island.special", Part.ISLAND, Measure.MONTHS),
            new Item("placement.score.overseas", Part.ISLAND, Measure.MONTHS),
            new Item("placement.score.special.flight", Part.SPECIAL, Measure.MONTHS),
            new Item("placement.score.special.ship", Part.SPECIAL, Measure.MONTHS),
            new Item("placement.score.special.nuclear", Part.SPECIAL, Measure.MONTHS),
            new Item(COMBAT, Part.COMBAT, Measure.DAYS),
            new Item("placement.score.drill", Part.DRILL, Measure.TIMES),
            new Item("placement.score.post.platoon", Part.POST, Measure.MONTHS),
            new Item("placement.score.post.squad", Part.POST, Measure.MONTHS),
            new Item("placement.score.post.deputy", Part.POST, Measure.MONTHS),
            new Item("placement.score.martyr", Part.STATUS, Measure.HELD),
            new Item("placement.score.minus.warning", Part.MINUS, Measure.TIMES),
            new Item("placement.score.minus.serious", Part.MINUS, Measure.TIMES),
            new Item("placement.score.minus.demerit", Part.MINUS, Measure.TIMES),
            new Item("placement.score.minus.great", Part.MINUS, Measure.TIMES),
            new Item("placement.score.minus.demotion", Part.MINUS, Measure.TIMES),
            new Item("placement.score.minus.removal", Part.MINUS, Measure.TIMES),
            new Item(FALSE_PAPER, Part.MINUS, Measure.PIECES));

    private ScoreItems() {}

    /** What else the rule reads; without the first four there is no table. */
    static final List<String> BASE = List.of(FIRST_YEARS, FURTHER_YEARS, BOUND, HALF);
}
