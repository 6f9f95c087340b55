package org.rongyi.career.campaign.quota;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.rongyi.career.campaign.CampaignRecord;
import org.rongyi.career.campaign.PlacementCampaigns;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.documents.sheet.Column;
import org.rongyi.platform.documents.sheet.Columns;
import org.rongyi.platform.intake.Importer;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.CreditCode;
import org.springframework.stereotype.Component;

/** 接收计划导入: the list of the document, a row as the form. */
@Component
class QuotaImport implements Importer<QuotaImport.Line> {

    private static final int LONGEST_NUMBER = 30;

    private final Acts acts;
    private final SetQuota set;
    private final StrikeQuota strike;
    private final Quotas quotas;
    private final PlacementCampaigns campaigns;
    private final Transactions transactions;
    private final Columns<Line> columns = layOut();

    QuotaImport(
            Acts acts,
            SetQuota set,
            StrikeQuota strike,
            Quotas quotas,
            PlacementCampaigns campaigns,
            Transactions transactions) {
        this.acts = acts;
        this.set = set;
        this.strike = strike;
        this.quotas = quotas;
        this.campaigns = campaigns;
        this.transactions = transactions;
    }

    /** @param campaign its number */
    record Line(String campaign, String unit, String creditCode, int persons, String paper) {

        SetQuota.Details details() {
            return new SetQuota.Details(unit, CreditCode.canonical(creditCode), persons, paper);
        }
    }

    @Override
    public String kind() {
        return "quotas";
    }

    @Override
    public Class<?> act() {
        return SetQuota.class;
    }

    @Override
    public Columns<Line> columns() {
        return columns;
    }

    @Override
    public Optional<Outcome> check(Actor.Office actor, Line line) {
        return trial(actor).check(line);
    }

    /** Campaigns are read once for the sheet; a unit stands in it once. */
    @Override
    public Trial<Line> trial(Actor.Office actor) {
        var known = new HashMap<String, Optional<CampaignRecord>>();
        var units = new HashSet<String>();
        return line -> {
            var campaign = known.computeIfAbsent(line.campaign(), number -> campaigns.numbered(number, actor));
            if (campaign.isEmpty()) {
                return Optional.of(noCampaign());
            }
            var details = line.details();
            var refused = set.refusal(campaign.get(), details).map(why -> answer(details, why));
            if (refused.isEmpty() && !units.add(line.campaign() + " " + details.creditCode())) {
                return Optional.of(new Refused("这个单位在表里写了两遍，一个单位只写一行"));
            }
            return refused;
        };
    }

    @Override
    public Outcome importRow(Actor.Office actor, CommandId id, Line line) {
        var campaign = transactions.read(actor, () -> campaigns.numbered(line.campaign(), actor));
        if (campaign.isEmpty()) {
            return noCampaign();
        }
        var details = line.details();
        return answer(
                details,
                acts.perform(actor, set, new SetQuota.Command(id, campaign.get().id(), details)));
    }

    private static Outcome answer(SetQuota.Details details, SetQuota.Outcome outcome) {
        return switch (outcome) {
            case SetQuota.Outcome.Entered(var quota) -> new Imported(quota);
            case SetQuota.Outcome.NotFound() -> noCampaign();
            case SetQuota.Outcome.Frozen() -> new Refused("方案已经审定，接收计划不能再改");
            case SetQuota.Outcome.AlreadyEntered(var unit, var persons) ->
                persons == details.persons()
                        ? new AlreadyThere()
                        : new Refused("这个单位已经登记过：" + unit + " " + persons + " 人；人数不对的，先在“接收计划”里删去再导入");
            case SetQuota.Outcome.Wanting(var ignored, var why) -> new Refused(why);
        };
    }

    @Override
    public Optional<String> withdraw(Actor.Office actor, CommandId id, UUID subject) {
        var found = transactions.read(actor, () -> quotas.find(subject));
        if (found.isEmpty()) {
            return Optional.empty();
        }
        var command = new StrikeQuota.Command(id, found.get().campaign(), subject);
        return switch (acts.perform(actor, strike, command)) {
            case StrikeQuota.Outcome.Struck ignored -> Optional.empty();
            case StrikeQuota.Outcome.NotFound() -> Optional.of("已不在本单位的活动里");
            case StrikeQuota.Outcome.Frozen() -> Optional.of("方案已经审定，接收计划不能再改");
        };
    }

    private static Refused noCampaign() {
        return new Refused("本单位没有这个编号的安置活动，编号在活动的页面上，例如 AZ441223-2026-01");
    }

    private static Columns<Line> layOut() {
        var campaign = Column.text("活动编号", LONGEST_NUMBER).required().example("AZ441223-2026-01");
        var unit = Column.text("单位", SetQuota.LONGEST).required().example("示例县自来水公司");
        var credit = Column.text("统一社会信用代码", LONGEST_NUMBER).required().note("18 位，照登记证");
        var persons = Column.wholeNumber("计划接收人数", 1, SetQuota.MOST).required();
        var paper = Column.text("下达计划的文号", SetQuota.LONGEST).required();
        return new Columns<>(
                "接收计划",
                List.of(campaign, unit, credit, persons, paper),
                row -> new Line(row.get(campaign), row.get(unit), row.get(credit), row.get(persons), row.get(paper)));
    }
}
