package org.rongyi.platform.secrecy;

/** 放行的话: whether a leader of the unit above released exactly this text for who writes it, once; the room of stopped words answers it. */
public interface ReleasedWords {

    /** Asked only of what would be stopped. With the transaction that keeps the text the release is used up. */
    boolean isReleased(String text);
}
