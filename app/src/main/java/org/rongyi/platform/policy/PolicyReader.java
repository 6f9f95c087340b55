package org.rongyi.platform.policy;

import java.util.List;
import java.util.Set;

/** A room that works by parameters: it says which, and what a change would touch among what it keeps. */
public interface PolicyReader {

    /** The room, in words. */
    String room();

    /** Ids of the parameters it works by. */
    Set<String> reads();

    /**
     * What the change would touch, a sentence each; asked within a transaction of whoever looks, and only for what it
     * {@link #reads}. Nothing is changed by it.
     *
     * @param now the rules in force
     * @param then the same with the changed value
     */
    List<String> touched(String id, Parameter.Value changed, Policy now, Policy then);
}
