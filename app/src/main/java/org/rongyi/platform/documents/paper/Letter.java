package org.rongyi.platform.documents.paper;

import java.time.LocalDate;
import java.util.List;

/**
 * 决定、通知、回执: a letter of the office.
 *
 * @param to 主送, without the colon; empty without
 * @param facts a small table between the text and the signature; empty without
 * @param signer 落款
 * @param notes below the signature: how to object, what to bring; empty without
 */
public record Letter(
        String title,
        String to,
        List<String> paragraphs,
        List<Entry> facts,
        String signer,
        LocalDate date,
        List<String> notes)
        implements Paper {

    /** A line of the table. */
    public record Entry(String name, String value) {}

    public Letter {
        paragraphs = List.copyOf(paragraphs);
        facts = List.copyOf(facts);
        notes = List.copyOf(notes);
    }
}
