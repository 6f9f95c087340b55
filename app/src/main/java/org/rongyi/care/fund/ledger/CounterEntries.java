package org.rongyi.care.fund.ledger;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** 红字冲回: the posting that takes an entry back. Whether it may be taken back, and by whom, is for the act to say. */
@Component
public class CounterEntries {

    private final Journal journal;
    private final Clock clock;

    CounterEntries(Journal journal, Clock clock) {
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * Into the year of what it takes back while that is open: its income and cost are wrong. Once that is closed, into this year and
     * against 净资产, where they went.
     */
    public Posting to(Journal.Entry entry, String reason) {
        var today = LocalDate.now(clock);
        boolean closed = journal.isClosed(entry.fund(), entry.year());
        var lines = journal.lines(entry.id()).stream()
                .map(line -> new Posting.Line(
                        closed && line.account().isOfYear() ? AccountKind.NET_ASSETS : line.account(),
                        line.lot(),
                        -line.amountFen()))
                .toList();
        var words = "冲回 " + entry.year() + " 年第 " + entry.number() + " 号凭证：" + reason;
        return new Posting(
                entry.fund(),
                EntryKind.REVERSAL,
                "reverse:" + entry.id(),
                closed || entry.year() == today.getYear() ? today : LocalDate.of(entry.year(), 12, 31),
                entry.subject(),
                entry.id(),
                words,
                lines);
    }
}
