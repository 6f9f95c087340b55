package org.rongyi.people.person;

import java.util.List;
import java.util.UUID;
import org.rongyi.platform.database.CopyStream;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.vault.SealedField;
import org.rongyi.platform.vault.Vault;
import tools.jackson.databind.json.JsonMapper;

/** What was asked for in 更正个人信息 in bulk, for a demo. */
public final class CorrectionLoad {

    public static final String SERVICE = AskCorrection.SERVICE;
    public static final List<String> TABLES = List.of("person.correction_request");
    public static final SealedField SEALED = CorrectionRequests.CONTENT;

    private final Vault vault;
    private final CopyStream.Target requests;
    private final JsonMapper json = JsonMapper.builder().build();

    public CorrectionLoad(CopyStream stream, Vault vault) {
        this.vault = vault;
        this.requests =
                stream.into("person.correction_request", "id, person_id, code_now, file_version, content_sealed");
    }

    public void request(UUID caseId, UUID person, DivisionCode code, CorrectionRequest request) {
        var content = vault.seal(SEALED, caseId, json.writeValueAsString(request));
        requests.row(caseId, person, code, 1, content);
    }
}
