package org.rongyi.career.placement.score;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** 评分项目: what the table counts beside the years of service. An item's id is that of the parameter with its points. */
public final class ScoreItems {

    static final String FIRST_YEARS = "placement.score.year.first";
    static final String FURTHER_YEARS = "placement.score.year.further";
    static final String BOUND = "placement.score.year.bound";
    static final String HALF = "placement.score.year.half";

    static final String HARD_LEAST = "placement.score.hard.least";

    /** How the months of 艰苦边远 are filled in, wherever they are. */
    public static final String HARDSHIP_HINT = "连续享受艰苦边远地区津贴满一年的才计：中间换了类区的连着算，哪个类区几个月就填几个月；断开以后不满一年的那几个月不填。";

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

    /** A part of the table. */
    public enum Part {
        AWARD("奖励"),
        HONOUR("表彰"),
        DISABILITY("残疾等级（退役时）"),
        HARDSHIP("艰苦边远地区"),
        TIBET("西藏"),
        ISLAND("海岛和海外基地"),
        COMBAT("参战"),
        POST("任（代）职"),
        STATUS("身份"),
        MINUS("减分");

        private final String zh;

        Part(String zh) {
            this.zh = zh;
        }

        public String zh() {
            return zh;
        }
    }

    public static final List<Item> ALL = List.of(
            new Item("placement.score.peace.praise", Part.AWARD, Measure.TIMES),
            new Item("placement.score.peace.third", Part.AWARD, Measure.TIMES),
            new Item("placement.score.peace.second", Part.AWARD, Measure.TIMES),
            new Item("placement.score.peace.first", Part.AWARD, Measure.TIMES),
            new Item("placement.score.war.praise", Part.AWARD, Measure.TIMES),
            new Item("placement.score.war.third", Part.AWARD, Measure.TIMES),
            new Item("placement.score.war.second", Part.AWARD, Measure.TIMES),
            new Item("placement.score.war.first", Part.AWARD, Measure.TIMES),
            new Item("placement.score.honour.commission", Part.HONOUR, Measure.TIMES),
            new Item("placement.score.honour.organ", Part.HONOUR, Measure.TIMES),
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
            new Item(COMBAT, Part.COMBAT, Measure.DAYS),
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

    public static List<Item> of(Part part) {
        return ALL.stream().filter(item -> item.part() == part).toList();
    }

    /** Every parameter of the table. */
    static Set<String> parameters() {
        var ids = new TreeSet<>(List.of(FIRST_YEARS, FURTHER_YEARS, BOUND, HALF, HARD_LEAST));
        ALL.forEach(item -> ids.add(item.id()));
        return ids;
    }
}
