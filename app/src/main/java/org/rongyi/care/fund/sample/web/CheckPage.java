package org.rongyi.care.fund.sample.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.fund.Fund;
import org.rongyi.care.fund.sample.AnswerCheck;
import org.rongyi.care.fund.sample.Checks;
import org.rongyi.care.fund.sample.FollowDifference;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Permission;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Words;
import org.rongyi.platform.ui.field.Option;
import org.rongyi.platform.ui.part.Fact;

/** 一户回访: what he says is asked before the books' figure is shown, so that nobody puts it into his mouth. */
public record CheckPage(
        Fund fund,
        Checks.Check check,
        Actor.Office reader,
        LocalDate today,
        Map<String, String> typed,
        FieldErrors errors)
        implements Page {

    /** 问到的情况. */
    enum How {
        RECEIVED("收到了", Boolean.TRUE),
        NOT_RECEIVED("没有收到", Boolean.FALSE),
        UNREACHED("没有问到人", null);

        private final String zh;
        private final @Nullable Boolean received;

        How(String zh, @Nullable Boolean received) {
            this.zh = zh;
            this.received = received;
        }

        @Nullable
        Boolean received() {
            return received;
        }
    }

    @Override
    public String title() {
        return "回访：" + check.personName();
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb("抽样回访", "/checks"));
    }

    /** What whoever opens it is to do. */
    public String lead() {
        if (check.state() == Checks.State.OPEN) {
            return "照他说的登记，不替他说；没问到的照实写";
        }
        return check.differs() ? "他说的与账不符，由上级查明" : "回访过了";
    }

    public List<Option> options() {
        return Arrays.stream(How.values())
                .map(how -> Option.of(how.name(), how.zh))
                .toList();
    }

    public List<Fact> facts() {
        var said = check.said();
        var facts = new ArrayList<Fact>(List.of(
                new Fact("受助人", check.personName(), "/persons/" + check.person()),
                Fact.of("资金", fund.name()),
                Fact.of("到哪一步", check.state().zh())));
        if (check.state() == Checks.State.OPEN) {
            return facts;
        }
        facts.add(Fact.of("账上", Words.yuan(check.paid().fen()) + "，" + Words.day(check.paidOn()) + "付讫"));
        var amount = said.amount();
        var on = said.on();
        if (said.received() != null) {
            facts.add(Fact.of(
                    "他说",
                    amount == null || on == null ? "没有收到" : "收到" + Words.yuan(amount.fen()) + "，" + Words.day(on)));
        }
        if (!said.words().isEmpty()) {
            facts.add(Fact.of("情况", said.words()));
        }
        facts.add(Fact.of("问的人", check.askedName() == null ? "" : check.askedName()));
        if (check.differs()) {
            facts.add(Fact.of("谁去查", check.followName() == null ? "" : check.followName()));
            facts.add(Fact.of(
                    "查的结果", check.followWords() == null ? "还没有查" : check.followWords() + "——" + check.followedName()));
        }
        return facts;
    }

    public boolean mayAnswer() {
        return check.state() == Checks.State.OPEN
                && reader.unit().equals(check.unit())
                && Permission.mayPerform(AnswerCheck.class, reader)
                && check.decidedBy().stream().noneMatch(reader::speaksFor)
                && check.handedBy().stream().noneMatch(reader::speaksFor);
    }

    /** Why somebody of the desk that asks does not ask this one; none where he does. */
    public @Nullable String whyNotAsked() {
        if (check.state() != Checks.State.OPEN || !reader.unit().equals(check.unit())) {
            return null;
        }
        if (check.decidedBy().stream().anyMatch(reader::speaksFor)) {
            return "这笔是您决定的，请别的同事去问。";
        }
        return check.handedBy().stream().anyMatch(reader::speaksFor) ? "这笔是您发放的，请别的同事去问。" : null;
    }

    public boolean mayFollow() {
        return check.differs()
                && check.followWords() == null
                && reader.unit().equals(check.followUnit())
                && Permission.mayPerform(FollowDifference.class, reader);
    }

    public String typed(String field) {
        return typed.getOrDefault(field, "");
    }
}
