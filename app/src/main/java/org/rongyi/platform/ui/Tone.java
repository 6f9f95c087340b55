package org.rongyi.platform.ui;

/** How something is meant. Colour never stands alone: words or an icon say the same. */
public enum Tone {
    NEUTRAL("neutral", Icon.INFO),
    INFO("info", Icon.INFO),
    SUCCESS("success", Icon.CHECK),
    WARNING("warning", Icon.WARNING),
    DANGER("danger", Icon.WARNING);

    private final String css;
    private final Icon icon;

    Tone(String css, Icon icon) {
        this.css = css;
        this.icon = icon;
    }

    public String css() {
        return css;
    }

    public Icon icon() {
        return icon;
    }
}
