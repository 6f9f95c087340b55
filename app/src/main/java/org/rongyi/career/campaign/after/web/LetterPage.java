package org.rongyi.career.campaign.after.web;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.rongyi.career.campaign.CampaignRecord;
import org.rongyi.career.campaign.PlacementPost;
import org.rongyi.career.campaign.after.LetterState;
import org.rongyi.career.campaign.after.PlacementLetter;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Typed;
import org.rongyi.platform.ui.Words;
import org.rongyi.platform.ui.part.Fact;

/**
 * 一封介绍信和它的落实.
 *
 * @param documents the letter itself, by id and number
 * @param openEnded whether the contract has to be open-ended
 * @param waiting what he is owed while he is kept from his post; empty where nobody keeps him
 * @param hasContract whether there is one at all
 */
public record LetterPage(
        CampaignRecord campaign,
        PlacementLetter letter,
        PlacementPost post,
        String who,
        List<Document> documents,
        boolean openEnded,
        String waiting,
        boolean hasContract,
        boolean late,
        boolean mayAct,
        String today,
        Typed typed,
        FieldErrors errors)
        implements Page {

    public record Document(UUID id, String title, String number) {}

    @Override
    public String title() {
        return "介绍信：" + who;
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(
                new Crumb("阳光安置", "/campaigns"),
                new Crumb(campaign.plan().title(), "/campaigns/" + campaign.id()),
                new Crumb("落实", "/campaigns/" + campaign.id() + "/followup"));
    }

    public String path() {
        return "/campaigns/" + campaign.id() + "/followup/" + letter.id();
    }

    public String value(String field) {
        return typed.value(field);
    }

    public boolean mayRecord() {
        return mayAct && (letter.state() == LetterState.ISSUED || letter.state() == LetterState.UNIT_REFUSED);
    }

    public boolean mayRefuse() {
        return mayAct && letter.state() == LetterState.ISSUED;
    }

    public List<Fact> facts() {
        var facts = new ArrayList<Fact>();
        facts.add(new Fact("本人", who, "/receptions/" + letter.reception()));
        facts.add(Fact.of(
                "岗位", post.unit() + "，" + post.title() + "（" + post.nature().zh() + "）"));
        facts.add(Fact.of("开出", Words.day(letter.issued()) + "，" + letter.issuedBy()));
        facts.add(Fact.of("上岗期限", Words.day(letter.dutyBy()) + (late ? "，已经超过" : "")));
        if (!waiting.isEmpty()) {
            facts.add(Fact.of("等着上岗时", waiting));
        }
        if (letter.onDuty() != null) {
            facts.add(Fact.of("上岗", Words.day(letter.onDuty())));
            facts.add(Fact.of("合同", contract()));
        }
        if (letter.words() != null) {
            facts.add(Fact.of(letter.state().zh(), letter.words()));
        }
        return List.copyOf(facts);
    }

    private String contract() {
        if (letter.openEnded()) {
            return "无固定期限";
        }
        return letter.contractYears() == null ? "不签合同" : letter.contractYears() + " 年";
    }

    public String hint() {
        return openEnded ? "服现役满 10 年、到企业工作，应当签无固定期限劳动合同" : "不少于 3 年；无固定期限的不填年限";
    }
}
