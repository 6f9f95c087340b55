package org.rongyi.platform.access.client;

import java.util.List;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Tone;
import org.rongyi.platform.ui.Words;

/** 接口用户. @param registers the reader is one who registers */
public record ClientsPage(List<Clients.Client> clients, boolean registers) implements Page {

    public ClientsPage {
        clients = List.copyOf(clients);
    }

    /** One line of the list. */
    public record Line(String path, String name, String contact, String state, Tone tone, String used) {}

    public List<Line> lines() {
        return clients.stream()
                .map(one -> new Line(
                        "/clients/" + one.id(),
                        one.name(),
                        one.contact(),
                        one.state().zh(),
                        switch (one.state()) {
                            case WAITING -> Tone.WARNING;
                            case IN_USE -> Tone.SUCCESS;
                            case REVOKED -> Tone.NEUTRAL;
                        },
                        one.usedAt() == null
                                ? "没有来过"
                                : Words.moment(one.usedAt().toInstant())))
                .toList();
    }

    @Override
    public String title() {
        return "接口用户";
    }
}
