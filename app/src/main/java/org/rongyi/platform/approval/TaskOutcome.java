package org.rongyi.platform.approval;

import java.util.UUID;
import org.rongyi.platform.act.Act.Outcome;

/** How an act on a task ends: the acts of this room are many and their refusals few. */
public sealed interface TaskOutcome extends Outcome {

    /** @param subject the case */
    record Done(UUID subject) implements TaskOutcome, Outcome.Done {}

    /** Absent, or of a place outside the actor's territory. */
    record NotFound() implements TaskOutcome, Refused {}

    /** Somebody has done it already, or the case has moved on without it. */
    record Over() implements TaskOutcome, Refused {}

    /** It waits at another desk, or for somebody else. */
    record NotYours() implements TaskOutcome, Refused {}

    /** He did another step of this case, or filed it (经办与审核分离). */
    record SamePerson(String step) implements TaskOutcome, Refused {}

    /** Somebody was asked for an opinion and has not answered. */
    record Unanswered(String whom) implements TaskOutcome, Refused {}

    /** Where the case stands this is not done. */
    record NotNow(String state) implements TaskOutcome, Refused {}

    /** Something is missing or too long. */
    record Missing(String field, String why) implements TaskOutcome, Refused {}

    /** The room of the service cannot do what would be decided. */
    record Hindered(String why) implements TaskOutcome, Refused {}
}
