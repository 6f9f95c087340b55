package org.rongyi.career.campaign.post.web;

import java.util.ArrayList;
import java.util.List;
import org.rongyi.career.campaign.CampaignRecord;
import org.rongyi.career.campaign.CampaignStage;
import org.rongyi.career.campaign.PlacementPost;
import org.rongyi.career.campaign.PostState;
import org.rongyi.career.placement.proof.Way;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Typed;
import org.rongyi.platform.ui.part.Fact;

/**
 * 一个岗位.
 *
 * @param place in words
 * @param abilities in words; empty where it asks for none
 * @param mayAct whether the reader's unit runs the campaign
 * @param own whether the reader entered it, and so may neither check nor raise it
 * @param refused why it was not checked; empty where nobody tried
 */
public record PostPage(
        CampaignRecord campaign,
        PlacementPost post,
        String place,
        String abilities,
        boolean mayAct,
        boolean own,
        String refused,
        Typed typed,
        FieldErrors errors)
        implements Page {

    @Override
    public String title() {
        return post.code() + " " + post.title();
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(
                new Crumb("阳光安置", "/campaigns"),
                new Crumb(campaign.plan().title(), "/campaigns/" + campaign.id()),
                new Crumb("岗位", "/campaigns/" + campaign.id() + "/posts"));
    }

    public String path() {
        return "/campaigns/" + campaign.id() + "/posts/" + post.id();
    }

    private boolean isOpen() {
        return mayAct && (campaign.isIn(CampaignStage.DRAFT) || campaign.isIn(CampaignStage.NOTICE));
    }

    public boolean mayCheck() {
        return isOpen() && post.state() == PostState.REPORTED;
    }

    public boolean mayWithdraw() {
        return isOpen() && !post.published() && post.state() != PostState.WITHDRAWN;
    }

    public boolean mayRaise() {
        return mayAct && post.published() && campaign.isIn(CampaignStage.NOTICE);
    }

    /** Whether the unit may rank who takes part: in 双向选择, once the list is settled. */
    public boolean mayBeRanked() {
        return mayAct
                && post.published()
                && campaign.selection().takesLists()
                && campaign.plan().ways().contains(Way.TWO_SIDED)
                && campaign.stage().isFrozen();
    }

    public String value(String field) {
        return typed.value(field);
    }

    public List<Fact> facts() {
        var facts = new ArrayList<Fact>();
        facts.add(Fact.of("单位", post.unit() + "（" + post.nature().zh() + "）"));
        facts.add(Fact.of("统一社会信用代码", post.creditCode()));
        facts.add(Fact.of("地点", place));
        facts.add(Fact.of("人数", post.seats() + (post.reserved() == 0 ? "" : "，其中预留 " + post.reserved())));
        facts.add(Fact.of("岗位条件", post.conditions()));
        if (!abilities.isEmpty()) {
            facts.add(Fact.of("要的能力", abilities));
        }
        facts.add(Fact.of("报送文号", post.paper()));
        facts.add(Fact.of("录入", post.reportedBy()));
        if (post.checkedBy() != null) {
            facts.add(Fact.of("核对", post.checkedBy()));
        }
        if (post.withdrawnWhy() != null) {
            facts.add(Fact.of("撤下的原因", post.withdrawnWhy()));
        }
        facts.add(Fact.of("情况", post.published() ? "已公布" : post.state().zh()));
        return List.copyOf(facts);
    }
}
