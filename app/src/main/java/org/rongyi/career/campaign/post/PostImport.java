package org.rongyi.career.campaign.post;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.rongyi.career.campaign.CampaignRecord;
import org.rongyi.career.campaign.PlacementCampaigns;
import org.rongyi.career.campaign.PlacementPost;
import org.rongyi.career.campaign.PlacementPosts;
import org.rongyi.career.campaign.PostState;
import org.rongyi.career.campaign.UnitNature;
import org.rongyi.career.campaign.pairs.Abilities;
import org.rongyi.career.campaign.pairs.PairLimit;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.division.Division;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.documents.sheet.Column;
import org.rongyi.platform.documents.sheet.Columns;
import org.rongyi.platform.intake.Importer;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.CreditCode;
import org.rongyi.platform.kernel.DivisionCode;
import org.springframework.stereotype.Component;

/** 安置岗位导入: the lists of the units, a row as the form. What came by a list waits for a second person like what was typed. */
@Component
class PostImport implements Importer<PostImport.Line> {

    private static final int LONGEST_NUMBER = 30;
    private static final int LONGEST_PLACE = 60;
    private static final String WHY = "整批撤回";

    private final Acts acts;
    private final ReportPost report;
    private final WithdrawPost withdraw;
    private final PlacementCampaigns campaigns;
    private final PlacementPosts posts;
    private final Divisions divisions;
    private final PairLimit pairs;
    private final Abilities abilities;
    private final Transactions transactions;
    private final Columns<Line> columns = layOut();

    PostImport(
            Acts acts,
            ReportPost report,
            WithdrawPost withdraw,
            PlacementCampaigns campaigns,
            PlacementPosts posts,
            Divisions divisions,
            PairLimit pairs,
            Abilities abilities,
            Transactions transactions) {
        this.acts = acts;
        this.report = report;
        this.withdraw = withdraw;
        this.campaigns = campaigns;
        this.posts = posts;
        this.divisions = divisions;
        this.pairs = pairs;
        this.abilities = abilities;
        this.transactions = transactions;
    }

    /**
     * What a row says.
     *
     * @param campaign its number
     * @param place the code of a division, or the name of the bureau's own or of one directly below
     */
    record Line(
            String campaign,
            String unit,
            String creditCode,
            UnitNature nature,
            String title,
            String place,
            int seats,
            int reserved,
            String conditions,
            String abilities,
            String paper) {}

    @Override
    public String kind() {
        return "posts";
    }

    @Override
    public Class<?> act() {
        return ReportPost.class;
    }

    @Override
    public Columns<Line> columns() {
        return columns;
    }

    @Override
    public Optional<Outcome> check(Actor.Office actor, Line line) {
        return trial(actor).check(line);
    }

    /** Campaigns are read and counted once for the sheet; its rows are all in one lane, and each is tried behind those before it. */
    @Override
    public Trial<Line> trial(Actor.Office actor) {
        var known = new HashMap<String, Optional<Tried>>();
        return line -> {
            var tried = known.computeIfAbsent(
                    line.campaign(),
                    number -> campaigns.numbered(number, actor).map(one -> new Tried(one, pairs.size(one))));
            return tried.isEmpty() ? Optional.of(noCampaign()) : check(tried.get(), line);
        };
    }

    /**
     * A campaign of a sheet.
     *
     * @param size what it held when the sheet began; nothing where it may hold any number
     * @param added the posts of the rows before; two alike are one
     */
    private record Tried(CampaignRecord campaign, Optional<PairLimit.Size> size, Set<ReportPost.Likeness> added) {

        Tried(CampaignRecord campaign, Optional<PairLimit.Size> size) {
            this(campaign, size, new HashSet<>());
        }

        Optional<String> tooMany() {
            return size.flatMap(one -> one.trouble(0, added.size() + 1));
        }
    }

    private Optional<Outcome> check(Tried tried, Line line) {
        var found = details(tried.campaign(), line);
        if (found.isEmpty()) {
            return Optional.of(noPlace());
        }
        var details = found.get();
        var alike = details.likeness();
        var refused = report.refusal(
                tried.campaign(), details, () -> tried.added().contains(alike) ? Optional.empty() : tried.tooMany());
        if (refused.isEmpty()) {
            tried.added().add(alike);
        }
        return refused.map(why -> answer(details, why));
    }

    @Override
    public Outcome importRow(Actor.Office actor, CommandId id, Line line) {
        var campaign = transactions.read(actor, () -> campaigns.numbered(line.campaign(), actor));
        if (campaign.isEmpty()) {
            return noCampaign();
        }
        var details = details(campaign.get(), line);
        if (details.isEmpty()) {
            return noPlace();
        }
        var command = new ReportPost.Command(id, campaign.get().id(), details.get());
        return answer(details.get(), acts.perform(actor, report, command));
    }

