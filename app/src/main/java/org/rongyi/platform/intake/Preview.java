package org.rongyi.platform.intake;

import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.rongyi.platform.vault.SealedField;
import org.rongyi.platform.vault.Vault;
import tools.jackson.databind.json.JsonMapper;

/** 预览: the first rows that can be imported, with long numbers masked. Sealed at rest. */
public record Preview(List<List<String>> rows) {

    static final int ROWS = 10;
    static final Preview EMPTY = new Preview(List.of());

    static final SealedField FIELD = new SealedField("intake.batch", "preview");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Telephone and citizen numbers; division codes have twelve digits and stay. */
    private static final Pattern PRIVATE =
            Pattern.compile("(?<!\\d)(\\d{3})(?:\\d{4}|\\d{8}|\\d{11})(\\d{3}[\\dXx])(?![\\dXx])");

    public Preview {
        rows = rows.stream().map(List::copyOf).toList();
    }

    static String mask(String text) {
        return PRIVATE.matcher(text).replaceAll("$1****$2");
    }

    byte[] seal(Vault vault, UUID batch) {
        return vault.seal(FIELD, batch, JSON.writeValueAsString(this));
    }

    static Preview open(Vault vault, UUID batch, byte[] sealed) {
        return JSON.readValue(vault.open(FIELD, batch, sealed), Preview.class);
    }
}
