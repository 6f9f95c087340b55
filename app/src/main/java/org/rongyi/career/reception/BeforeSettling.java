package org.rongyi.career.reception;

import java.util.List;

/** What another room has to finish before a placement is complete: from then on nothing of it is put right any more. */
public interface BeforeSettling {

    /** In words for the office; nothing where nothing is in the way. */
    List<String> hindrances(Reception one);
}
