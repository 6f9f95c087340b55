package org.rongyi.platform.notice.news;

import java.util.Map;
import java.util.UUID;
import org.rongyi.platform.access.ClientNews;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.notice.Notice;
import org.rongyi.platform.notice.Notices;
import org.rongyi.platform.notice.Recipient;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Another system comes, or goes: whoever is to approve it has something to do, and the unit whose territory it takes data of is
 * told, its administrators or, where it has none, its leaders.
 */
@Component
class ClientListener {

    private static final String LIST = "/interfaces";

    private final Notices notices;

    ClientListener(Notices notices) {
        this.notices = notices;
    }

    @EventListener
    void on(ClientNews news) {
        switch (news) {
            case ClientNews.Registered(var client, var name, var unit, var purpose, var grants, var at) -> {
                notices.send(
                        Notice.of(
                                "client.waiting",
                                client,
                                "/clients/" + client,
                                Map.of("client", name, "purpose", purpose)),
                        new Recipient.Post(at, Role.SECURITY_ADMIN));
                tell(
                        unit,
                        Notice.of(
                                "client.registered",
                                client,
                                LIST,
                                Map.of("client", name, "purpose", purpose, "grants", grants)));
            }
            case ClientNews.Approved(var client, var name, var unit) ->
                tell(unit, Notice.of("client.approved", client, LIST, Map.of("client", name)));
            case ClientNews.Revoked(var client, var name, var unit, var reason) ->
                tell(unit, Notice.of("client.revoked", client, LIST, Map.of("client", name, "reason", reason)));
        }
    }

    private void tell(UUID unit, Notice notice) {
        int told = notices.send(
                notice, new Recipient.Post(unit, Role.SYSTEM_ADMIN), new Recipient.Post(unit, Role.SECURITY_ADMIN));
        if (told == 0) {
            notices.send(notice, new Recipient.Post(unit, Role.LEADER));
        }
    }
}
