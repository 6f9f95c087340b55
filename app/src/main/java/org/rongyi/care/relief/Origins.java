package org.rongyi.care.relief;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.need.Needs;
import org.rongyi.care.visit.VisitFile;
import org.rongyi.platform.kernel.Actor;
import org.springframework.stereotype.Component;

/** 从哪里来: the need or the visit an application begins with, and what becomes of the need. */
@Component
public class Origins {

    private final Needs needs;
    private final VisitFile visits;

    Origins(Needs needs, VisitFile visits) {
        this.needs = needs;
        this.visits = visits;
    }

    /** What was said of it there, and need not be written again. */
    public String said(@Nullable UUID need, @Nullable UUID visit) {
        if (need != null) {
            return needs.findUnanswered(need).map(Needs.Opened::text).orElse("");
        }
        return visit == null ? "" : visits.find(visit).map(VisitFile.View::said).orElse("");
    }

    /** The need an application names, when it is this person's and open to whoever asks; an id of another's need begins nothing. */
    public @Nullable UUID own(@Nullable UUID need, UUID person, Actor actor) {
        return need == null || !(actor instanceof Actor.Office)
                ? null
                : needs.findUnanswered(need)
                        .filter(one -> one.person().equals(person))
                        .map(Needs.Opened::id)
                        .orElse(null);
    }

    /** The visit an application names, when this person was visited then; an id of another's visit begins nothing. */
    public @Nullable UUID ownVisit(@Nullable UUID visit, UUID person, Actor actor) {
        return visit == null || !(actor instanceof Actor.Office)
                ? null
                : visits.find(visit)
                        .filter(view -> view.results().containsKey(person))
                        .map(VisitFile.View::id)
                        .orElse(null);
    }

    /** @param what of the service, as 已代为申请困难帮扶援助 */
    public void takeUp(@Nullable UUID need, String what, Actor actor) {
        if (need != null && actor instanceof Actor.Office office) {
            needs.takeUp(need, what, office.signed());
        }
    }

    /** The need that asked for it is answered with the decision, a yes or a no. */
    public void answer(@Nullable UUID need, String what, Actor.Office by) {
        if (need != null) {
            needs.answer(need, what, by.signed());
        }
    }
}
