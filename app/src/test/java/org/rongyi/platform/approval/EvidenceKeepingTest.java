package org.rongyi.platform.approval;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.Browser;
import org.rongyi.RongyiTest;
import org.rongyi.demo.TestCounty;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.documents.attachment.AttachmentKind;
import org.rongyi.platform.documents.attachment.AttachmentOwner;
import org.rongyi.platform.documents.attachment.Attachments;
import org.rongyi.platform.documents.attachment.Checked;
import org.rongyi.platform.documents.issued.AttachStamped;
import org.rongyi.platform.retention.Keeping;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

@RongyiTest
@DisplayName("证明材料的保存期限：按事项，过了期限只销毁内容；复核、追回没了结的，定了暂不销毁的留着")
class EvidenceKeepingTest {

    @Autowired
    private ApplicationContext program;

    @Autowired
    private Transactions transactions;

    @Autowired
    private Clock clock;

    @Autowired
    @Qualifier("job")
    private JdbcClient everything;

    @LocalServerPort
    private int port;

    private AidCases aid;

    @BeforeEach
    void desks() {
        aid = new AidCases(program);
    }

    @Test
    @DisplayName("撤回的过两年销毁内容，登记留着；没过期限的、在办的不动")
    void whatIsPastItsTermLosesItsContent() {
        var gone = withdrawn();
        var fresh = withdrawn();
        var open = aid.filed();
        var papers = List.of(paper(gone), paper(fresh), paper(open));
        old(gone);
        old(open);
        var undecided = program.getBean("evidenceOfUndecided", Keeping.class);
        var before = OffsetDateTime.now(clock).minusMonths(24);
        assertThat(undecided.count(before, 1000)).isPositive();
        assertThat(undecided.delete(before, 1000)).isPositive();
        assertThat(papers).extracting(this::isThere).containsExactly(false, true, true);
        assertThat(transactions.read(
                        aid.county, () -> program.getBean(CaseFiles.class).evidence(gone)))
                .singleElement()
                .satisfies(one -> assertThat(one.away().reason()).isEqualTo("保存期限已过"));
        assertThat(undecided.delete(before, 1000)).isZero();
    }

    @Test
    @DisplayName("定了暂不销毁的到期也留着，理由在经过里；解除以后销毁；只有县级以上的负责人能定")
    void aLeadersWordHoldsIt() {
        var file = withdrawn();
        var paper = paper(file);
        old(file);
        var page = Browser.signedIn(port, TestCounty.ensure(program).get("juzhang"));
        assertThat(page.get("/cases/" + file).body()).contains("证明材料暂不销毁", "/evidence-hold");
        assertThat(Browser.signedIn(port, TestCounty.ensure(program).get("zhen"))
                        .get("/cases/" + file)
                        .body())
                .doesNotContain("/evidence-hold");
        assertThat((Object) aid.perform(aid.chief, new HoldEvidence.Command(CommandId.fresh(aid.chief), file, " ")))
                .isInstanceOf(TaskOutcome.Missing.class);
        assertThat((Object)
                        aid.perform(aid.chief, new HoldEvidence.Command(CommandId.fresh(aid.chief), file, "本人已提起诉讼")))
                .isEqualTo(new TaskOutcome.Done(file));
        assertThat(page.get("/cases/" + file).body()).contains("本人已提起诉讼", "/evidence-release");
        var undecided = program.getBean("evidenceOfUndecided", Keeping.class);
        var before = OffsetDateTime.now(clock).minusMonths(24);
        undecided.delete(before, 1000);
        assertThat(isThere(paper)).isTrue();
        aid.perform(aid.chief, new ReleaseEvidence.Command(CommandId.fresh(aid.chief), file, "诉讼已经终结"));
        undecided.delete(before, 1000);
        assertThat(isThere(paper)).isFalse();
    }

    @Test
    @DisplayName("别的室说还要用的留着，不挡别的；一次只取一件也能越过它")
    void whatAnotherRoomNeedsStays() {
        var held = withdrawn();
        var other = withdrawn();
        var papers = List.of(paper(held), paper(other));
        old(held);
        old(other);
        EvidenceHold room = cases -> {
            var kept = new HashSet<UUID>(cases);
            kept.retainAll(Set.of(held));
            return kept;
        };
        var with = keepings(room).undecided("privacy.evidence.undecided.months");
        with.delete(OffsetDateTime.now(clock).minusMonths(24), 1);
        assertThat(papers).extracting(this::isThere).containsExactly(true, false);
    }

    @Test
    @DisplayName("办件的文书到期只销毁内容：登记、文号、查验留着，打开的人读到什么时候销毁的；定了暂不销毁的留着")
    void lettersLoseTheirContentOnly() {
        var gone = declined();
        var held = declined();
        old(gone);
        old(held);
        aid.perform(aid.chief, new HoldEvidence.Command(CommandId.fresh(aid.chief), held, "本人已提起诉讼"));
        var stamped = stamped(letter(gone));
        var letters = program.getBean("lettersOfCases", Keeping.class);
        var before = OffsetDateTime.now(clock).minusMonths(24);
        assertThat(letters.count(before, 1000)).isPositive();
        assertThat(letters.delete(before, 1000)).isPositive();
        var page = Browser.signedIn(port, TestCounty.ensure(program).get("zhen"));
        var letter = letter(gone);
        assertThat(page.get("/documents/" + letter).body()).contains("保存期限已过").doesNotContain("下载 PDF");
        assertThat(page.get("/documents/" + letter + "/file").statusCode()).isEqualTo(303);
        assertThat(page.get("/documents/" + letter(held) + "/file").statusCode())
                .isEqualTo(200);
        assertThat(isThere(stamped)).as("盖章扫描件随文书走").isFalse();
        assertThat(page.get("/documents/" + letter).body()).doesNotContain("上传盖章扫描件");
        assertThat((Object) aid.perform(aid.town, new AttachStamped.Command(CommandId.fresh(aid.town), letter)))
                .as("销毁以后不再收扫描件：它再也不会销毁")
                .isEqualTo(new AttachStamped.Outcome.ContentGone());
    }

