package org.rongyi.care.relief;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.Browser;
import org.rongyi.PdfText;
import org.rongyi.RongyiTest;
import org.rongyi.demo.TestCounty;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.approval.CaseFiles;
import org.rongyi.platform.approval.CaseForms;
import org.rongyi.platform.approval.Cases;
import org.rongyi.platform.approval.PrintForm;
import org.rongyi.platform.approval.TaskOutcome;
import org.rongyi.platform.approval.apply.Applied;
import org.rongyi.platform.documents.issued.IssuedDocument;
import org.rongyi.platform.documents.issued.IssuedDocuments;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Ids;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@RongyiTest
@DisplayName("《广东省困难退役军人帮扶援助申请表》：按办件填好，打印、签字、扫描交回")
class AidFormTest {

    private static final String TITLE = "广东省困难退役军人帮扶援助申请表";

    @Autowired
    private ApplicationContext program;

    @Autowired
    private Transactions transactions;

    @Autowired
    private Cases cases;

    @Autowired
    private CaseForms forms;

    @Autowired
    private CaseFiles files;

    @Autowired
    private IssuedDocuments documents;

    @LocalServerPort
    private int port;

    private HardshipCases aid;

    @BeforeEach
    void desks() {
        aid = new HardshipCases(program);
    }

    @Test
    @DisplayName("站里打印的有文号、查验码、页码，填好申请人、家庭、情形、理由，各级意见栏空着等签字；病情、卡号不印")
    void aStationPrintsItFilledIn() {
        var id = aid.asked(aid.person("援助表"));
        var before = printed(id);
        assertThat(before.documentNumber()).matches("退役办〔\\d{4}〕\\d+号");
        var paper = text("aid-form", before);
        assertThat(paper.text())
                .contains(TITLE, before.documentNumber(), before.checkCode(), "第1页，共" + paper.pages() + "页")
                .contains("援助表", "骑车被撞，住院手术，自付三万多", "3人", "60,000.00元", "62,000.00元", "资金援助", "农业银行尾号4567")
                .contains("申请人声明", "代办人", "行动不便，村里代办", "村（居）民委员会意见", "镇街审核意见", "县级审批意见", "签字（盖章）：", "样式按办法的要素编排")
                .doesNotContain("骨折", "6228480000001234567", "情况属实");
        assertThat(printed(id).id()).as("没有变的，再打印还是那一份").isEqualTo(before.id());
    }

    @Test
    @DisplayName("办完再打印：各级的意见、经办人、日期和核定金额都在上面，是另一份，有自己的文号")
    void afterTheDecisionItHoldsTheOpinions() {
        var id = aid.asked(aid.person("援助审"));
        var before = printed(id);
        aid.reviewed(id);
        aid.done(aid.county, id, task -> aid.decide(task, "3000", ""));
        var after = printed(id);
        assertThat(after.documentNumber()).isNotEqualTo(before.documentNumber());
        assertThat(text("aid-form-decided", after).text())
                .contains("核定金额3,000.00元", "同意。情况属实", "经办：" + aid.town.name(), "经办：" + aid.county.name());
        assertThat(text("aid-form", before).text()).as("先打印的不变").doesNotContain("核定金额");
    }

    @Test
    @DisplayName("名字长、理由写满五百字，也不出框、不出页")
    void longWordsStayWithinThePage() {
        var name = "阿卜杜热西提·麦麦提吐尔逊·买买提艾力江";
        var words = "家里老人住院手术，医保报销以后还要自己负担许多，孩子在读书，田里的收成不好。".repeat(14).substring(0, 500);
        var person = aid.person(name);
        var request = HardshipCases.request(aid.today, words, "", "6228480000001234567");
        var id = ((Applied.Asked) aid.ask(person, request, null)).subject();
        var paper = text("aid-form-long", printed(id));
        assertThat(paper.text()).contains(name.substring(0, 8), "第" + paper.pages() + "页，共" + paper.pages() + "页");
        assertThat(paper.text().chars().filter(c -> c == '田').count())
                .as("一句不少")
                .isEqualTo(words.chars().filter(c -> c == '田').count());
        assertThat(paper.rightmost()).isLessThan(paper.width() - 50);
        assertThat(paper.lowest()).isLessThan(paper.height() - 20);
    }

