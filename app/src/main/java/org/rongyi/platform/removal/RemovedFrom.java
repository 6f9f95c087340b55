package org.rongyi.platform.removal;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/**
 * 清除前后的摘要: a room whose check holds texts to digests contributes a bean. What it answers before and after the removal goes into
 * the removal's own entry of the trail, so that the check may follow from the one to the other, and from nothing else.
 */
public interface RemovedFrom {

    /**
     * What each digest over these rows is called, and what it says now; in the act's transaction.
     *
     * @param rows ids of all whose words the removal takes out, of whatever table
     */
    Map<String, String> digests(Collection<UUID> rows);
}
