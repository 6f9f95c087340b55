package org.rongyi.platform.documents.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.RongyiTest;
import org.rongyi.network.organisation.Offices;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.documents.FileId;
import org.rongyi.platform.documents.FileOwner;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Ids;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.policy.Policy;
import org.rongyi.platform.ui.FieldErrors;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.web.multipart.MultipartFile;

@RongyiTest
@DisplayName("附件：谁收的、谁能看、更换与撤下")
class AttachmentsTest {

    private static final long VILLAGE = 441284103201L;
    private static final Actor.Office CLERK = Offices.of(Role.CLERK, VILLAGE);
    private static final Actor.Office NEIGHBOUR = Offices.of(Role.CLERK, 441284103202L);

    @Autowired
    private Attachments attachments;

    @Autowired
    private DraftFiles drafts;

    @Autowired
    private FormFiles forms;

    @Autowired
    private UploadCheck uploads;

    @Autowired
    private Transactions transactions;

    @Autowired
    private List<FileOwner> owners;

    @Autowired
    private Policy policy;

    @Autowired
    private Clock clock;

    @Autowired
    @Qualifier("job")
    private JdbcClient job;

    private final UUID person = Ids.next();
    private final AttachmentOwner owner =
            new AttachmentOwner("test.record", Ids.next(), new DivisionCode(VILLAGE), person);
    private final Actor.Self veteran = new Actor.Self(Ids.next(), "张三", person);

