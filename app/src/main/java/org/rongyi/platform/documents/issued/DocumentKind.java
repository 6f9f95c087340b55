package org.rongyi.platform.documents.issued;

/**
 * 文种: what a document is.
 *
 * @param code two to six capitals, part of its number: BJ
 * @param zh 不予受理决定书
 */
public record DocumentKind(String code, String zh) {

    public DocumentKind {
        if (!code.matches("[A-Z]{2,6}") || zh.isBlank()) {
            throw new IllegalArgumentException("a kind of document has two to six capitals and a name");
        }
    }
}
