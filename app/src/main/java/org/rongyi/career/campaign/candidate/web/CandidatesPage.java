package org.rongyi.career.campaign.candidate.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.campaign.CampaignRecord;
import org.rongyi.career.campaign.CampaignStage;
import org.rongyi.career.campaign.Candidate;
import org.rongyi.career.campaign.list.CandidateList;
import org.rongyi.career.campaign.list.ListAddress;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Words;
import org.rongyi.platform.ui.field.Option;

/**
 * 参加人 of a campaign, a page of them.
 *
 * @param people how many take part, whatever is searched for
 * @param next the cursor of the next page; none on the last
 */
public record CandidatesPage(
        CampaignRecord campaign,
        List<Candidate> in,
        CandidateList.Filter filter,
        long people,
        @Nullable String next,
        boolean mayAct)
        implements Page {

    public CandidatesPage {
        in = List.copyOf(in);
    }

    @Override
    public String title() {
        return "参加人";
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(
                new Crumb("阳光安置", "/campaigns"), new Crumb(campaign.plan().title(), "/campaigns/" + campaign.id()));
    }

    /** Where 资格审查 goes whole to a file and to paper. */
    public String appeals() {
        return "/campaigns/" + campaign.id() + "/appeals";
    }

    public String path() {
        return "/campaigns/" + campaign.id() + "/candidates";
    }

    public String lead() {
        return Words.number(people) + " 人参加；从移交接收里来：安排工作的，得分已经认定、公示期满、没有未答复的异议";
    }

    public boolean mayChange() {
        return mayAct && (campaign.isIn(CampaignStage.DRAFT) || campaign.isIn(CampaignStage.NOTICE));
    }

    public String empty() {
        return people == 0 ? "还没有参加人。" : "没有符合条件的参加人。";
    }

    public List<Option> kinds() {
        return Arrays.stream(CandidateList.CandidateGroup.values())
                .map(one -> Option.of(one.name(), one.zh()))
                .toList();
    }

    public String kind() {
        var which = filter.which();
        return which == null ? "" : which.name();
    }

    public String order() {
        return filter.byName() ? "name" : "";
    }

    public String caption() {
        return filter.byName() ? "参加人，按姓名" : campaign.exam() == null ? "参加人，按得分从高到低" : "参加人，按档案分从高到低";
    }

    public String href(String after) {
        return address(path()).with("after", after).toString();
    }

    /** These very rows as a file. */
    public String export() {
        return address(path() + "/export.xlsx").toString();
    }

    private ListAddress address(String path) {
        return ListAddress.of(path)
                .with("q", filter.text())
                .with("kind", kind())
                .with("order", order());
    }

    public String score(Candidate one) {
        return score(campaign, one);
    }

    static String score(CampaignRecord campaign, Candidate one) {
        var total = campaign.total(one);
        return total == null ? "不评分" : total.stripTrailingZeros().toPlainString();
    }

    /** Why he chooses before others; empty for who does not. */
    public static String note(Candidate one) {
        var words = new ArrayList<String>();
        if (one.exemptGround() != null) {
            words.add(one.exemptGround() + "，最先选");
        }
        if (one.priorityGround() != null) {
            words.add("优先安置：" + one.priorityGround());
        }
        if (!one.abilities().isEmpty()) {
            words.add("有 " + one.abilities().size() + " 项能力");
        }
        return String.join("；", words);
    }
}
