package org.rongyi.platform.ui.field;

/**
 * A file that a form already has: it came with an earlier try, or belongs to the record.
 *
 * @param id what comes back, under the field's name and {@code -drop}, when the person does not want it after all
 * @param note what it is: its kind, size and pages
 */
public record KeptFile(String id, String name, String note) {}
