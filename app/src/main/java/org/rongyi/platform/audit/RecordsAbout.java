package org.rongyi.platform.audit;

import java.util.List;
import java.util.UUID;

/** 关于他的记录: the records of a room that are about persons, so that the trail can be searched by them. */
public interface RecordsAbout {

    /** Their ids, the newest first, as far as the reader's scope reaches; at most {@code most}. */
    List<UUID> about(List<UUID> persons, int most);
}
