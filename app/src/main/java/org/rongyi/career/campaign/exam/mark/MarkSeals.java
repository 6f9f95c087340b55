package org.rongyi.career.campaign.exam.mark;

import org.rongyi.platform.vault.SealedColumn;
import org.rongyi.platform.vault.SealedField;
import org.rongyi.platform.vault.SealedPlace;
import org.rongyi.platform.vault.Vault;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What an exam keeps sealed: whose a paper is, and what a marker gave. */
@Configuration(proxyBeanMethods = false)
class MarkSeals {

    static final SealedField OWNER = new SealedField("campaign.exam_paper", "owner_sealed");
    static final SealedField POINTS = new SealedField("campaign.exam_mark", "points_sealed");

    @Bean
    SealedPlace sealedPaperOwners(Vault vault, @Qualifier("job") JdbcClient jdbc) {
        return SealedColumn.byId("考试：试卷是谁的", OWNER, vault, jdbc);
    }

    @Bean
    SealedPlace sealedMarks(Vault vault, @Qualifier("job") JdbcClient jdbc) {
        return SealedColumn.byId("考试：阅卷人的评分", POINTS, vault, jdbc);
    }
}
