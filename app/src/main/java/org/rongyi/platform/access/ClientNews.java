package org.rongyi.platform.access;

import java.util.UUID;

/**
 * What happened to another system that takes data of a territory, published inside the transaction in which it happened: the
 * administrators of the bureau of the territory should know.
 */
public sealed interface ClientNews {

    UUID client();

    String name();

    /** The bureau of the territory. */
    UUID unit();

    /**
     * It was entered, and waits for the security administrator.
     *
     * @param grants what it is to have, in words
     * @param at the unit of whoever entered it, whose security administrator approves
     */
    record Registered(UUID client, String name, UUID unit, String purpose, String grants, UUID at)
            implements ClientNews {}

    /** From now on it may take data. */
    record Approved(UUID client, String name, UUID unit) implements ClientNews {}

    /** It takes no more, or never did. */
    record Revoked(UUID client, String name, UUID unit, String reason) implements ClientNews {}
}
