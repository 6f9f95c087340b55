package org.rongyi.career.campaign.candidate;

import java.util.Optional;
import java.util.UUID;

/** Who has a post before anything is run. */
public interface SettledPosts {

    /** The post somebody has, whether or not the reader sees how he came by it. */
    Optional<UUID> of(UUID candidate);
}
