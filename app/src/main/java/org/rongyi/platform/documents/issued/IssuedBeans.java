package org.rongyi.platform.documents.issued;

import java.time.Clock;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.documents.FileStore;
import org.rongyi.platform.documents.paper.Printer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a term that ran out has to be told in writing is issued by a job, in the job's own transaction. */
@Configuration(proxyBeanMethods = false)
class IssuedBeans {

    @Bean(defaultCandidate = false)
    @Qualifier("job")
    IssuedDocuments issuedByJobs(
            @Qualifier("job") JdbcClient jdbc,
            FileStore files,
            Printer printer,
            CheckCodes codes,
            CheckAddress address,
            SealService seals,
            Clock clock,
            @Qualifier("job") AuditTrail audit) {
        var register = new PublicRegister(jdbc, codes);
        return new IssuedDocuments(jdbc, files, printer, codes, address, seals, register, clock, audit);
    }
}
