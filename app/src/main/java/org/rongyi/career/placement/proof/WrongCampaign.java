package org.rongyi.career.placement.proof;

/** What goes into a campaign contradicts itself. Says where, as {@code candidates[3].wishes[1]}, counted from 0 in the lists as given, and why. */
public final class WrongCampaign extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String place;
    private final String reason;

    WrongCampaign(String place, String reason) {
        super(place + "：" + reason);
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
