package org.rongyi.career.placement.allocation;

/** What was handed in is not of the form. Says where, as {@code candidates[3].choices[1]}, and why. */
public final class WrongForm extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String place;
    private final String reason;

    WrongForm(String place, String reason) {
        super(place + ": " + reason);
        this.place = place;
        this.reason = reason;
    }

    public String place() {
        return place;
    }

    public String reason() {
        return reason;
    }
}
