package org.rongyi.care.relief;

import org.rongyi.platform.approval.EvidenceKeepings;
import org.rongyi.platform.retention.Keeping;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** 保存期限: the papers a payment was decided on are kept as long as its voucher. */
@Configuration(proxyBeanMethods = false)
class AidKeeping {

    @Bean
    Keeping evidenceOfAid(EvidenceKeepings keepings) {
        return keepings.paid(AskAid.SERVICE, "困难帮扶援助", "privacy.evidence.hardship.months");
    }

    @Bean
    Keeping evidenceOfEmergencyAid(EvidenceKeepings keepings) {
        return keepings.paid("EMERGENCY", "应急救助", "privacy.evidence.emergency.months");
    }
}