    @Test
    @DisplayName("理由照申请人所写，里面写了病名的也照印；病情一栏不印；只有本人和管得到这件事的单位打印、打开得了")
    void hisReasonIsPrintedAsHeWroteIt() {
        var person = aid.person("援助言");
        var request = HardshipCases.request(aid.today, "查出尿毒症，自付三万多", "肾衰竭终末期，每周透析三次", "6228480000001234567");
        var id = ((Applied.Asked) aid.ask(person, request, null)).subject();
        var issued = printed(id);
        assertThat(text("aid-form-reason", issued).text())
                .contains("查出尿毒症，自付三万多", "病情、诊断不印，证明附后；困难情况和申请理由照申请人所写")
                .doesNotContain("肾衰竭", "透析");
        var neighbour = TestCounty.office(program, "cun2");
        assertThat(aid.<TaskOutcome>perform(neighbour, new PrintForm.Command(CommandId.fresh(neighbour), id)))
                .isEqualTo(new TaskOutcome.NotFound());
        assertThat(transactions.read(neighbour, () -> documents.open(issued.id())))
                .isEmpty();
        var other = new Actor.Self(Ids.next(), "别人", Ids.next());
        assertThat(transactions.read(other, () -> cases.find(id))).isEmpty();
        var self = new Actor.Self(Ids.next(), "援助言", person);
        var own = transactions.read(
                self, () -> forms.plain(cases.find(id).orElseThrow(), self).orElseThrow());
        assertThat(PdfText.of("aid-form-reason-own", own).text())
                .contains("查出尿毒症")
                .doesNotContain("肾衰竭");
    }

    @Test
    @DisplayName("本人在手机上打印的没有文号；别人的办件打印不了；没有申请表的事项没有这个按钮")
    void theApplicantPrintsHisOwn() {
        var person = aid.person("援助己");
        var id = aid.asked(person);
        var self = new Actor.Self(Ids.next(), "援助己", person);
        var pdf = transactions.read(
                self, () -> forms.plain(cases.find(id).orElseThrow(), self).orElseThrow());
        assertThat(PdfText.of("aid-form-own", pdf).text())
                .contains(TITLE, "援助己", "签字（盖章）：")
                .doesNotContain("〔", "真伪查验");
        var clerk = Browser.signedIn(
                port, Objects.requireNonNull(TestCounty.ensure(program).get("zhen")));
        assertThat(clerk.get("/cases/" + id).body()).contains("填好、打印《" + TITLE + "》");
        var neighbour = Browser.signedIn(
                port, Objects.requireNonNull(TestCounty.ensure(program).get("cun2")));
        var form = Map.of(
                "_command",
                Ids.next().toString(),
                "_post",
                TestCounty.office(program, "cun2").post().toString());
        assertThat(neighbour.post("/cases/" + id + "/form", form).statusCode()).isEqualTo(404);
        assertThat(transactions.read(aid.county, () -> files.papers(id))).isEmpty();
    }

    private IssuedDocument printed(UUID id) {
        assertThat(aid.<TaskOutcome>perform(aid.town, new PrintForm.Command(CommandId.fresh(aid.town), id)))
                .isEqualTo(new TaskOutcome.Done(id));
        List<IssuedDocument> papers = transactions.read(aid.county, () -> files.papers(id));
        return papers.stream()
                .filter(one -> one.title().equals(TITLE))
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    private PdfText text(String name, IssuedDocument document) {
        return PdfText.of(
                name,
                transactions.read(
                        aid.county, () -> documents.open(document.id()).orElseThrow()));
    }
}
