package org.rongyi.people.person;

import org.rongyi.platform.approval.EvidenceKeepings;
import org.rongyi.platform.retention.Keeping;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** 保存期限: copies of certificates by which a file was put right; the file itself says what they said. */
@Configuration(proxyBeanMethods = false)
class CorrectionKeeping {

    @Bean
    Keeping evidenceOfCorrections(EvidenceKeepings keepings) {
        return keepings.of(AskCorrection.SERVICE, "更正个人信息", "privacy.evidence.correction.months");
    }
}
