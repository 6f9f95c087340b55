package org.rongyi.care.fund.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.fund.Fund;
import org.rongyi.care.fund.ledger.Journal;
import org.rongyi.care.fund.ledger.Posting;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Money;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Words;
import org.rongyi.platform.ui.part.Fact;

/**
 * 一张凭证.
 *
 * @param lots titles of the sources in its lines
 * @param reader whoever may not open what it rests on is not led there
 * @param mayReverse whether the reader may take it back
 */
public record EntryPage(
        Fund fund,
        Journal.Entry entry,
        List<Posting.Line> lines,
        Map<UUID, String> lots,
        Actor.Office reader,
        boolean mayReverse,
        String reason,
        FieldErrors errors)
        implements Page {

    @Override
    public String title() {
        return entry.year() + " 年第 " + entry.number() + " 号凭证";
    }

    @Override
    public List<Crumb> crumbs() {
        var path = "/funds/" + fund.id();
        return List.of(new Crumb("资金", "/funds"), new Crumb(fund.name(), path), new Crumb("凭证", path + "/entries"));
    }

    public List<Fact> facts() {
        var facts = new ArrayList<>(List.of(
                Fact.of("类别", entry.kind().zh()),
                Fact.of("摘要", entry.words()),
                Fact.of("发生日期", Words.day(entry.happenedOn())),
                Fact.of("记账日期", Words.day(entry.bookedOn())),
                Fact.of("记账人", entry.byName())));
        var record = record();
        if (record != null) {
            facts.add(new Fact("所依据的", "打开", record));
        }
        if (entry.reverses() != null) {
            facts.add(new Fact("冲回的是", "原凭证", "/entries/" + entry.reverses()));
        }
        if (entry.reversedBy() != null) {
            facts.add(new Fact("已冲回", "红字凭证", "/entries/" + entry.reversedBy()));
        }
        return facts;
    }

    /** The page of the record it rests on, where there is one. */
    private @Nullable String record() {
        return switch (entry.kind()) {
            case GIFT -> "/gifts/" + entry.subject();
            case COMMIT, UNCOMMIT -> reader.role() == Role.AUDITOR ? null : "/grants/" + entry.subject();
            case RELEASE -> "/batches/" + entry.subject();
            case PAID, BOUNCED, OVERPAID, HANDED_OUT, TAKEN_BACK -> "/payments/" + entry.subject();
            case REPURPOSED -> "/purposes/" + entry.subject();
            case RECOVERY_DUE -> "/recoveries/" + entry.subject();
            case PRINCIPAL,
                    RETURN,
                    APPROPRIATION,
                    OVERPAID_BACK,
                    RECOVERED,
                    WRITTEN_OFF,
                    MANAGEMENT,
                    GIVEN_BACK,
                    HANDED_OVER,
                    TAKEN_OVER,
                    REVERSAL,
                    YEAR_END -> null;
        };
    }

    public String debit(Posting.Line line) {
        return line.amountFen() > 0 ? new Money(line.amountFen()).text() : "";
    }

    public String credit(Posting.Line line) {
        return line.amountFen() < 0 ? new Money(-line.amountFen()).text() : "";
    }

    public String lot(Posting.Line line) {
        return line.lot() == null ? "" : lots.getOrDefault(line.lot(), "");
    }
}
