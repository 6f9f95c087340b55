package org.rongyi.platform.access.client;

import java.util.List;
import java.util.Optional;
import org.rongyi.platform.access.WaitingClients;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Permission;
import org.rongyi.platform.ui.Tone;
import org.rongyi.platform.ui.Words;
import org.rongyi.platform.ui.home.HomeBlock;
import org.rongyi.platform.ui.home.HomeCard;
import org.rongyi.platform.ui.home.HomeSection;
import org.springframework.stereotype.Component;

/** 首页的待批准接口用户, for whoever approves them. */
@Component
class ClientHome implements HomeCard {

    private static final int WITH_THE_WORK = 16;
    private static final int MOST = 5;

    private final WaitingClients waiting;

    ClientHome(WaitingClients waiting) {
        this.waiting = waiting;
    }

    @Override
    public Optional<HomeSection> find(Actor reader) {
        if (!Permission.mayPerform(ApproveClient.class, reader)) {
            return Optional.empty();
        }
        var all = waiting.list();
        if (all.isEmpty()) {
            return Optional.empty();
        }
        var entries = all.stream()
                .limit(MOST)
                .map(one -> new HomeBlock.Entry(
                        one.name(),
                        "登记于 " + Words.moment(one.at().toInstant()),
                        "待批准",
                        Tone.WARNING,
                        "/clients/" + one.id()))
                .toList();
        return Optional.of(new HomeSection(
                WITH_THE_WORK,
                "接口用户",
                "系统管理员登记的，批准以后才能取数。",
                List.of(
                        new HomeBlock.Numbers(
                                List.of(HomeBlock.Number.of("待批准", Words.number(all.size()), "个", "/clients"))),
                        new HomeBlock.Entries(entries, "没有等您批准的。")),
                List.of()));
    }
}
