package org.rongyi.care.fund.sample.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.fund.Funds;
import org.rongyi.care.fund.sample.Checks;
import org.rongyi.care.fund.sample.DrawSample;
import org.rongyi.care.fund.sample.Samples;
import org.rongyi.care.fund.web.FundReach;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Permission;
import org.rongyi.platform.policy.Policy;
import org.rongyi.platform.ui.FieldErrors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** What the pages of samples show. */
@Component
class SampleDesk {

    private final Samples samples;
    private final Checks checks;
    private final Funds funds;
    private final FundReach reach;
    private final Policy policy;
    private final Transactions transactions;
    private final Clock clock;

    SampleDesk(
            Samples samples,
            Checks checks,
            Funds funds,
            FundReach reach,
            Policy policy,
            Transactions transactions,
            Clock clock) {
        this.samples = samples;
        this.checks = checks;
        this.funds = funds;
        this.reach = reach;
        this.policy = policy;
        this.transactions = transactions;
        this.clock = clock;
    }

    SamplesPage list(Actor.Office actor, UUID fund, String first, String last, String strata, FieldErrors errors) {
        var found = reach.require(actor, fund);
        var today = LocalDate.now(clock);
        boolean mayDraw = FundReach.keeps(actor, found) && Permission.mayPerform(DrawSample.class, actor);
        return transactions.read(
                actor,
                () -> new SamplesPage(
                        found,
                        samples.ofFund(fund),
                        mayDraw,
                        first.isEmpty() ? today.minusMonths(3).plusDays(1).toString() : first,
                        last.isEmpty() ? today.toString() : last,
                        strata,
                        today,
                        policy.isProposed(today, "fund.sample.confidence", "fund.sample.margin"),
                        errors));
    }

    SamplePage inside(Actor.Office actor, UUID id, boolean again) {
        var sample = transactions.read(actor, () -> samples.find(id)).orElseThrow(SampleDesk::notFound);
        var fund = reach.require(actor, sample.fund());
        return transactions.read(
                actor, () -> new SamplePage(fund, sample, checks.differences(id), redrawn(sample, again), actor));
    }

    SamplePage outside(Actor actor, UUID id, boolean again) {
        return transactions.read(actor, () -> {
            var sample = samples.find(id).orElseThrow(SampleDesk::notFound);
            var fund = funds.find(sample.fund()).orElseThrow(SampleDesk::notFound);
            return new SamplePage(fund, sample, List.of(), redrawn(sample, again), null);
        });
    }

    /** Only for whoever asks: it reads and ranks the whole population. */
    private @Nullable Boolean redrawn(Samples.Sample sample, boolean again) {
        return again ? samples.redrawsAlike(sample) : null;
    }

    List<Samples.Member> members(Actor actor, UUID id) {
        return transactions.read(actor, () -> {
            var members = samples.members(id);
            if (members.isEmpty()) {
                throw notFound();
            }
            return members;
        });
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
