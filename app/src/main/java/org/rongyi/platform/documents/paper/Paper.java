package org.rongyi.platform.documents.paper;

/**
 * What one document says. A template of the same name stands beside the record, takes it as {@code paper} and the
 * {@link Sheet} it is printed on as {@code sheet}, and is built of the blocks of this package. A room may bring its own.
 */
public interface Paper {

    /** 标题: stands on the paper, and names the file. */
    String title();
}
