package org.rongyi.care.relief;

import java.util.ArrayList;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rongyi.insight.figures.Fact;
import org.rongyi.insight.figures.Figures;
import org.rongyi.platform.approval.CaseFile;
import org.rongyi.platform.kernel.Actor;
import org.springframework.stereotype.Component;

/** What was decided, carried out in the decision's own transaction: set aside, counted, and the need answered. */
@Component
class AidPromise {

    private final Aids aids;
    private final Payers payers;
    private final Figures figures;
    private final Origins origins;
    private final AidLines lines;

    AidPromise(Aids aids, Payers payers, Figures figures, Origins origins, AidLines lines) {
        this.aids = aids;
        this.payers = payers;
        this.figures = figures;
        this.origins = origins;
        this.lines = lines;
    }

    /** Empty when it is done; otherwise why it cannot be done now. */
    Optional<String> carryOut(CaseFile file, Aids.Kept aid, Actor.Office by) {
        var decided = aid.decided();
        if (decided == null || decided.modes().isEmpty()) {
            return Optional.of("还没有核定方式和金额，不能同意");
        }
        var basis = aids.basis(file.id()).orElseThrow();
        var hindrance = payers.commit(file, aid, Objects.requireNonNull(basis.grant()), basis.before(), by);
        if (hindrance.isPresent()) {
            return hindrance;
        }
        count(aid, decided, basis.before());
        if (basis.before() != null) {
            return Optional.empty();
        }
        origins.answer(
                aid.need(),
                "已给予困难帮扶援助：" + lines.granted(decided.modes(), decided.amountFen(), decided.payer()) + "（办件 "
                        + file.number() + "）",
                by);
        return Optional.empty();
    }

    /** The aid when it is first given, and each yuan that comes on top of it later, on that day. */
    private void count(Aids.Kept aid, Aids.Decided decided, @Nullable Grant before) {
        var facts = new ArrayList<Fact>();
        long more = decided.amountFen();
        var first = aid.first();
        var on = first != null && first.payer() != null ? first.on() : decided.on();
        if (before == null) {
            facts.add(Fact.of(AidKinds.AID, aid.code(), on, aid.id(), aid.person()));
        } else {
            more -= before.amountFen();
        }
        if (more != 0) {
            facts.add(Fact.money(AidKinds.MONEY, aid.code(), on, aid.id(), more));
        }
        figures.count(facts);
    }
}
