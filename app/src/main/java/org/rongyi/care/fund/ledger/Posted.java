package org.rongyi.care.fund.ledger;

import java.util.UUID;

/** What became of a posting. */
public sealed interface Posted {

    /** @param number 凭证号, gapless in the fund's year */
    record Entered(UUID entry, int year, int number) implements Posted {}

    /** It was entered before, by the same key. */
    record Repeated() implements Posted {}

    /** The account holds less: nothing was entered. */
    record Short(AccountKind account) implements Posted {}

    /** The year is closed: what belongs to it is entered in the next, with its own day in the words. */
    record Closed(int year) implements Posted {}
}
