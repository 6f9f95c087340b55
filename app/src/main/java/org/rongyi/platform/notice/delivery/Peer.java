package org.rongyi.platform.notice.delivery;

/** 对方: a server outside that takes messages. */
interface Peer {

    /** A line to it, for one thread; opening it may wait for the first message. */
    Line open();

    interface Line extends AutoCloseable {

        /** Never throws for what a peer does. */
        Result send(Parcel parcel);

        @Override
        void close();
    }

    /** What became of a message. The sentence is for the administrator and says nothing of the recipient. */
    sealed interface Result {

        /** The peer answers for it now. */
        record Accepted() implements Result {}

        /** It will never take this one: no such address. */
        record Refused(String why) implements Result {}

        /** Not this time; the next message may do better. */
        record Failed(String why) implements Result {}

        /** It cannot be reached, or takes nothing: no use in trying others now. */
        record Gone(String why) implements Result {}
    }
}
