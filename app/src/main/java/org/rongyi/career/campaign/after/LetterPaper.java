package org.rongyi.career.campaign.after;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.campaign.CampaignRecord;
import org.rongyi.career.campaign.Candidate;
import org.rongyi.career.campaign.PlacementPost;
import org.rongyi.insight.figures.Fact;
import org.rongyi.insight.figures.Figures;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.documents.attachment.AttachmentOwner;
import org.rongyi.platform.documents.issued.DocumentKind;
import org.rongyi.platform.documents.issued.Issue;
import org.rongyi.platform.documents.issued.IssuedDocument;
import org.rongyi.platform.documents.issued.IssuedDocuments;
import org.rongyi.platform.documents.paper.Letter;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Ids;
import org.rongyi.platform.ui.Words;
import org.springframework.stereotype.Component;

/** A letter, written, numbered and kept, with its term from its day on; and withdrawn. */
@Component
class LetterPaper {

    private static final DocumentKind KIND = new DocumentKind("JSX", "安置介绍信");
    private static final String WORDING = "退役安";

    private final PlacementLetters letters;
    private final DutyRule rule;
    private final IssuedDocuments documents;
    private final Figures figures;
    private final Divisions divisions;

    LetterPaper(
            PlacementLetters letters, DutyRule rule, IssuedDocuments documents, Figures figures, Divisions divisions) {
        this.letters = letters;
        this.rule = rule;
        this.documents = documents;
        this.figures = figures;
        this.divisions = divisions;
    }

    /** @param replaced the letter that was withdrawn for it; none where there was none */
    IssuedDocument issue(
            CampaignRecord campaign,
            UUID placed,
            PlacementPost post,
            Candidate whom,
            @Nullable PlacementLetter replaced,
            Actor.Office by) {
        var today = divisions.today();
        var id = Ids.next();
        var dutyBy = rule.dutyBy(today);
        letters.insert(id, placed, post.id(), whom, today, dutyBy, by);
        var issued = Fact.of(LetterKinds.ISSUED, whom.home(), today, id, whom.person());
        figures.count(
                replaced == null
                        ? List.of(issued)
                        : List.of(issued, counted(replaced).withdrawn()));
        var owner = new AttachmentOwner(LetterReaders.OWNER_KIND, id, whom.home(), whom.person());
        var issue =
                new Issue(owner, 1, KIND, letter(campaign, post, whom, today, dutyBy, by), WORDING, true, whom.name());
        var earlier =
                replaced == null ? List.<IssuedDocument>of() : documents.list(LetterReaders.OWNER_KIND, replaced.id());
        return earlier.isEmpty()
                ? documents.issue(by, issue)
                : documents.replace(by, earlier.getFirst().id(), issue, "照专项小组的书面决定改派");
    }

    /** @param minutes of the decision */
    void revoke(PlacementLetter letter, String minutes, Actor.Office by) {
        figures.count(List.of(counted(letter).withdrawn()));
        documents
                .list(LetterReaders.OWNER_KIND, letter.id())
                .forEach(paper -> documents.revoke(by, paper.id(), "照专项小组的书面决定撤回（" + minutes + "）"));
    }

    /** As it was counted when it was issued. */
    private static Fact counted(PlacementLetter letter) {
        return Fact.of(LetterKinds.ISSUED, letter.code(), letter.issued(), letter.id(), letter.person());
    }

    private static Letter letter(
            CampaignRecord campaign,
            PlacementPost post,
            Candidate whom,
            LocalDate today,
            LocalDate dutyBy,
            Actor.Office by) {
        return new Letter(
                KIND.zh(),
                post.unit(),
                List.of(
                        "经“" + campaign.plan().title() + "”（" + campaign.number() + "），由政府安排工作的退役军人" + whom.name()
                                + "安置到你单位，岗位：" + post.title() + "。现介绍前来报到。",
                        "请按照退役军人安置的规定，在" + Words.day(dutyBy) + "前安排上岗，依法签订合同、确定待遇，并把上岗的日期告诉我单位。"),
                List.of(new Letter.Entry("岗位编号", post.code()), new Letter.Entry("姓名", whom.name())),
                by.unitName(),
                today,
                List.of("非因本人原因没有按时上岗的，从开出介绍信的当月起，由接收单位按不低于同等条件人员平均工资 80% 的标准逐月发给生活费，直到上岗。"));
    }
}
