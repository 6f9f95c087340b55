package org.rongyi.career.campaign.who;

/**
 * 参加人类别 (粤军转组〔2012〕3号: 师职量化评估，团职和功臣模范指令性安置，营以下考试考核): on it depends by which ways work may be found for somebody.
 */
public enum CandidateKind {
    SOLDIER("军士和义务兵", "campaign.ways.soldier"),
    /** With 科级以下文职 and 专业技术十级以下. */
    BATTALION("营职以下的转业军官", "campaign.ways.battalion"),
    REGIMENT("团职的转业军官", "campaign.ways.regiment"),
    DIVISION("师职的转业军官", "campaign.ways.division"),
    MERIT("功臣模范的转业军官", "campaign.ways.merit");

    private final String zh;
    private final String ways;

    CandidateKind(String zh, String ways) {
        this.zh = zh;
        this.ways = ways;
    }

    public String zh() {
        return zh;
    }

    public boolean isOfficer() {
        return this != SOLDIER;
    }

    /** The dated list of the ways open to it. */
    String ways() {
        return ways;
    }
}