    @Test
    @DisplayName("三十年的从会计年度终了后的第一天起算：同一年的一起到期；别的自决定之日起算")
    void theTermOfBooksBeginsWithTheYearAfter() {
        for (var name : List.of("lettersOfCases", "evidenceOfAid", "evidenceOfEmergencyAid")) {
            var books = program.getBean(name, Keeping.class);
            assertThat(books.before(LocalDate.of(2055, 12, 31), 360)).isEqualTo(LocalDate.of(2025, 1, 1));
            assertThat(books.before(LocalDate.of(2056, 1, 1), 360)).isEqualTo(LocalDate.of(2026, 1, 1));
        }
        assertThat(program.getBean("evidenceOfUndecided", Keeping.class).before(LocalDate.of(2028, 12, 31), 24))
                .isEqualTo(LocalDate.of(2026, 12, 31));
    }

    private UUID stamped(UUID letter) {
        var fit = new Checked.Fit("盖章.pdf", "application/pdf", letter.toString().getBytes(), new byte[] {9}, 1, false);
        var owner = new AttachmentOwner("documents.issued", letter, aid.village.unitCode(), null);
        return ((Attachments.Added) transactions.write(
                        aid.county,
                        () -> program.getBean(Attachments.class).add(aid.county, owner, AttachmentKind.STAMPED, fit)))
                .id();
    }

    private UUID declined() {
        var file = aid.filed();
        aid.done(aid.town, file, task -> new DeclineCase.Command(CommandId.fresh(aid.town), task, "不属于受理范围"));
        everything
                .sql("update approval.case_file set state = 'CLOSED' where id = :id")
                .param("id", file)
                .update();
        return file;
    }

    private UUID letter(UUID file) {
        return everything
                .sql("select id from documents.issued where owner_id = :id and kind = 'BS'")
                .param("id", file)
                .query(UUID.class)
                .single();
    }

    @Test
    @DisplayName("找到以后、销毁以前才定下暂不销毁的，也留着：本室的、别的室的都再问一次")
    void aHoldThatCameMeanwhileHolds() {
        var held = withdrawn();
        var needed = withdrawn();
        var papers = List.of(paper(held), paper(needed));
        old(held);
        old(needed);
        var found = new AtomicBoolean();
        EvidenceHold meanwhile = cases -> {
            if (cases.contains(held) && found.compareAndSet(false, true)) {
                aid.perform(aid.chief, new HoldEvidence.Command(CommandId.fresh(aid.chief), held, "本人已提起诉讼"));
                return Set.of();
            }
            return cases.contains(needed) ? Set.of(needed) : Set.of();
        };
        keepings(meanwhile)
                .undecided("privacy.evidence.undecided.months")
                .delete(OffsetDateTime.now(clock).minusMonths(24), 1000);
        assertThat(found).isTrue();
        assertThat(papers).extracting(this::isThere).containsExactly(true, true);
    }

    @Test
    @DisplayName("正在定、还没有定完的，不抢着销毁；定完了的留着")
    void aHoldOnItsWayIsWaitedFor() {
        var file = withdrawn();
        var paper = paper(file);
        old(file);
        var undecided = program.getBean("evidenceOfUndecided", Keeping.class);
        var before = OffsetDateTime.now(clock).minusMonths(24);
        var held = aid.read(file);
        int gone = transactions.write(aid.chief, () -> {
            program.getBean(EvidenceHolds.class).open(held, By.of(aid.chief));
            return CompletableFuture.supplyAsync(() -> undecided.delete(before, 1000))
                    .join();
        });
        assertThat(gone).isZero();
        undecided.delete(before, 1000);
        assertThat(isThere(paper)).isTrue();
    }

    private EvidenceKeepings keepings(EvidenceHold room) {
        return new EvidenceKeepings(
                everything, program.getBean("jobTransactions", PlatformTransactionManager.class), List.of(room), clock);
    }

    private UUID withdrawn() {
        var id = aid.filed();
        aid.perform(aid.village, new WithdrawCase.Command(CommandId.fresh(aid.village), id, "不要了"));
        return id;
    }

    private UUID paper(UUID id) {
        var fit = new Checked.Fit(id + ".pdf", "application/pdf", id.toString().getBytes(), new byte[] {9}, 1, false);
        return ((Attachments.Added) transactions.write(
                        aid.county,
                        () -> program.getBean(Attachments.class)
                                .add(aid.county, CasePapers.owner(aid.read(id)), AttachmentKind.EVIDENCE, fit)))
                .id();
    }

    private void old(UUID id) {
        everything
                .sql("update approval.case_file set decided_on = :on where id = :id")
                .param("on", LocalDate.now(clock).minusMonths(25))
                .param("id", id)
                .update();
    }

    private boolean isThere(UUID attachment) {
        return everything
                .sql("select file_id is not null from documents.attachment where id = :id")
                .param("id", attachment)
                .query(Boolean.class)
                .single();
    }
}
