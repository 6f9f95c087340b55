package org.rongyi.platform.intake;

import java.util.List;
import java.util.UUID;
import org.rongyi.platform.vault.SealedColumn;
import org.rongyi.platform.vault.SealedPlace;
import org.rongyi.platform.vault.Vault;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What this room keeps sealed. */
@Configuration(proxyBeanMethods = false)
class IntakeSeals {

    @Bean
    SealedPlace sealedPreviews(Vault vault, @Qualifier("job") JdbcClient jdbc) {
        return SealedColumn.byId("导入：核对时的预览", Preview.FIELD, vault, jdbc);
    }

    @Bean
    SealedPlace sealedRefusedRows(Vault vault, @Qualifier("job") JdbcClient jdbc) {
        return new SealedColumn(
                "导入：退回的行",
                RefusedRow.CONTENT,
                List.of(new SealedColumn.Key("batch_id", "uuid"), new SealedColumn.Key("row_number", "integer")),
                key -> RefusedRow.CONTENT.aad(
                        Batch.commandFor(UUID.fromString(key.get(0)), Integer.parseInt(key.get(1)))),
                vault,
                jdbc);
    }
}
