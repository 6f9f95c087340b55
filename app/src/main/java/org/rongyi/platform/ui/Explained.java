package org.rongyi.platform.ui;

/** What is thrown where nothing can be done about it on the spot, and says itself what has happened and who can help. */
public interface Explained {

    MessagePage page();
}
