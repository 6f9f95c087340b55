package org.rongyi.platform.documents.paper;

import java.util.List;

/**
 * 目录、经过: a list that goes over pages, its heading on each.
 *
 * @param about lines above the list
 * @param below lines below it
 */
public record Register(
        String title, List<String> about, List<String> headings, List<List<String>> rows, List<String> below)
        implements Paper {

    public Register {
        about = List.copyOf(about);
        headings = List.copyOf(headings);
        rows = rows.stream().map(List::copyOf).toList();
        below = List.copyOf(below);
    }
}
