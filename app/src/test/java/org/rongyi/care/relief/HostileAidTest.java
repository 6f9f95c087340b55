package org.rongyi.care.relief;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.Browser;
import org.rongyi.Hostile;
import org.rongyi.PdfText;
import org.rongyi.RongyiTest;
import org.rongyi.demo.TestCounty;
import org.rongyi.platform.access.Personas;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.approval.CaseFiles;
import org.rongyi.platform.approval.PrintForm;
import org.rongyi.platform.approval.TaskOutcome;
import org.rongyi.platform.approval.apply.Applied;
import org.rongyi.platform.documents.issued.IssuedDocuments;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@RongyiTest
@DisplayName("红队：帮扶援助里写脚本、公式，办件、待办、台账、导出、申请表都只当文字")
class HostileAidTest {

    @Autowired
    private ApplicationContext program;

    @Autowired
    private Transactions transactions;

    @Autowired
    private CaseFiles files;

    @Autowired
    private IssuedDocuments documents;

    @LocalServerPort
    private int port;

    private Browser as(String who) {
        Personas.Entry persona =
                Objects.requireNonNull(TestCounty.ensure(program).get(who));
        return Browser.signedIn(port, persona);
    }

    @Test
    @DisplayName("从申请、核查意见到申请表")
    void whatWasTypedIsOnlyText() {
        var aid = new HardshipCases(program);
        var person = aid.person(Hostile.NAME);
        var request = HardshipCases.request(aid.today, Hostile.WORDS, Hostile.WORDS, "6228480000001234567");
        var id = ((Applied.Asked) aid.ask(person, request, null)).subject();
        aid.accepted(id);
        aid.done(
                aid.town,
                id,
                task -> aid.review(
                        task,
                        Map.of(
                                "checkOn", List.of(aid.today.toString()),
                                "visitors", List.of(aid.town.name() + "、村委会陈国强"),
                                "found", List.of(Hostile.WORDS)),
                        false,
                        Hostile.WORDS));
        var task = "/tasks/" + aid.open(id).id();
        assertThat(Hostile.shownAsText(as("juzhang"), "/cases/" + id, task, "/tasks", "/cases", "/aids"))
                .isGreaterThanOrEqualTo(3);
        assertThat(Hostile.shownAsText(as("cun"), "/cases/" + id, "/persons/" + person))
                .isEqualTo(2);
        Hostile.exportedAsText(as("juzhang"), "/aids/export.xlsx?state=HANDLING", "/tasks/export.xlsx");
        assertThat(aid.<TaskOutcome>perform(aid.town, new PrintForm.Command(CommandId.fresh(aid.town), id)))
                .isEqualTo(new TaskOutcome.Done(id));
        var pdf = transactions.read(
                aid.county,
                () -> files.papers(id).stream()
                        .filter(one -> one.title().endsWith("申请表"))
                        .findFirst()
                        .flatMap(one -> documents.open(one.id()))
                        .orElseThrow());
        assertThat(PdfText.of("aid-form-hostile", pdf).text()).contains("<script>redteam</script>", "${7*7}{{7*7}}");
    }
}
