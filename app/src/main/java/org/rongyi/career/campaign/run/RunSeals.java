package org.rongyi.career.campaign.run;

import org.rongyi.platform.vault.SealedColumn;
import org.rongyi.platform.vault.SealedField;
import org.rongyi.platform.vault.SealedPlace;
import org.rongyi.platform.vault.Vault;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a run keeps sealed. */
@Configuration(proxyBeanMethods = false)
public class RunSeals {

    static final SealedField FILE = new SealedField("campaign.run_file", "file_sealed");
    public static final SealedField SLIP = new SealedField("campaign.placed", "slip_sealed");

    @Bean
    SealedPlace sealedRunFiles(Vault vault, @Qualifier("job") JdbcClient jdbc) {
        return SealedColumn.byId("安置活动：运行的全部材料", FILE, vault, jdbc);
    }

    @Bean
    SealedPlace sealedSlips(Vault vault, @Qualifier("job") JdbcClient jdbc) {
        return SealedColumn.byId("安置活动：本人的凭条", SLIP, vault, jdbc);
    }
}
