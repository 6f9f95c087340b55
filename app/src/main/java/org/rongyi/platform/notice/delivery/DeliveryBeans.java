package org.rongyi.platform.notice.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.Map;
import org.rongyi.platform.notice.Addresses;
import org.rongyi.platform.notice.Channel;
import org.rongyi.platform.notice.Settings;
import org.rongyi.platform.notice.Templates;
import org.rongyi.platform.policy.Policy;
import org.rongyi.platform.schedule.Recurring;
import org.rongyi.platform.vault.Vault;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The worker with the peers this installation has, and when it works. */
@Configuration(proxyBeanMethods = false)
class DeliveryBeans {

    /** Before the offices open. */
    private static final LocalTime MORNING = LocalTime.of(7, 30);

    @Bean
    Delivery delivery(
            Parcels parcels,
            Templates templates,
            ObjectProvider<Addresses> addresses,
            Vault vault,
            Settings settings,
            QuietHours quiet,
            Policy policy,
            Clock clock) {
        var wrapping = new Wrapping(parcels, templates, addresses.getIfAvailable(), vault);
        return new Delivery(parcels, wrapping, peers(settings, clock), quiet, policy, clock);
    }

    private static Map<Channel, Peer> peers(Settings settings, Clock clock) {
        var peers = new EnumMap<Channel, Peer>(Channel.class);
        var mail = settings.mail();
        if (mail != null) {
            peers.put(Channel.EMAIL, new SmtpPeer(mail, clock));
        }
        var sms = settings.sms();
        if (sms != null) {
            peers.put(Channel.SMS, new SmsGateway(sms, clock));
        }
        return peers;
    }

    @Bean
    Recurring delivering(Delivery delivery) {
        return Recurring.every("notice.deliver", "送消息", Duration.ofSeconds(1), delivery::run);
    }

    @Bean
    Recurring mailingHeads(HeadMail heads) {
        return Recurring.daily("notice.heads", "寄出链头", MORNING, heads::run);
    }
}
