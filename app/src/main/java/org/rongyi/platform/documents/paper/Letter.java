package org.rongyi.platform.documents.paper;

import java.time.LocalDate;
import java.util.List;

/**
 * 决定、通知、回执: a letter of the office, laid out as GB/T 9704-2012 has it. What the reader may do against it is part of the text,
 * above the signature.
 *
 * @param to 主送, without the colon; empty without
 * @param facts a small table between the text and the signature; empty without
 * @param signer 落款
 * @param notes 附注 below the signature: whom to call, what to bring; empty without
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
