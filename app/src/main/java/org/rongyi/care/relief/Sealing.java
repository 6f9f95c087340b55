package org.rongyi.care.relief;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.vault.SealedField;
import org.rongyi.platform.vault.Vault;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** How this room seals what lies under a case's id: words as they are, values as JSON; nothing for nothing. */
@Component
public class Sealing {

    private final Vault vault;
    private final JsonMapper json = JsonMapper.builder().build();

    public Sealing(Vault vault) {
        this.vault = vault;
    }

    public byte @Nullable [] words(SealedField field, UUID id, String words) {
        return words.isBlank() ? null : vault.seal(field, id, words);
    }

    public byte @Nullable [] value(SealedField field, UUID id, @Nullable Object value) {
        return value == null ? null : vault.seal(field, id, json.writeValueAsString(value));
    }

    /** Empty where there is nothing. */
    public String openWords(SealedField field, UUID id, byte @Nullable [] sealed) {
        return sealed == null ? "" : vault.open(field, id, sealed);
    }

    public <T> @Nullable T openValue(SealedField field, UUID id, byte @Nullable [] sealed, Class<T> type) {
        return sealed == null ? null : json.readValue(vault.open(field, id, sealed), type);
    }
}
