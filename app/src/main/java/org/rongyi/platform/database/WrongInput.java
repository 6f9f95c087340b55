package org.rongyi.platform.database;

/** What the user typed cannot be meant. Ends the program with exit code 2 and {@code place: reason} on stderr. */
public class WrongInput extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public WrongInput(String place, String reason) {
        super(place + ": " + reason);
    }
}
