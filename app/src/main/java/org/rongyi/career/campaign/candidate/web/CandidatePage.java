package org.rongyi.career.campaign.candidate.web;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.campaign.CampaignRecord;
import org.rongyi.career.campaign.CampaignStage;
import org.rongyi.career.campaign.Candidate;
import org.rongyi.career.campaign.candidate.ScoreCorrections;
import org.rongyi.career.campaign.candidate.SecondWord;
import org.rongyi.career.placement.proof.Tie;
import org.rongyi.career.placement.proof.Way;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Typed;
import org.rongyi.platform.ui.Words;
import org.rongyi.platform.ui.field.Option;
import org.rongyi.platform.ui.part.Fact;

/**
 * 一个参加人.
 *
 * @param corrected what the group put right after the list was settled; none of who stands as he was settled
 * @param abilities in words; empty where he has none
 * @param abilityOptions what somebody may have
 * @param waited how long he has waited, in words; empty where no round asks
 * @param refusals posts he may not have
 * @param examined whether there ever was one, also lifted since
 * @param unchecked what waits for a second person
 * @param grounds what 资格审查 looks at here
 * @param relations that 亲属回避 is about
 * @param reader who looks: what is his own word another checks
 * @param refused why his score was not taken anew, or a refusal not checked; empty where nobody tried
 */
public record CandidatePage(
        CampaignRecord campaign,
        Candidate candidate,
        ScoreCorrections.@Nullable Entry corrected,
        String home,
        String abilities,
        List<Option> abilityOptions,
        String waited,
        List<Refused> refusals,
        boolean examined,
        List<SecondWord.Waiting> unchecked,
        List<Option> grounds,
        List<Option> relations,
        boolean mayAct,
        Actor.Office reader,
        String refused,
        Typed typed,
        FieldErrors errors)
        implements Page {

    public record Refused(UUID id, String post, String words) {}

    /** Sent back with the check. */
    public String seen() {
        return SecondWord.seen(unchecked);
    }

    /** Of a refusal, for which post. */
    public String words(SecondWord.Waiting one) {
        return refusals.stream()
                .filter(refused -> refused.id().equals(one.id()))
                .findFirst()
                .map(refused -> one.words() + "：" + refused.post())
                .orElseGet(one::words);
    }

    @Override
    public String title() {
        return candidate.name();
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(
                new Crumb("阳光安置", "/campaigns"),
                new Crumb(campaign.plan().title(), "/campaigns/" + campaign.id()),
                new Crumb("参加人", "/campaigns/" + campaign.id() + "/candidates"));
    }

    public String path() {
        return "/campaigns/" + campaign.id() + "/candidates/" + candidate.id();
    }

    public String value(String field) {
        return typed.value(field);
    }

    public boolean mayChange() {
        return mayAct
                && candidate.takesPart()
                && (campaign.isIn(CampaignStage.DRAFT) || campaign.isIn(CampaignStage.NOTICE));
    }

    /** Whether something waits that is not the reader's own word. */
    public boolean mayCheck() {
        return mayChange() && unchecked.stream().anyMatch(one -> !reader.speaksFor(one.account()));
    }

    /** Whether a round is held that asks what somebody can. */
    public boolean directs() {
        return campaign.plan().ways().contains(Way.DIRECTIVE);
    }

    /** What is ticked: as it was typed, or as it stands. */
    public List<String> ticked() {
        return errors.find("abilities") == null ? candidate.abilities() : typed.values("abilities");
    }

    public String lead() {
        return candidate.left() == null ? "参加" : "已撤出：" + candidate.left();
    }

    public List<Fact> facts() {
        var facts = new ArrayList<Fact>();
        facts.add(new Fact("移交接收", "打开", "/receptions/" + candidate.reception()));
        facts.add(Fact.of("安置地", home));
        facts.add(Fact.of("类别", candidate.kind().zh()));
        facts.add(Fact.of(
                "得分", candidate.score() == null ? "不评分" : candidate.score().toPlainString()));
        if (corrected != null) {
            facts.add(Fact.of("定名单以后更正", corrected.score().stripTrailingZeros().toPlainString() + " 分，专项小组纠正"));
        }
        var exam = campaign.exam();
        if (exam != null && candidate.score() != null && candidate.examPoints() != null) {
            var points = candidate.examPoints();
            for (int i = 0; i < points.size(); i++) {
                facts.add(Fact.of(exam.subjects().get(i).name(), points.get(i).toPlainString()));
            }
            facts.add(Fact.of(
                    "总分",
                    exam.combined(candidate.score(), points)
                            .stripTrailingZeros()
                            .toPlainString()));
        }
        if (candidate.exemptGround() != null) {
            facts.add(Fact.of("最先选的依据", candidate.exemptGround()));
        }
        if (candidate.priorityGround() != null) {
            facts.add(Fact.of("优先安置的依据", candidate.priorityGround()));
        }
        if (!abilities.isEmpty()) {
            facts.add(Fact.of("有的能力", abilities));
        }
        if (!waited.isEmpty()) {
            facts.add(Fact.of("等待安排工作", waited));
        }
        for (var tie : List.of(Tie.SERVICE, Tie.HARDSHIP)) {
            facts.add(Fact.of(
                    tie.zh(),
                    Words.number(candidate.ties().getOrDefault(tie, 0L)) + (tie == Tie.SERVICE ? " 天" : " 个月")));
        }
        facts.add(Fact.of("代号", candidate.pseudonym()));
        return List.copyOf(facts);
    }
}
