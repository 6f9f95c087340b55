package org.rongyi.platform.act;

import java.util.Optional;

/** 文字检查: what is asked of the reasons of every act before they are kept; the room of secrets answers it. */
public interface WordsCheck {

    /** Why the text is not kept, in the words its writer reads. */
    Optional<String> objection(String text);
}
