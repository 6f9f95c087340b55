package org.rongyi.platform.policy;

import org.jspecify.annotations.Nullable;

/** 依据: the document a value comes from, its article where one is known, and how sure that is. */
public record Source(String document, @Nullable String article, Certainty certainty) {

    public boolean isProposed() {
        return certainty == Certainty.PROPOSED;
    }

    /** 某办法 第十二条. */
    public String inWords() {
        return article == null || article.isBlank() ? document : document + " " + article;
    }
}
