package org.rongyi.care.fund.purpose.web;

import java.util.ArrayList;
import java.util.List;
import org.rongyi.care.fund.Fund;
import org.rongyi.care.fund.Gift;
import org.rongyi.care.fund.purpose.ConfirmPurpose;
import org.rongyi.care.fund.purpose.PurposeChange;
import org.rongyi.care.fund.web.FundReach;
import org.rongyi.platform.documents.attachment.Attachment;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Permission;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Words;
import org.rongyi.platform.ui.part.Fact;

/**
 * 一次变更用途.
 *
 * @param before what the money was bound to
 * @param words why it is sent back, as it was typed
 * @param after what it is to be bound to
 */
public record PurposePage(
        Fund fund,
        Gift gift,
        PurposeChange change,
        String before,
        String after,
        List<Attachment> papers,
        Actor.Office reader,
        String words,
        FieldErrors errors)
        implements Page {

    @Override
    public String title() {
        return "变更捐赠用途";
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(
                new Crumb("资金", "/funds"),
                new Crumb(fund.name(), "/funds/" + fund.id()),
                new Crumb("捐赠 " + gift.number(), "/gifts/" + gift.id()));
    }

    public List<Fact> facts() {
        var facts = new ArrayList<>(List.of(
                Fact.of("到哪一步", change.state().zh()),
                Fact.of("金额", Words.yuan(change.amount().fen())),
                Fact.of("原来的限定", before),
                Fact.of("改为限定", after),
                Fact.of("改为什么用途", change.wish()),
                Fact.of("依据", change.agreement().basis().zh()),
                Fact.of(change.agreement().basis().asks(), change.agreement().paper()),
                Fact.of("签字（备案、决定）日期", Words.day(change.agreement().on())),
                Fact.of("提出", change.proposedName())));
        if (change.decidedName() != null) {
            facts.add(Fact.of("答复", change.decidedName()));
        }
        if (change.decidedWords() != null) {
            facts.add(Fact.of("退回、撤回的原因", change.decidedWords()));
        }
        return facts;
    }

    public boolean mayAnswer() {
        return change.state() == PurposeChange.State.PROPOSED
                && FundReach.keeps(reader, fund)
                && Permission.mayPerform(ConfirmPurpose.class, reader);
    }

    /** Who proposed it may only take it back. */
    public boolean isOwn() {
        return change.isFrom(reader);
    }

    /** Somebody else has to look at it. */
    public boolean waits() {
        return change.state() == PurposeChange.State.PROPOSED && (!mayAnswer() || isOwn());
    }
}