    private static Outcome answer(ReportPost.Details details, ReportPost.Outcome outcome) {
        return switch (outcome) {
            case ReportPost.Outcome.Reported(var post) -> new Imported(post);
            case ReportPost.Outcome.NotFound() -> noCampaign();
            case ReportPost.Outcome.NotNow() -> new Refused("公示已经结束，不能再加岗位");
            case ReportPost.Outcome.NoticeClosed(var why) -> new Refused(why);
            case ReportPost.Outcome.AlreadyReported(var code, var seats, var reserved) ->
                seats == details.seats() && reserved == details.reserved()
                        ? new AlreadyThere()
                        : new Refused("这份文里的这个岗位已经录过，编号 " + code + "，人数 " + seats + "；人数不对的，先撤下那一条再导入");
            case ReportPost.Outcome.Wanting(var ignored, var why) -> new Refused(why);
        };
    }

    @Override
    public Optional<String> withdraw(Actor.Office actor, CommandId id, UUID subject) {
        var found = transactions.read(actor, () -> posts.find(subject));
        if (found.isEmpty()) {
            return Optional.of("已不在本单位的活动里");
        }
        var command = new WithdrawPost.Command(id, found.get().campaign(), subject, WHY);
        return switch (acts.perform(actor, withdraw, command)) {
            case WithdrawPost.Outcome.Withdrawn ignored -> Optional.empty();
            case WithdrawPost.Outcome.NotFound() -> Optional.of("已不在本单位的活动里");
            case WithdrawPost.Outcome.NotNow() -> stays(found.get());
            case WithdrawPost.Outcome.NoReason() -> throw new IllegalStateException("the reason is the program's own");
        };
    }

    /** What somebody withdrew by hand is gone already. */
    private static Optional<String> stays(PlacementPost post) {
        return post.state() == PostState.WITHDRAWN ? Optional.empty() : Optional.of("已经公布，公布以后只能增加，不能撤下");
    }

    private Optional<ReportPost.Details> details(CampaignRecord campaign, Line line) {
        return place(campaign, line.place())
                .map(place -> new ReportPost.Details(
                        line.unit(),
                        CreditCode.canonical(line.creditCode()),
                        line.nature(),
                        line.title(),
                        place,
                        line.seats(),
                        line.reserved(),
                        line.conditions(),
                        abilities.read(line.abilities()),
                        line.paper()));
    }

    private Optional<DivisionCode> place(CampaignRecord campaign, String said) {
        return DivisionCode.parse(said)
                .or(() -> Stream.concat(
                                divisions.current(campaign.code()).stream(),
                                divisions.children(campaign.code(), divisions.today()).stream())
                        .filter(one -> one.name().equals(said))
                        .map(Division::code)
                        .findFirst());
    }

    private static Refused noCampaign() {
        return new Refused("本单位没有这个编号的安置活动，编号在活动的页面上，例如 AZ441223-2026-01");
    }

    private static Refused noPlace() {
        return new Refused("上班的地方请填写 12 位区划代码，或者本级、下一级的名称");
    }

    private static Columns<Line> layOut() {
        var campaign = Column.text("活动编号", LONGEST_NUMBER).required().example("AZ441223-2026-01");
        var unit = Column.text("单位", ReportPost.LONGEST_NAME).required().example("示例县自来水公司");
        var credit = Column.text("统一社会信用代码", LONGEST_NUMBER).required().note("18 位，照登记证");
        var nature = Column.choice("单位性质", Arrays.asList(UnitNature.values()), UnitNature::zh)
                .required();
        var title = Column.text("岗位", ReportPost.LONGEST_NAME).required();
        var place = Column.text("上班的地方", LONGEST_PLACE).required().note("12 位区划代码，或者本级、下一级的名称");
        var seats = Column.wholeNumber("人数", 1, ReportPost.MOST_SEATS).required();
        var reserved = Column.wholeNumber("其中预留", 0, ReportPost.MOST_SEATS).note("方案设了预留岗位的填写");
        var conditions = Column.text("岗位条件", ReportPost.LONGEST).required().note("没有的写“不限”");
        var abilities = Column.text("要的能力", ReportPost.LONGEST).note("指令性分配时算，照名录的写法，用顿号分开；没有的不填");
        var paper = Column.text("报送文号", ReportPost.LONGEST_NAME).required();
        return new Columns<>(
                "安置岗位",
                List.of(campaign, unit, credit, nature, title, place, seats, reserved, conditions, paper, abilities),
                row -> new Line(
                        row.get(campaign),
                        row.get(unit),
                        row.get(credit),
                        row.get(nature),
                        row.get(title),
                        row.get(place),
                        row.get(seats),
                        row.find(reserved).orElse(0),
                        row.get(conditions),
                        row.find(abilities).orElse(""),
                        row.get(paper)));
    }
}
