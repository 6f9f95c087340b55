package org.rongyi.career.placement.proof;

/** A small campaign of any kind, for tests of other places. */
public final class AnyCampaign {

    private AnyCampaign() {}

    public static Campaign of(long seed, int most) {
        return new Campaigns(seed).any(most);
    }
}
