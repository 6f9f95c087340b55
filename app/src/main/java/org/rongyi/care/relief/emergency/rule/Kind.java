package org.rongyi.care.relief.emergency.rule;

/** 救助类别. The words are the list's, {@code relief.emergency.kind}. */
public enum Kind {
    ILLNESS("医保报销和医疗救助"),
    EVENT("按规定能享受的社会救助"),
    FAMILY("按规定能享受的社会救助"),
    OTHER("按规定能享受的社会救助");

    private final String before;

    Kind(String before) {
        this.before = before;
    }

    /** What comes first: the fund bears only what is left. */
    public String before() {
        return before;
    }
}
