package org.rongyi.care.fund;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** 利害关系, asked before anything is promised; answered by who keeps the declarations (慈善法: who manages a fund is not helped from it). */
public interface Ties {

    /**
     * What ties somebody to a fund.
     *
     * @param manager why he may not be helped from it at all, for whoever decides; none where nothing ties him to its managers
     * @param lots sources that may not pay for him, because of who gave them
     */
    record Tied(@Nullable String manager, Set<UUID> lots) {}

    Tied of(UUID fund, UUID person, String name);
}
