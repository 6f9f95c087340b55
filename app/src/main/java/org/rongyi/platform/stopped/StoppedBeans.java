package org.rongyi.platform.stopped;

import org.rongyi.platform.retention.ExpiredRows;
import org.rongyi.platform.retention.Keeping;
import org.rongyi.platform.vault.SealedColumn;
import org.rongyi.platform.vault.SealedPlace;
import org.rongyi.platform.vault.Vault;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What this room keeps sealed, and how long. */
@Configuration(proxyBeanMethods = false)
class StoppedBeans {

    private static final String COUNT = """
            select count(*) from (select from stopped.words where asked_at < :before and state <> 'WAITING' limit :most) past
            """;

    private static final String DELETE = """
            delete from stopped.words
            where ctid = any(array(select ctid from stopped.words where asked_at < :before and state <> 'WAITING' limit :most))
            """;

    @Bean
    SealedPlace sealedStoppedText(Vault vault, @Qualifier("job") JdbcClient jdbc) {
        return SealedColumn.byId("等复核的话", StoppedTexts.TEXT, vault, jdbc);
    }

    @Bean
    SealedPlace sealedStoppedForm(Vault vault, @Qualifier("job") JdbcClient jdbc) {
        return SealedColumn.byId("等复核的话：一并填的", StoppedTexts.FORM, vault, jdbc);
    }

    @Bean
    Keeping oldStoppedWords(@Qualifier("job") JdbcClient jdbc) {
        return new ExpiredRows(jdbc, "stopped.words", "复核过的被拦下的话", "privacy.draft.months", COUNT, DELETE);
    }
}
