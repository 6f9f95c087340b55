package org.rongyi.platform.policy;

import java.util.List;

/** 名录: a dated list, its entries in the document's order. */
public record ChoiceList(String id, String zh, String room, Source source, List<Choice> entries) {

    public ChoiceList {
        entries = List.copyOf(entries);
    }
}
