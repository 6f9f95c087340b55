package org.rongyi.care.visit;

import java.util.List;
import java.util.UUID;
import org.rongyi.platform.vault.SealedColumn;
import org.rongyi.platform.vault.SealedField;
import org.rongyi.platform.vault.SealedPlace;
import org.rongyi.platform.vault.Vault;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What this room keeps sealed. */
@Configuration(proxyBeanMethods = false)
class VisitSeals {

    @Bean
    SealedPlace sealedTalks(Vault vault, @Qualifier("job") JdbcClient jdbc) {
        return SealedColumn.byId("走访记录：所谈内容", Visits.SAID, vault, jdbc);
    }

    @Bean
    SealedPlace sealedAttention(Vault vault, @Qualifier("job") JdbcClient jdbc) {
        return new SealedColumn(
                "联系台账：以前的重点联系事由",
                AttentionHistory.BEFORE,
                List.of(new SealedColumn.Key("person_id", "uuid"), new SealedColumn.Key("version", "integer")),
                key -> AttentionHistory.aad(UUID.fromString(key.get(0)), Integer.parseInt(key.get(1))),
                vault,
                jdbc);
    }

    @Bean
    SealedPlace sealedDrafts(Vault vault, @Qualifier("job") JdbcClient jdbc) {
        return new SealedColumn(
                "走访记录：未提交的草稿",
                new SealedField("visit.draft", "sealed"),
                List.of(new SealedColumn.Key("post_id", "uuid"), new SealedColumn.Key("person_id", "uuid")),
                key -> Drafts.aad(UUID.fromString(key.get(0)), UUID.fromString(key.get(1))),
                vault,
                jdbc);
    }
}
