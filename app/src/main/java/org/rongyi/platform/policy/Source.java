package org.rongyi.platform.policy;

import org.jspecify.annotations.Nullable;

/** 依据: the document a value comes from, its article where one is known, and how sure that is. */
public record Source(String document, @Nullable String article, Certainty certainty) {

    public boolean isProposed() {
        return certainty == Certainty.PROPOSED;
    }

    /** What stands in place of an article where the text of the document was not at hand: nobody guesses one. */
    public static final String UNSEEN = "未见条号";

    /** 某办法 第十二条, or 某办法（未见条号）. */
    public String inWords() {
        if (article == null || article.isBlank()) {
            return document;
        }
        return article.equals(UNSEEN) ? document + "（" + UNSEEN + "）" : document + " " + article;
    }
}
