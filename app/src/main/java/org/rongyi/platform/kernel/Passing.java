package org.rongyi.platform.kernel;

/** What cannot be done at this moment and can a little later, without anybody's doing: whoever asked is told to try again. */
public class Passing extends IllegalStateException {

    private static final long serialVersionUID = 1;

    public Passing(String message) {
        super(message);
    }
}
