package org.rongyi.people.person;

/** 所在类别: where a person is registered, lives, or is assigned to. */
public enum PlaceKind {
    BOTH("户籍地和常住地"),
    HUKOU("户籍地"),
    RESIDENCE("常住地"),
    ASSIGNED("依托单位站");

    private final String zh;

    PlaceKind(String zh) {
        this.zh = zh;
    }

    public String zh() {
        return zh;
    }
}
