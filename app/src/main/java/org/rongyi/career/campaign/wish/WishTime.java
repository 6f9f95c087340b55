package org.rongyi.career.campaign.wish;

/** Whether lists of wishes are taken at an instant: what act and page say, each in its words. */
public sealed interface WishTime {

    /** 网上双选 takes applications instead. */
    record Online() implements WishTime {}

    /** Before the first instant. */
    record NotYet() implements WishTime {}

    /** It would be time, and the list of who takes part is not settled. */
    record Unsettled() implements WishTime {}

    /** The trustees do not have their shares yet. */
    record NoKey() implements WishTime {}

    record Open(SealingKeys.Held key) implements WishTime {}

    /** The closing instant is past, or the campaign was called off. */
    record Closed() implements WishTime {}
}
