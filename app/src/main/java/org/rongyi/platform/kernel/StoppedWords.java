package org.rongyi.platform.kernel;

/** 被拦下的话: how a message says that words were stopped as looking like a state secret; beside such a one a form offers the review. */
public final class StoppedWords {

    private static final String SAID = "，没有保存。";

    private StoppedWords() {}

    /** @param found which words, and what they look like */
    public static String say(String found, String advice) {
        return found + SAID + advice;
    }

    public static boolean isSaid(String message) {
        return message.contains(SAID);
    }
}
