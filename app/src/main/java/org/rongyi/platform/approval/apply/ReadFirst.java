package org.rongyi.platform.approval.apply;

import java.util.UUID;
import org.rongyi.platform.kernel.Actor;

/** 先告知后填写 (个人信息保护法 第 17、30 条): what is to be known before a form asks for anything. Answered by the room that keeps it. */
public interface ReadFirst {

    /** Whether he was told in the words in force today. */
    boolean isTold(UUID person);

    /** Where he reads it himself, and goes on to the form from which he was sent. */
    String ownPath(String then);

    /** Where everybody reads the notice in force, to be shown or printed at a counter. */
    String path();

    /** Keeps that he was told, within the act that asked for his data. */
    void told(Actor actor, UUID person);
}
