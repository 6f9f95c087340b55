package org.rongyi.network.oversight;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.rongyi.platform.access.AccountControl;
import org.rongyi.platform.access.Administrators;
import org.rongyi.platform.access.Posts;
import org.rongyi.platform.access.UnitDirectory;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Level;
import org.springframework.stereotype.Component;

/**
 * Which accounts an administrator reaches: those with a post in his territory. He changes one only if all its posts in
 * force lie there; the province's administrator reaches every account, also those without a post and veterans' own.
 */
@Component
public class AccountReach {

    private final AccountControl accounts;
    private final Administrators administrators;
    private final Posts posts;
    private final UnitDirectory units;
    private final Clock clock;

    AccountReach(
            AccountControl accounts, Administrators administrators, Posts posts, UnitDirectory units, Clock clock) {
        this.accounts = accounts;
        this.administrators = administrators;
        this.posts = posts;
        this.units = units;
        this.clock = clock;
    }

    /** How an account lies to the administrator's territory. */
    public sealed interface Found {}

    /** There is none, or it has never served in the territory: indistinguishable. */
    public record Unknown() implements Found {}

    /** It serves in the territory, and outside of it as well. */
    public record Partly(Held account) implements Found {}

    public record Within(Held account) implements Found {}

    /**
     * @param served the posts in the territory, the latest first
     * @param elsewhere how many posts in force lie outside
     */
    public record Held(AccountControl.Standing standing, List<Post> served, int elsewhere) {

        public UUID id() {
            return standing.id();
        }
    }

    /** A post with its unit. */
    public record Post(Posts.Served served, UnitDirectory.Workplace unit, boolean over) {}

    /** For a page. */
    public Found find(Actor actor, UUID account) {
        return place(office(actor), accounts.find(account));
    }

    /** For an act: nobody else changes an account's standing meanwhile. */
    Found lock(Actor actor, UUID account) {
        return place(office(actor), accounts.lock(account));
    }

    /** Nobody else who can sign in does the whole of what this account does as one of the three administrators. */
    boolean isLastAdministrator(Held account) {
        return account.served().stream()
                .filter(post -> !post.over())
                .anyMatch(post -> administrators.isLast(
                        account.id(), post.served().role(), post.unit().code()));
    }

    static boolean isOneself(Actor actor, UUID account) {
        return office(actor).account().equals(account);
    }

    static AccountControl.Ground ground(Actor actor, String reason) {
        var office = office(actor);
        return new AccountControl.Ground(reason, office.signed());
    }

    /** Every account of the installation, also those that serve nowhere. */
    static boolean isWhole(Actor.Office actor) {
        return actor.scope().covers(actor.unitCode().at(Level.PROVINCE));
    }

    private Found place(Actor.Office actor, Optional<AccountControl.Standing> standing) {
        if (standing.isEmpty()) {
            return new Unknown();
        }
        var ever = posts.everOf(standing.get().id());
        var known = units.findWorkplaces(ever.stream().map(Posts.Served::unitId).toList());
        var today = LocalDate.now(clock);
        var within = new ArrayList<Post>();
        int elsewhere = 0;
        for (var post : ever) {
            var unit = known.get(post.unitId());
            if (unit != null && actor.scope().covers(unit.code())) {
                within.add(new Post(post, unit, post.isOver(today)));
            } else if (!post.isOver(today)) {
                elsewhere++;
            }
        }
        if (isWhole(actor)) {
            return new Within(new Held(standing.get(), within, 0));
        }
        if (within.isEmpty()) {
            return new Unknown();
        }
        var held = new Held(standing.get(), within, elsewhere);
        return elsewhere == 0 ? new Within(held) : new Partly(held);
    }

    private static Actor.Office office(Actor actor) {
        if (!(actor instanceof Actor.Office office)) {
            throw new IllegalStateException("only posts administer accounts, says @Allow");
        }
        return office;
    }
}
