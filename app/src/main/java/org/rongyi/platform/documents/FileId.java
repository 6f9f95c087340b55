package org.rongyi.platform.documents;

/** Name of a stored file: the keyed hash of its content, 64 hex digits. Equal content has one name. */
public record FileId(String value) {

    public FileId {
        if (!value.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("a file id has 64 hex digits");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
