package org.rongyi.career.campaign.direct.web;

import java.util.ArrayList;
import java.util.List;
import org.rongyi.career.campaign.CampaignRecord;
import org.rongyi.career.campaign.direct.DirectApplications;
import org.rongyi.career.campaign.direct.DirectObjections;
import org.rongyi.career.campaign.direct.DirectPolicy;
import org.rongyi.career.campaign.direct.DirectSide;
import org.rongyi.career.campaign.direct.DirectState;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Typed;
import org.rongyi.platform.ui.Words;
import org.rongyi.platform.ui.field.Option;
import org.rongyi.platform.ui.part.Fact;

/**
 * One application and what comes of it, for the office.
 *
 * @param post in words
 * @param checks what 资格审查 goes through
 * @param grounds why it is not passed, by the rules of the place
 * @param relations that 亲属回避 is about
 * @param may what the reader may do now
 */
public record DirectCasePage(
        CampaignRecord campaign,
        DirectApplications.Application one,
        String post,
        List<Option> checks,
        List<Option> grounds,
        List<Option> relations,
        List<DirectObjections.Objection> objections,
        May may,
        String today,
        String refused,
        Typed typed,
        FieldErrors errors)
        implements Page {

    public DirectCasePage {
        checks = List.copyOf(checks);
        grounds = List.copyOf(grounds);
        relations = List.copyOf(relations);
        objections = List.copyOf(objections);
    }

    /** What the reader may do now. */
    public record May(
            boolean examine,
            boolean agree,
            boolean confirm,
            boolean object,
            boolean answer,
            boolean settle,
            boolean withdraw) {}

    @Override
    public String title() {
        return DirectPolicy.name(campaign) + "：" + one.name();
    }

    @Override
    public List<Crumb> crumbs() {
        var crumbs = new ArrayList<>(DirectPage.crumbs(campaign));
        crumbs.add(new Crumb(DirectPolicy.name(campaign), "/campaigns/" + campaign.id() + "/direct"));
        return List.copyOf(crumbs);
    }

    public String path() {
        return "/campaigns/" + campaign.id() + "/direct/" + one.id();
    }

    public String lead() {
        return one.takesPart() ? one.state().zh() : "已撤出活动";
    }

    public List<Fact> facts() {
        var facts = new ArrayList<Fact>();
        facts.add(Fact.of("岗位", post));
        facts.add(Fact.of("报名", Words.moment(one.applied()) + "，" + one.appliedBy()));
        if (one.examinedBy() != null) {
            var refusal = one.refusal();
            facts.add(Fact.of("资格审查", (refusal == null ? "通过" : refusal) + "，" + one.examinedBy()));
        }
        if (one.agreedBy() != null && one.paperOn() != null) {
            facts.add(Fact.of("单位的函", Words.day(one.paperOn()) + "，" + one.paper() + "；录入：" + one.agreedBy()));
            facts.add(Fact.of("为什么要他", String.valueOf(one.reason())));
        }
        if (one.confirmedBy() != null && one.noticeUntil() != null) {
            facts.add(Fact.of("公示", "到" + Words.day(one.noticeUntil()) + "；核对：" + one.confirmedBy()));
        }
        if (one.settledBy() != null) {
            facts.add(Fact.of("确定", one.settledBy()));
        }
        var side = one.withdrawnSide();
        if (side != null) {
            facts.add(Fact.of(side.zh(), String.valueOf(one.withdrawnWhy())));
        }
        return List.copyOf(facts);
    }

    public List<Option> results() {
        var options = new ArrayList<Option>();
        options.add(Option.of("PASSED", "通过"));
        options.addAll(grounds);
        return List.copyOf(options);
    }

    public List<Option> sides() {
        return List.of(
                Option.of(DirectSide.UNIT.name(), DirectSide.UNIT.zh()),
                Option.of(DirectSide.SELF.name(), DirectSide.SELF.zh()));
    }

    public List<Option> answers() {
        return List.of(Option.of("DENIED", "不成立"), Option.of("UPHELD", "成立，撤掉意向"));
    }

    /** Whether he already has one that may be entered anew. */
    public boolean isAgreed() {
        return one.state() == DirectState.AGREED;
    }

    public String value(String field) {
        return typed.value(field);
    }

    public List<String> values(String field) {
        return typed.values(field);
    }

    public String words(DirectObjections.Objection each) {
        return each.whose() + "：" + each.words();
    }

    public String answer(DirectObjections.Objection each) {
        return (Boolean.TRUE.equals(each.upheld()) ? "成立：" : "不成立：") + each.answer() + "（" + each.answerer() + "）";
    }
}
