package org.rongyi.care.fund.statement.web;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.rongyi.care.fund.Fund;
import org.rongyi.care.fund.statement.BankLines;
import org.rongyi.care.fund.statement.ConfirmLine;
import org.rongyi.care.fund.statement.ExplainLine;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Money;
import org.rongyi.platform.kernel.Permission;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Words;
import org.rongyi.platform.ui.part.Fact;

/** 一笔银行流水: what the bank says, which entries it is, or what is to be done about it. */
public record BankLinePage(
        Fund fund, BankLines.Line line, List<UUID> entries, Actor.Office reader, String words, FieldErrors errors)
        implements Page {

    @Override
    public String title() {
        return "银行流水 " + line.serial();
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(
                new Crumb("资金", "/funds"),
                new Crumb(fund.name(), "/funds/" + fund.id()),
                new Crumb("银行对账", "/funds/" + fund.id() + "/bank"));
    }

    public String path() {
        return "/bank-lines/" + line.id();
    }

    public List<Fact> facts() {
        var facts = new ArrayList<>(List.of(
                Fact.of("日期", Words.day(line.on())),
                Fact.of(line.fen() > 0 ? "收入" : "支出", new Money(Math.abs(line.fen())).text() + " 元"),
                Fact.of("对方", line.counterparty()),
                Fact.of("附言", line.note()),
                Fact.of("到哪一步", line.state().zh())));
        entries.forEach(entry -> facts.add(new Fact("对上的凭证", "打开", "/entries/" + entry)));
        if (line.words() != null) {
            facts.add(Fact.of("说明", line.words() + "——" + line.proposedName()));
        }
        var decided = line.decidedAt();
        if (line.state() == BankLines.State.EXPLAINED && decided != null) {
            facts.add(Fact.of("核定", line.decidedName() + " " + Words.moment(decided.toInstant())));
        }
        return facts;
    }

    private boolean keeps() {
        return line.unit().equals(reader.unit());
    }

    public boolean mayExplain() {
        return keeps() && line.state() == BankLines.State.OPEN && Permission.mayPerform(ExplainLine.class, reader);
    }

    public boolean mayConfirm() {
        return keeps()
                && line.state() == BankLines.State.PROPOSED
                && !line.isFrom(reader)
                && Permission.mayPerform(ConfirmLine.class, reader);
    }
}
