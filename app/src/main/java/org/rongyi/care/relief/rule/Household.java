package org.rongyi.care.relief.rule;

/**
 * 家庭经济状况, of the twelve months before the application, in fen.
 *
 * @param members how many live of it, himself included
 * @param incomeFen everything that came in
 * @param exemptFen of it 抚恤、补助 and 优待, which are not income (办法; 退役军人保障法)
 * @param spentFen what had to be spent for treatment, recovery or what the event destroyed
 * @param coveredFen of it what insurance, relief and gifts have paid
 */
public record Household(int members, long incomeFen, long exemptFen, long spentFen, long coveredFen) {

    private static final int MONTHS = 12;

    public Household {
        if (members < 1 || incomeFen < 0 || exemptFen < 0 || spentFen < 0 || coveredFen < 0) {
            throw new IllegalArgumentException("a household has members, and no amount below zero");
        }
        if (exemptFen > incomeFen || coveredFen > spentFen) {
            throw new IllegalArgumentException("a part is not more than the whole");
        }
    }

    public long countedFen() {
        return incomeFen - exemptFen;
    }

    /** Counted income of a month and head, rounded down to the fen. */
    public long monthlyFen() {
        return countedFen() / MONTHS / members;
    }

    /** What the household itself had to bear. */
    public long ownFen() {
        return spentFen - coveredFen;
    }

    /** Own burden in whole percent of the counted income, rounded down; without any income everything is too much. */
    public int burdenPercent() {
        if (ownFen() == 0) {
            return 0;
        }
        return countedFen() == 0
                ? Integer.MAX_VALUE
                : Math.toIntExact(
                        Math.min(Integer.MAX_VALUE, Math.floorDiv(Math.multiplyExact(ownFen(), 100L), countedFen())));
    }
}
