package org.rongyi.care.need;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.database.CopyStream;
import org.rongyi.platform.vault.SealedField;
import org.rongyi.platform.vault.Vault;

/** Needs in bulk, for a demo. */
public final class NeedLoad {

    public static final List<String> TABLES = List.of("need.need");
    public static final SealedField SEALED = Needs.TEXT;

    private final Vault vault;
    private final CopyStream.Target needs;

    public NeedLoad(CopyStream stream, Vault vault) {
        this.vault = vault;
        this.needs = stream.into(
                "need.need",
                "id, person_id, person_name, code_then, code_now, kind, text_sealed, state, asked_on, source_id,"
                        + " asked_by, answer, answered_by, answered_at, version");
    }

    /** How it was answered, or that somebody took it up. */
    public record Answer(NeedState state, @Nullable String text, String by, OffsetDateTime at) {}

    public void need(UUID id, UUID source, Needs.Asker asker, Needs.Asked asked, @Nullable Answer answer) {
        LocalDate on = asker.on();
        needs.row(
                id,
                asker.person(),
                asker.name(),
                asker.code(),
                asker.code(),
                asked.kind(),
                vault.seal(Needs.TEXT, id, asked.text()),
                answer == null ? NeedState.OPEN : answer.state(),
                on,
                source,
                asker.recordedBy(),
                answer == null ? null : answer.text(),
                answer == null ? null : answer.by(),
                answer == null ? null : answer.at(),
                answer == null ? 1 : 2);
    }
}
