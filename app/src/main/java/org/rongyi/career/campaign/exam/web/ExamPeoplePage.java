package org.rongyi.career.campaign.exam.web;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.campaign.CampaignRecord;
import org.rongyi.career.campaign.list.ExamPeopleList;
import org.rongyi.career.campaign.list.ListAddress;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.field.Option;

/**
 * 报名的人: everybody who takes part in the campaign, a page of them.
 *
 * @param next the cursor of the next page; none on the last
 */
public record ExamPeoplePage(
        CampaignRecord campaign,
        List<Row> rows,
        ExamPeopleList.Filter filter,
        @Nullable String next) implements Page {

    public ExamPeoplePage {
        rows = List.copyOf(rows);
    }

    /** @param state in words */
    public record Row(UUID id, String name, String state, String ticket, String seat, String points) {}

    @Override
    public String title() {
        return "考试报名";
    }

    @Override
    public List<Crumb> crumbs() {
        return ExamPersonPage.crumbs(campaign, false);
    }

    public String path() {
        return "/campaigns/" + campaign.id() + "/exam/people";
    }

    public List<Option> kinds() {
        return Arrays.stream(ExamPeopleList.ExamGroup.values())
                .map(one -> Option.of(one.name(), one.zh()))
                .toList();
    }

    public String kind() {
        var which = filter.which();
        return which == null ? "" : which.name();
    }

    public String empty() {
        return filter.text().isEmpty() && filter.which() == null ? "还没有参加人，先列入参加人。" : "没有符合条件的参加人。";
    }

    public String href(String after) {
        return address(path()).with("after", after).toString();
    }

    /** These very rows as a file. */
    public String export() {
        return address(path() + "/export.xlsx").toString();
    }

    private ListAddress address(String path) {
        return ListAddress.of(path).with("q", filter.text()).with("kind", kind());
    }
}
