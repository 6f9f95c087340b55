package org.rongyi.network.oversight;

import java.util.UUID;
import java.util.function.Predicate;
import org.rongyi.platform.access.AccountControl;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.secrecy.Secrets;
import org.springframework.stereotype.Component;

/** 锁定、停用之前: both keep somebody out, and both stop at the same. */
@Component
class ShuttingOut {

    private final AccountReach reach;
    private final Secrets secrets;

    ShuttingOut(AccountReach reach, Secrets secrets) {
        this.reach = reach;
        this.secrets = secrets;
    }

    /** Whether it may go on. */
    sealed interface Verdict {}

    /** Nothing stands against it; nobody else changes the account's standing meanwhile. */
    record Free(UUID account, AccountControl.Ground ground) implements Verdict {}

    record Barred(Bar why) implements Verdict {}

    /** The reason would stand in the trail for good. */
    record Secret(String why) implements Verdict {}

    /** What stands against it; said by the outcomes of the acts. */
    enum Bar {
        NO_REASON,
        NOT_FOUND,
        SERVES_ELSEWHERE,
        YOURSELF,
        ALREADY,
        LAST_ADMINISTRATOR
    }

    /** @param already it is shut out in this very way */
    Verdict of(Actor actor, UUID account, String reason, Predicate<AccountControl.Standing> already) {
        if (reason.isBlank()) {
            return new Barred(Bar.NO_REASON);
        }
        var secret = secrets.look("reason", reason);
        if (secret.isPresent()) {
            return new Secret(secret.get().why());
        }
        return switch (reach.lock(actor, account)) {
            case AccountReach.Unknown() -> new Barred(Bar.NOT_FOUND);
            case AccountReach.Partly ignored -> new Barred(Bar.SERVES_ELSEWHERE);
            case AccountReach.Within(var held) -> {
                if (AccountReach.isOneself(actor, held.id())) {
                    yield new Barred(Bar.YOURSELF);
                }
                if (already.test(held.standing())) {
                    yield new Barred(Bar.ALREADY);
                }
                yield reach.isLastAdministrator(held)
                        ? new Barred(Bar.LAST_ADMINISTRATOR)
                        : new Free(held.id(), AccountReach.ground(actor, reason));
            }
        };
    }
}
