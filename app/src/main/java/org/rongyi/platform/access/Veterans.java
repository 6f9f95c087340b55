package org.rongyi.platform.access;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** What the sign-in by SMS asks of the room that keeps the files; it answers nothing that could be listed. */
public interface Veterans {

    /** Whether this installation can send an SMS. */
    boolean isSmsOn();

    /**
     * The person of the register whose file has both. The number is found by its blind index; of nobody but the one found
     * is the phone opened, and for a number nobody has the same is done to no purpose.
     */
    Optional<UUID> find(String citizenNumber, String phone);

    /**
     * Sends the code, inside the caller's transaction.
     *
     * @param key makes it count once
     * @param citizenNumber decides which station is named as the one to ask
     */
    void send(UUID key, String citizenNumber, String phone, String code, Duration life);

    /** Whom he asks: the name of the station that serves him, and its phone. */
    String station(UUID person);

    /** His name; none when he is not on the register any more. */
    Optional<String> findName(UUID person);
}
