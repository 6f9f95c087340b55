package org.rongyi.care.fund;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.rongyi.care.fund.ledger.Posting.Share;
import org.rongyi.platform.kernel.Ids;
import org.rongyi.platform.kernel.Money;
import org.springframework.stereotype.Component;

/** Which sources bear what a fund spends for itself. */
@Component
public class Sources {

    private final Lots lots;
    private final Clock clock;

    Sources(Lots lots, Clock clock) {
        this.lots = lots;
        this.clock = clock;
    }

    /** With the fund locked until the transaction ends; none when there is less. */
    public Optional<List<Share>> choose(Fund fund, String purpose, Money amount) {
        return LotChoice.choose(lots.lockOpen(fund.id()), use(fund, purpose, amount));
    }

    public Money available(Fund fund, String purpose) {
        return LotChoice.available(lots.open(fund.id()), use(fund, purpose, Money.ZERO));
    }

    /** Those with something left. */
    public List<Lot> open(UUID fund) {
        return lots.open(fund);
    }

    /** The same source in another fund, bound as it was; the entry that goes with it brings the amount. */
    public Lot handOver(Lot lot, Fund from, Fund to, LocalDate on) {
        var id = Ids.next();
        lots.handOver(id, lot, to.id(), lot.title() + "（转自" + from.name() + "）", on);
        return lots.find(id).orElseThrow();
    }

    private LotChoice.Use use(Fund fund, String purpose, Money amount) {
        return new LotChoice.Use(amount, purpose, fund.code(), LocalDate.now(clock), false);
    }
}
