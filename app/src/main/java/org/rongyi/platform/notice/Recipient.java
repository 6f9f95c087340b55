package org.rongyi.platform.notice;

import java.util.UUID;
import org.rongyi.platform.kernel.Role;

/** 收件人: whom the rooms above name; who that is today, and how he is reached, is found when the message is written. */
public sealed interface Recipient {

    /** One account: a colleague's, or a veteran's own. */
    record Account(UUID account) implements Recipient {}

    /** Everybody who holds a post of this role at the unit today. */
    record Post(UUID unit, Role role) implements Recipient {}

    /** A veteran, with an account of his own or without. */
    record Person(UUID person) implements Recipient {}

    /** Somebody who is neither colleague nor veteran and left his phone's number; by SMS alone. */
    record Phone(String number) implements Recipient {}

    /** An e-mail address outside the system. */
    record Mailbox(String address) implements Recipient {}
}
