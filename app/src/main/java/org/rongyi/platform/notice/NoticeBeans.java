package org.rongyi.platform.notice;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.rongyi.platform.vault.BlindColumn;
import org.rongyi.platform.vault.SealedColumn;
import org.rongyi.platform.vault.SealedPlace;
import org.rongyi.platform.vault.Vault;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The room's way in for acts and, beside it, the one for named jobs; and what it keeps sealed. */
@Configuration(proxyBeanMethods = false)
class NoticeBeans {

    @Bean
    @Primary
    Notices notices(JdbcClient jdbc, Templates templates, Channels channels, Vault vault, Clock clock) {
        return new Notices(jdbc, templates, new Outbox(jdbc, channels, vault, clock), clock);
    }

    @Bean
    @Qualifier("job")
    Notices jobNotices(
            @Qualifier("job") JdbcClient jdbc, Templates templates, Channels channels, Vault vault, Clock clock) {
        return new Notices(jdbc, templates, new Outbox(jdbc, channels, vault, clock), clock);
    }

    @Bean
    SealedPlace sealedTexts(Vault vault, @Qualifier("job") JdbcClient jdbc) {
        return SealedColumn.byId("发件箱：还没有发出的正文", Outbox.TEXT, vault, jdbc);
    }

    @Bean
    SealedPlace sealedAddresses(Vault vault, @Qualifier("job") JdbcClient jdbc) {
        return SealedColumn.byId("发件箱：直接给出的地址", Outbox.ADDRESS, vault, jdbc);
    }

    @Bean
    BlindColumn blindAddresses(Vault vault, @Qualifier("job") JdbcClient jdbc) {
        return new BlindColumn("发件箱：同一地址只发一次", Outbox.ADDRESS, "address_index", Outbox.ADDRESS_INDEX, vault, jdbc);
    }

    @Bean
    SealedPlace sealedMailboxes(Vault vault, @Qualifier("job") JdbcClient jdbc) {
        return new SealedColumn(
                "电子邮箱：工作人员登记的地址",
                Mailboxes.EMAIL,
                List.of(new SealedColumn.Key("account_id", "uuid")),
                key -> Mailboxes.EMAIL.aad(UUID.fromString(key.getFirst())),
                vault,
                jdbc);
    }
}
