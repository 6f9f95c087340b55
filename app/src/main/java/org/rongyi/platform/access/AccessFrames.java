package org.rongyi.platform.access;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.database.DataDirectory;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.policy.Policy;
import org.rongyi.platform.ui.Frame;
import org.rongyi.platform.ui.FrameSource;
import org.rongyi.platform.ui.Menu;
import org.springframework.stereotype.Component;

/** Who stands at the top of the page, under which post, with which doors. */
@Component
class AccessFrames implements FrameSource {

    private static final String DEMO = "演示数据：人物、记录均为虚构，请勿填写真实个人信息";

    private final Menu menu;
    private final Transactions transactions;
    private final DataDirectory directory;
    private final Policy policy;
    private final Veterans veterans;
    private final Clock clock;

    AccessFrames(
            Menu menu,
            Transactions transactions,
            DataDirectory directory,
            Policy policy,
            Veterans veterans,
            Clock clock) {
        this.transactions = transactions;
        this.veterans = veterans;
        this.policy = policy;
        this.menu = menu;
        this.directory = directory;
        this.clock = clock;
    }

    @Override
    public Frame frameFor(HttpServletRequest request) {
        var actor = SessionFilter.actor(request);
        var frame = Frame.visitor(request, LocalDate.now(clock))
                .withMenu(menu(actor, request.getRequestURI()))
                .withBanners(directory.isDemo() ? List.of(DEMO) : List.of());
        return SessionFilter.signedIn(request)
                .map(who -> frame.signedIn(user(who), posts(who)))
                .orElse(frame);
    }

    /** For a visitor nothing waits. */
    private List<Frame.Item> menu(Actor actor, String path) {
        return actor instanceof Actor.Visitor
                ? menu.itemsFor(actor, path)
                : transactions.readAlike(actor, () -> menu.itemsFor(actor, path));
    }

    @Override
    public Optional<String> station(HttpServletRequest request) {
        return switch (SessionFilter.actor(request)) {
            case Actor.Self self -> Optional.of(veterans.station(self.person()));
            case Actor.Kin kin -> Optional.of(veterans.station(kin.person()));
            case Actor.Office _, Actor.Client _, Actor.Visitor _, Actor.Job _ -> Optional.empty();
        };
    }

    @Override
    public List<String> proposed(Set<String> ids) {
        return ids.isEmpty() ? List.of() : policy.proposed(LocalDate.now(clock), ids);
    }

    private static Frame.User user(SignedIn who) {
        return switch (who.actor()) {
            case Actor.Office office ->
                new Frame.User(office.name(), office.role().zh(), office.unitName());
            case Actor.Kin kin -> new Frame.User(kin.name(), "亲属代办", null);
            case Actor.Self _, Actor.Client _, Actor.Visitor _, Actor.Job _ -> new Frame.User(who.name(), null, null);
        };
    }

    private static List<Frame.Post> posts(SignedIn who) {
        if (who.isPrivate()) {
            return forWhom(who);
        }
        var active = active(who);
        return who.posts().stream()
                .map(held -> new Frame.Post(held.id(), held.label(), held.id().equals(active)))
                .toList();
    }

    /** Himself, where he has a file of his own, and those he acts for. */
    private static List<Frame.Post> forWhom(SignedIn who) {
        if (who.mandates().isEmpty()) {
            return List.of();
        }
        var mandate = who.actor() instanceof Actor.Kin kin ? kin.mandate() : null;
        var choices = new ArrayList<Frame.Post>();
        if (who.hasFile()) {
            choices.add(new Frame.Post(who.account(), "办本人的事", mandate == null));
        }
        who.mandates()
                .forEach(one -> choices.add(
                        new Frame.Post(one.id(), one.label(), one.id().equals(mandate))));
        return choices;
    }

    private static java.util.@Nullable UUID active(SignedIn who) {
        return who.actor() instanceof Actor.Office office ? office.post() : null;
    }
}
