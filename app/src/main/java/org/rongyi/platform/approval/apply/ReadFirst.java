package org.rongyi.platform.approval.apply;

import java.util.UUID;

/** 先告知后填写: what somebody reads before he fills in a form himself. Answered by the room that keeps it. */
public interface ReadFirst {

    /** Whether he was told in the words in force today. */
    boolean isTold(UUID person);

    /** Where he reads it himself, and goes on to the form from which he was sent. */
    String ownPath(String then);
}
