package org.rongyi.platform.database;

/**
 * Work to be done at every start, after the web server is up and before the program says that it is ready. Until
 * then every path answers 503. A task decides by itself whether there is anything left to do.
 */
public interface StartTask {

    /** Smaller numbers run first. */
    int order();

    void run(Launch launch);
}
