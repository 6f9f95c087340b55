package org.rongyi.career.campaign.objection.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.campaign.CampaignRecord;
import org.rongyi.career.campaign.objection.NoticeObjections;
import org.rongyi.platform.approval.Objection;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Typed;
import org.rongyi.platform.ui.Words;
import org.rongyi.platform.ui.field.Option;
import org.rongyi.platform.ui.part.Fact;

/**
 * 一件公示异议 and its answer; printed, it is the answer in writing.
 *
 * @param namings each time somebody else was named whose score is wrong
 * @param mayAct whether the reader's unit runs the campaign
 * @param mayName whether the reader may name somebody else
 */
public record NoticeObjectionPage(
        CampaignRecord campaign,
        NoticeObjections.One one,
        List<NoticeObjections.Naming> namings,
        boolean mayAct,
        boolean mayName,
        Typed typed,
        FieldErrors errors)
        implements Page {

    public NoticeObjectionPage {
        namings = List.copyOf(namings);
    }

    @Override
    public String title() {
        return "公示异议 " + one.number();
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(
                new Crumb("阳光安置", "/campaigns"),
                new Crumb(campaign.plan().title(), "/campaigns/" + campaign.id()),
                new Crumb("公示异议", "/campaigns/" + campaign.id() + "/objections"));
    }

    public String path() {
        return "/campaigns/" + campaign.id() + "/objections/" + one.id();
    }

    public boolean mayAnswer() {
        return mayAct && one.answer() == null;
    }

    public String value(String field) {
        return typed.value(field);
    }

    /** Where a score that was found wrong is opened anew; none where nobody's was. */
    public @Nullable String scorePath() {
        var concerned = one.concerned();
        return concerned == null ? null : "/receptions/" + concerned.reception() + "/score";
    }

    public String next() {
        return one.ofResult()
                ? "请没有经手评分的负责人打开他的评分，决定重新审档。重新认定、公示以后，由专项小组撤销这次运行、纠正得分、再运行；在这以前不开介绍信。"
                : "请没有经手评分的负责人打开他的评分，决定重新审档。重新认定、公示以后，到参加人那里更新，公示重新计算；在这以前不能定名单。";
    }

    private static String named(@Nullable String who) {
        return who == null ? "没有指人" : who;
    }

    public List<Option> rulings() {
        return Arrays.stream(Objection.Ruling.values())
                .map(ruling -> Option.of(ruling.name(), ruling.zh()))
                .toList();
    }

    public List<Fact> facts() {
        var facts = new ArrayList<Fact>();
        facts.add(Fact.of("谁提的", one.by().name() + "，电话 " + one.by().phone()));
        facts.add(Fact.of("日期", Words.day(one.filedOn()) + "，" + one.filedBy()));
        facts.add(Fact.of(one.ofResult() ? "对结果的异议" : "异议", one.grounds()));
        var answer = one.answer();
        if (answer == null) {
            facts.add(Fact.of("书面答复期限", Words.day(one.answerBy())));
        } else {
            facts.add(Fact.of("结论", answer.ruling().zh()));
            facts.add(Fact.of("答复", answer.text()));
            if (one.concerned() != null) {
                facts.add(Fact.of("得分有错的参加人", one.concerned().name()));
            }
            namings.forEach(naming -> facts.add(Fact.of(
                    "改指",
                    named(naming.from()) + "改为" + named(naming.to()) + "：" + naming.why() + "（" + naming.by() + "，"
                            + Words.moment(naming.at()) + "）")));
            facts.add(Fact.of("答复的人", answer.by() + "，" + Words.day(answer.on())));
        }
        return List.copyOf(facts);
    }
}
