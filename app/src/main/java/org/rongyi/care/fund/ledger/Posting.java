package org.rongyi.care.fund.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.kernel.Money;

/**
 * A movement to be entered: balanced in each layer, or it is none.
 *
 * @param key what makes it happen once: the same key again is answered and not entered
 * @param subject the record it rests on
 * @param reverses the entry it takes back
 */
public record Posting(
        UUID fund,
        EntryKind kind,
        String key,
        LocalDate happenedOn,
        UUID subject,
        @Nullable UUID reverses,
        String words,
        List<Line> lines) {

    /**
     * One side of it.
     *
     * @param lot the source, in the layer of use; none in the other
     * @param amountFen debit above zero, credit below
     */
    public record Line(AccountKind account, @Nullable UUID lot, long amountFen) {}

    public Posting {
        lines = List.copyOf(lines);
        var sums = new HashMap<AccountKind.Layer, Long>();
        for (var line : lines) {
            if (line.amountFen() == 0 || line.account().isUse() != (line.lot() != null)) {
                throw new IllegalArgumentException("not a line: " + line);
            }
            sums.merge(line.account().layer(), line.amountFen(), Math::addExact);
        }
        if (lines.isEmpty() || sums.values().stream().anyMatch(sum -> sum != 0)) {
            throw new IllegalArgumentException("not balanced: " + lines);
        }
    }

    /** A part of an amount that one source bears. */
    public record Share(UUID lot, Money amount) {}

    /** Puts the lines of an entry together. */
    public static final class Lines {

        private final List<Line> lines = new ArrayList<>();

        public Lines money(AccountKind debit, AccountKind credit, Money amount) {
            lines.add(new Line(debit, null, amount.fen()));
            lines.add(new Line(credit, null, -amount.fen()));
            return this;
        }

        public Lines use(AccountKind debit, AccountKind credit, Collection<Share> shares) {
            for (var share : shares) {
                lines.add(new Line(debit, share.lot(), share.amount().fen()));
                lines.add(new Line(credit, share.lot(), -share.amount().fen()));
            }
            return this;
        }

        public List<Line> list() {
            return List.copyOf(lines);
        }
    }
}
