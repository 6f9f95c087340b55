package org.rongyi.network.organisation;

import java.util.List;
import java.util.UUID;

/**
 * 个人未办结的事: what a room keeps for a post alone, and what nobody would find once the post is over. Before somebody is
 * relieved or moved, it is handed to another post or dropped, explicitly and in the same transaction.
 */
public interface OpenWork {

    /** What it is called on screen, such as 走访草稿. */
    String zh();

    /** One line each, newest first; what the reader may not see is said without a name. */
    List<String> of(UUID post);

    /** Where the other post has the same piece open, the newer one stays. */
    void handOver(UUID from, UUID to);

    void drop(UUID post);
}
