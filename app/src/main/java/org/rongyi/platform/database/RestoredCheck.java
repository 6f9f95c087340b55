package org.rongyi.platform.database;

import java.util.List;

/** 恢复后的核对: what a room wants looked at once a backup was read in, contributed as a bean. */
public interface RestoredCheck {

    /** What is checked, in a few Chinese words. */
    String name();

    /** Every difference, with its place; empty when all is well. */
    List<String> findings();
}