    private Checked.Fit pdf() {
        try {
            // each its own content
            return (Checked.Fit) uploads.check(
                    "证明.pdf",
                    new ByteArrayInputStream(Papers.pdf(
                            1,
                            d -> d.getDocumentInformation().setTitle(Ids.next().toString()))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private UUID added() {
        return ((Attachments.Added)
                        transactions.write(CLERK, () -> attachments.add(CLERK, owner, AttachmentKind.EVIDENCE, pdf())))
                .id();
    }

    private boolean mayOpen(Actor actor, UUID id) {
        return transactions.read(actor, () -> attachments.open(id).isPresent());
    }

    private List<Attachment> list(Actor actor) {
        return transactions.read(actor, () -> attachments.list(owner.kind(), owner.id()));
    }

    private FileId fileOf(UUID attachment) {
        return new FileId(job.sql("select file_id from documents.attachment where id = :id")
                .param("id", attachment)
                .query(String.class)
                .single());
    }

    private boolean isNamed(FileId file) {
        return owners.stream().anyMatch(o -> o.named(List.of(file)).contains(file));
    }

    private void after(int days) {
        new AttachmentTerms(job, policy, Clock.offset(clock, Duration.ofDays(days))).apply();
    }

    @Test
    @DisplayName("本村站和本人看得到，邻村和别人看不到")
    void whoseReachItIsInSeesIt() {
        var id = added();
        assertThat(mayOpen(CLERK, id)).isTrue();
        assertThat(mayOpen(veteran, id)).isTrue();
        assertThat(mayOpen(NEIGHBOUR, id)).isFalse();
        assertThat(mayOpen(new Actor.Self(Ids.next(), "李四", Ids.next()), id)).isFalse();
        assertThat(list(NEIGHBOUR)).isEmpty();
        assertThat(list(CLERK)).singleElement().satisfies(a -> {
            assertThat(a.name()).isEqualTo("证明.pdf");
            assertThat(a.addedBy()).isEqualTo("王建国");
            assertThat(a.scanned()).isFalse();
        });
    }

    @Test
    @DisplayName("更换：列表只见最新一版，旧版还在经过里；已被更换的不能再更换")
    void aNewerVersionTakesThePlace() {
        var first = added();
        var second = (Attachments.Added) exchanged(first);
        assertThat(list(CLERK)).extracting(Attachment::id).containsExactly(second.id());
        var series = list(CLERK).getFirst().series();
        assertThat(transactions.read(CLERK, () -> attachments.versions(series)))
                .extracting(Attachment::id)
                .containsExactly(first, second.id());
        assertThat(exchanged(first)).isInstanceOf(Attachments.Refused.class);
    }

    private Attachments.Outcome exchanged(UUID wrong) {
        var form = CommandId.fresh(CLERK);
        return transactions.write(CLERK, () -> {
            drafts.keep(CLERK, form, AttachmentKind.EVIDENCE, pdf());
            return drafts.exchange(CLERK, form, owner, wrong);
        });
    }

    @Test
    @DisplayName("撤下：登记留着理由，内容满保留期才删；撤下的不能再撤")
    void whatIsTakenAwayIsToldAndGoesInTime() {
        var id = added();
        var file = fileOf(id);
        assertThat(transactions.write(CLERK, () -> attachments.takeAway(CLERK, id, "传错了")))
                .isTrue();
        assertThat(transactions.write(CLERK, () -> attachments.takeAway(CLERK, id, "再撤")))
                .isFalse();
        assertThat(list(CLERK)).singleElement().satisfies(a -> {
            assertThat(a.away()).isNotNull();
            assertThat(a.away().reason()).isEqualTo("传错了");
        });
        after(179);
        assertThat(isNamed(file)).isTrue();
        after(181);
        assertThat(isNamed(file)).as("夜里的清理会拿走它").isFalse();
        assertThat(mayOpen(CLERK, id)).isFalse();
        assertThat(list(CLERK))
                .singleElement()
                .matches(a -> a.away() != null && a.away().gone());
    }

    @Test
    @DisplayName("表单退回时文件还在；办成后归记录；本人在手机上也一样")
    void filesOfAFormWaitForItsAct() {
        for (Actor actor : List.of(CLERK, veteran)) {
            var form = CommandId.fresh(actor);
            var field = new FormFiles.Field("evidence", AttachmentKind.EVIDENCE);
            var errors = FieldErrors.none();
            var good = new MockMultipartFile("evidence", "退役证.png", "x/y", Papers.photo(40, 30, "png"));
            var bad = new MockMultipartFile("evidence", "坏.exe", "image/png", new byte[] {77, 90, 0, 0, 0});
            forms.take(actor, form, field, List.<MultipartFile>of(good, bad), List.of(), errors);
            assertThat(errors.find("evidence")).startsWith("坏：").contains("JPG");
            forms.take(actor, form, field, List.<MultipartFile>of(good), List.of("nonsense"), FieldErrors.none());
            var kept = forms.kept(actor, form, field);
            assertThat(kept)
                    .as("同一文件只留一份")
                    .singleElement()
                    .matches(f -> f.name().equals("退役证.jpg"));
            assertThat(forms.kept(NEIGHBOUR, form, field)).isEmpty();
            assertThat(transactions.write(actor, () -> drafts.claim(actor, form, owner)))
                    .isInstanceOf(Attachments.Added.class);
            assertThat(forms.kept(actor, form, field)).isEmpty();
        }
        assertThat(list(veteran)).hasSize(2).extracting(Attachment::addedUnit).containsExactly("某局", "本人");
    }

    @Test
    @DisplayName("不要了的去掉；没有提交的，到期不再留")
    void whatIsNotSentIsForgotten() {
        var form = CommandId.fresh(CLERK);
        var field = new FormFiles.Field("evidence", AttachmentKind.EVIDENCE);
        var one = pdf();
        var two = pdf();
        transactions.write(CLERK, () -> drafts.keep(CLERK, form, field.kind(), one));
        transactions.write(CLERK, () -> drafts.keep(CLERK, form, field.kind(), two));
        var dropped = forms.kept(CLERK, form, field).getFirst().id();
        forms.take(CLERK, form, field, List.of(), List.of(dropped), FieldErrors.none());
        assertThat(forms.kept(CLERK, form, field)).hasSize(1);
        after(6);
        assertThat(forms.kept(CLERK, form, field)).hasSize(1);
        after(8);
        assertThat(forms.kept(CLERK, form, field)).isEmpty();
    }

    @Test
    @DisplayName("一份记录最多 20 个附件")
    void thereIsAMost() {
        var fit = pdf();
        for (int i = 0; i < 20; i++) {
            assertThat(transactions.write(CLERK, () -> attachments.add(CLERK, owner, AttachmentKind.GROUND, fit)))
                    .isInstanceOf(Attachments.Added.class);
        }
        assertThat(transactions.write(CLERK, () -> attachments.add(CLERK, owner, AttachmentKind.GROUND, fit)))
                .isEqualTo(new Attachments.Refused("附件最多 20 个，请先撤下用不着的"));
    }
}
