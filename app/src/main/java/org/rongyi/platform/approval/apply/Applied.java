package org.rongyi.platform.approval.apply;

import java.util.UUID;
import org.rongyi.platform.act.Act.Outcome;
import org.rongyi.platform.kernel.Assurance;
import org.rongyi.platform.secrecy.Secrets;

/** How an application, or its 补正, ended: one type for all services, and one page that says it. */
public sealed interface Applied extends Outcome {

    /** @param subject the case */
    record Asked(UUID subject) implements Applied, Done {}

    /** @param subject the case */
    record Supplemented(UUID subject) implements Applied, Done {}

    /** Absent, or outside the actor's territory. */
    record NotFound() implements Applied, Refused {}

    /** Settled as deceased or moved out. */
    record NotActive() implements Applied, Refused {}

    /** The service is not for people like him; in words, with the article. */
    record NotAnObject(String why) implements Applied, Refused {}

    /** It is applied for where his 户籍 is, which is not in the territory. */
    record NotHere() implements Applied, Refused {}

    /** Something is not said, too long or not so; what to do, by the field of the service's form. */
    record Objected(String field, String why) implements Applied, Refused {}

    /** The words look like a state secret. */
    record LooksSecret(Secrets.Found found) implements Applied, Refused {}

    /** Filed for somebody, and it was not said why. */
    record NoAgentGround() implements Applied, Refused {}

    /** A file that came with it cannot be kept; the reason is for the person. */
    record NotKept(String why) implements Applied, Refused {}

    /** He files it himself, and it is not known well enough that it is he. */
    record NotIdentified(Assurance wanted) implements Applied, Refused {}

    /** One of his family, and it is not among what he was given. */
    record NotGiven() implements Applied, Refused {}

    /** One is being handled. */
    record AlreadyOpen() implements Applied, Refused {}

    /** Nothing is asked for any more. */
    record NotAsked() implements Applied, Refused {}
}
