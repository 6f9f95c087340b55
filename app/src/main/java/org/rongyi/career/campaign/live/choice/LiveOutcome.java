package org.rongyi.career.campaign.live.choice;

import java.util.UUID;
import org.rongyi.platform.act.Act.Outcome;
import org.rongyi.platform.secrecy.Secrets;

/** How a choice ends, made by himself or at the window. */
public sealed interface LiveOutcome extends Outcome {

    /** The seat is his. */
    record Chosen(UUID subject) implements LiveOutcome, Done {}

    /** He took none. */
    record Passed(UUID subject) implements LiveOutcome, Done {}

    /** No such campaign, or he does not take part. */
    record NotFound() implements LiveOutcome, Refused {}

    /** It has not begun, or is over. */
    record NotRunning() implements LiveOutcome, Refused {}

    record Paused() implements LiveOutcome, Refused {}

    /** @param ahead how many are before him; less than 0 where his turn is over */
    record NotHisTurn(int ahead) implements LiveOutcome, Refused {}

    /** His minutes are over. */
    record TooLate() implements LiveOutcome, Refused {}

    /** Not in this campaign, full, or not for him. */
    record NoSeat() implements LiveOutcome, Refused {}

    record NoWords() implements LiveOutcome, Refused {}

    record LooksSecret(Secrets.Found found) implements LiveOutcome, Refused {}
}
