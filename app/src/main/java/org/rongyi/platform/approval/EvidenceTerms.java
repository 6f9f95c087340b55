package org.rongyi.platform.approval;

import org.rongyi.platform.retention.Keeping;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this room's own cases leave behind, and every case on which nothing was decided. */
@Configuration(proxyBeanMethods = false)
class EvidenceTerms {

    @Bean
    Keeping evidenceOfRechecks(EvidenceKeepings keepings) {
        return keepings.of(Rechecks.SERVICE, "复核", "privacy.evidence.recheck.months");
    }

    @Bean
    Keeping lettersOfCases(EvidenceKeepings keepings) {
        return keepings.letters("privacy.letter.months");
    }

    @Bean
    Keeping evidenceOfUndecided(EvidenceKeepings keepings) {
        return keepings.undecided("privacy.evidence.undecided.months");
    }
}
