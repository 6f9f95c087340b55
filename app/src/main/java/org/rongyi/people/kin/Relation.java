package org.rongyi.people.kin;

/** 代办人是他的什么人. */
public enum Relation {
    PARENT("父母"),
    SPOUSE("配偶"),
    CHILD("成年子女"),
    GUARDIAN("监护人"),
    OTHER("其他近亲属");

    private final String zh;

    Relation(String zh) {
        this.zh = zh;
    }

    public String zh() {
        return zh;
    }
}
