package org.rongyi.platform.approval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.RongyiTest;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.approval.route.Position.Verdict;
import org.rongyi.platform.audit.LatestInTrail;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@RongyiTest
@DisplayName("办件的留痕：办到哪一步、同意还是不同意、从哪个单位到哪个单位；意见的话密封，不进留痕")
class CaseTrailTest {

    private static final String WORDS = "病历看过，情况属实";

    @Autowired
    private ApplicationContext program;

    @Autowired
    @Qualifier("job")
    private JdbcClient everything;

    private AidCases aid;

    @BeforeEach
    void desks() {
        aid = new AidCases(program);
    }

    @Test
    @DisplayName("受理：状态、环节、办理单位的前后")
    void anAcceptedCase() {
        var id = aid.filed();
        aid.done(aid.town, id, task -> new AcceptCase.Command(CommandId.fresh(aid.town), task, WORDS));
        assertThat(said("AcceptCase", id))
                .containsExactly(
                        "办理：受理",
                        "办件状态：待受理 → 办理中",
                        "环节：镇街受理 → 县级审核",
                        "办理单位：" + aid.town.unitName() + " → " + aid.county.unitName());
        nowhere(id);
    }

    @Test
    @DisplayName("同意、不同意写明，意见的话不写；办完的写明结果，等送达的单位")
    void whoAgreesAndWhoDoesNot() {
        var id = accepted();
        aid.done(
                aid.county,
                id,
                task -> new AnswerTask.Command(CommandId.fresh(aid.county), task, Verdict.AGREE, WORDS, null));
        assertThat(said("AnswerTask", id))
                .contains("办理：县级审核：同意", "环节：县级审核 → 村（社区）公示")
                .noneMatch(line -> line.startsWith("办件状态"));
        nowhere(id);

        var other = accepted();
        aid.done(
                aid.county,
                other,
                task -> new AnswerTask.Command(CommandId.fresh(aid.county), task, Verdict.AGAINST, WORDS, null));
        assertThat(said("AnswerTask", other)).contains("办理：县级审核：不同意");
        nowhere(other);
    }

    @Test
    @DisplayName("退回：退到哪一步，又等在哪个单位；原因不写")
    void aCaseGivenBack() {
        var id = accepted();
        aid.done(aid.county, id, task -> new ReturnCase.Command(CommandId.fresh(aid.county), task, 0, WORDS));
        assertThat(said("ReturnCase", id))
                .containsExactly(
                        "办理：退回镇街受理",
                        "办件状态：办理中 → 待受理",
                        "环节：县级审核 → 镇街受理",
                        "办理单位：" + aid.county.unitName() + " → " + aid.town.unitName());
        nowhere(id);
    }

    @Test
    @DisplayName("转办：从哪个单位、什么岗位，到谁；催办、撤回申请也写明；原因不写")
    void aCaseHandedOn() {
        var id = accepted();
        var to = new Whom.Target(aid.county.unit(), aid.chief.account());
        aid.done(aid.county, id, task -> new PassOn.Command(CommandId.fresh(aid.county), task, to, WORDS));
        assertThat(said("PassOn", id))
                .containsExactly(
                        "办理：县级审核：转办",
                        "办理单位：" + aid.county.unitName() + " · 业务干部、负责人 → " + aid.county.unitName() + " · "
                                + aid.chief.name());
        aid.perform(aid.village, new UrgeCase.Command(CommandId.fresh(aid.village), id));
        assertThat(said("UrgeCase", id)).containsExactly("办理：催办");
        aid.perform(aid.village, new WithdrawCase.Command(CommandId.fresh(aid.village), id, WORDS));
        assertThat(said("WithdrawCase", id))
                .contains("办理：撤回申请", "办理单位：" + aid.county.unitName() + " → 无")
                .anyMatch(line -> line.startsWith("办件状态：办理中 → ") && line.endsWith("（申请人撤回）"));
        nowhere(id);
    }

    private UUID accepted() {
        var id = aid.filed();
        aid.done(aid.town, id, task -> new AcceptCase.Command(CommandId.fresh(aid.town), task, ""));
        return id;
    }

    private List<String> said(String act, UUID subject) {
        return LatestInTrail.lines(everything, act, subject).stream()
                .filter(line -> !line.contains("通知书") && !line.contains("决定书"))
                .toList();
    }

    private void nowhere(UUID subject) {
        var written = everything
                .sql("""
                        select concat_ws(' ', purpose, before::text, after::text) from audit.trail where subject = :subject
                        """)
                .param("subject", subject)
                .query(String.class)
                .list();
        assertThat(written).isNotEmpty().noneMatch(line -> line.contains(WORDS));
    }
}
