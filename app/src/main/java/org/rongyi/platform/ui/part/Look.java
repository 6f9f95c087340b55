package org.rongyi.platform.ui.part;

/** How much weight a button has; a page has one primary button. */
public enum Look {
    PRIMARY("primary"),
    SECONDARY("secondary"),
    DANGER("danger"),
    LINK("plain");

    private final String css;

    Look(String css) {
        this.css = css;
    }

    public String css() {
        return css;
    }
}
