package org.rongyi.platform.intake;

import java.util.List;
import java.util.UUID;
import org.rongyi.platform.documents.sheet.Cell;
import org.rongyi.platform.documents.sheet.Row;
import org.rongyi.platform.vault.SealedField;
import org.rongyi.platform.vault.Vault;
import tools.jackson.databind.json.JsonMapper;

/** 退回行: a row as it was uploaded, and why it was sent back. At rest it is sealed: it may name anybody. */
public record RefusedRow(int number, List<String> cells, String reason) {

    static final SealedField CONTENT = new SealedField("intake.row", "content");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    public RefusedRow {
        cells = List.copyOf(cells);
    }

    byte[] seal(Vault vault, UUID command) {
        return vault.seal(CONTENT, command, JSON.writeValueAsString(this));
    }

    static RefusedRow open(Vault vault, UUID command, byte[] sealed) {
        return JSON.readValue(vault.open(CONTENT, command, sealed), RefusedRow.class);
    }

    /** As the file of refused rows wants it. */
    public Row row() {
        return new Row(
                number, false, cells.stream().map(text -> new Cell(text, null)).toList());
    }
}
