package org.rongyi.career.placement.score;

import java.util.List;
import org.rongyi.career.placement.score.ScoreItems.Item;
import org.rongyi.career.placement.score.ScoreItems.Part;

/**
 * 评分项目 of 军官, as an example: those of 粤军转组〔2015〕1号 as Shenzhen copied them that year, and those of a later table that was only seen copied.
 * 学历 was cut off in the copy: it is no item, and the page says so.
 */
final class OfficerItems {

    static final String YEAR = "placement.score.officer.year";
    static final String YEAR_PART = "placement.score.officer.year.part";
    static final String CHIEF_YEARS = "placement.score.officer.chief.combat";
    static final String CHIEF_FURTHER = "placement.score.officer.chief.combat.further";
    static final String CHIEF_BOUND = "placement.score.officer.chief.combat.bound";

    static final List<Item> ALL = List.of(
            new Item("placement.score.officer.duty.platoon", Part.DUTY, Measure.HELD),
            new Item("placement.score.officer.duty.company.deputy", Part.DUTY, Measure.HELD),
            new Item("placement.score.officer.duty.company", Part.DUTY, Measure.HELD),
            new Item("placement.score.officer.duty.battalion.deputy", Part.DUTY, Measure.HELD),
            new Item("placement.score.officer.duty.battalion", Part.DUTY, Measure.HELD),
            new Item("placement.score.officer.duty.regiment.deputy", Part.DUTY, Measure.HELD),
            new Item("placement.score.officer.duty.regiment", Part.DUTY, Measure.HELD),
            new Item("placement.score.officer.duty.technical.9", Part.DUTY, Measure.HELD),
            new Item("placement.score.officer.duty.technical.8", Part.DUTY, Measure.HELD),
            new Item("placement.score.officer.duty.technical.7", Part.DUTY, Measure.HELD),
            new Item("placement.score.officer.rank.second", Part.RANK, Measure.HELD),
            new Item("placement.score.officer.rank.first", Part.RANK, Measure.HELD),
            new Item("placement.score.officer.rank.captain", Part.RANK, Measure.HELD),
            new Item("placement.score.officer.rank.major", Part.RANK, Measure.HELD),
            new Item("placement.score.officer.rank.deputy", Part.RANK, Measure.HELD),
            new Item("placement.score.officer.rank.colonel", Part.RANK, Measure.HELD),
            new Item("placement.score.officer.rank.senior", Part.RANK, Measure.HELD),
            new Item("placement.score.officer.chief", Part.CHIEF, Measure.HELD),
            new Item(CHIEF_YEARS, Part.CHIEF, Measure.YEARS),
            new Item("placement.score.officer.peace.praise", Part.AWARD, Measure.TIMES),
            new Item("placement.score.officer.peace.third", Part.AWARD, Measure.TIMES),
            new Item("placement.score.officer.peace.second", Part.AWARD, Measure.TIMES),
            new Item("placement.score.officer.peace.first", Part.AWARD, Measure.TIMES),
            new Item("placement.score.officer.war.third", Part.AWARD, Measure.TIMES),
            new Item("placement.score.officer.war.second", Part.AWARD, Measure.TIMES),
            new Item("placement.score.officer.war.first", Part.AWARD, Measure.TIMES),
            new Item("placement.score.officer.honour.3", Part.HONOUR, Measure.TIMES),
            new Item("placement.score.officer.honour.2", Part.HONOUR, Measure.TIMES),
            new Item("placement.score.officer.honour.1", Part.HONOUR, Measure.TIMES),
            new Item("placement.score.officer.hard", Part.HARDSHIP, Measure.YEARS),
            new Item("placement.score.officer.high", Part.HARDSHIP, Measure.YEARS),
            new Item("placement.score.officer.hard.1", Part.HARDSHIP, Measure.YEARS),
            new Item("placement.score.officer.hard.2", Part.HARDSHIP, Measure.YEARS),
            new Item("placement.score.officer.hard.3", Part.HARDSHIP, Measure.YEARS),
            new Item("placement.score.officer.hard.4", Part.HARDSHIP, Measure.YEARS),
            new Item("placement.score.officer.hard.5", Part.HARDSHIP, Measure.YEARS),
            new Item("placement.score.officer.hard.6", Part.HARDSHIP, Measure.YEARS),
            new Item("placement.score.officer.tibet.2", Part.TIBET, Measure.YEARS),
            new Item("placement.score.officer.tibet.3", Part.TIBET, Measure.YEARS),
            new Item("placement.score.officer.tibet.4", Part.TIBET, Measure.YEARS),
            new Item("placement.score.officer.island.third", Part.ISLAND, Measure.YEARS),
            new Item("placement.score.officer.island.second", Part.ISLAND, Measure.YEARS),
            new Item("placement.score.officer.island.first", Part.ISLAND, Measure.YEARS),
            new Item("placement.score.officer.island.special", Part.ISLAND, Measure.YEARS),
            new Item("placement.score.officer.garrison", Part.GARRISON, Measure.YEARS),
            new Item("placement.score.officer.flight", Part.SPECIAL, Measure.YEARS),
            new Item("placement.score.officer.ship", Part.SPECIAL, Measure.YEARS),
            new Item("placement.score.officer.nuclear", Part.SPECIAL, Measure.YEARS),
            new Item("placement.score.officer.combat.day", Part.COMBAT, Measure.DAYS),
            new Item("placement.score.officer.martyr", Part.STATUS, Measure.HELD));

    /** Without these there is no table. */
    static final List<String> BASE = List.of(YEAR, YEAR_PART);

    private OfficerItems() {}
}
