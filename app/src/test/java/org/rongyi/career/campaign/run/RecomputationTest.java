package org.rongyi.career.campaign.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.RongyiTest;
import org.rongyi.career.campaign.CampaignStage;
import org.rongyi.career.campaign.CampaignStages;
import org.rongyi.career.campaign.Candidates;
import org.rongyi.career.campaign.Gathering;
import org.rongyi.career.campaign.PlacementCampaigns;
import org.rongyi.career.campaign.PlacementPosts;
import org.rongyi.career.campaign.candidate.ScoreCascade;
import org.rongyi.career.campaign.group.Attendance;
import org.rongyi.career.campaign.material.Assembly;
import org.rongyi.career.campaign.material.Secrecies;
import org.rongyi.career.campaign.material.WishLists;
import org.rongyi.career.placement.proof.Result;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.vault.Signer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@RongyiTest
@DisplayName("独立复算：运行的结果先由第二份实现重新算过，对不上就什么也不留下")
class RecomputationTest {

    @Autowired
    private ApplicationContext program;

    private Gathering gathering;
    private UUID campaign;

    /** Two people, one seat, the draw open. */
    @BeforeEach
    void drawn() {
        gathering = new Gathering(program);
        campaign = gathering.drafted(gathering.plan("先复算的活动"));
        gathering.checked(campaign, "水质化验", 1);
        gathering.add(campaign, gathering.settled("复第一", 6), gathering.settled("复第二", 2));
        gathering.approve(
                gathering.chief,
                campaign,
                gathering.group(campaign, Attendance.PRESENT, Attendance.PRESENT, Attendance.PRESENT));
        gathering.drawn(campaign);
    }

    @Test
    @DisplayName("程序算错了：不保存、不签名、不进下一阶段，答复说错在哪里；没有错的，照常运行")
    void aMistakeOfTheProgramIsKeptFromEverybody() {
        assertThat(run(new Recomputation() {
                    @Override
                    Optional<String> objection(Result result) {
                        return super.objection(swapped(result));
                    }
                }))
                .isInstanceOfSatisfying(
                        RunCampaign.Outcome.NotConfirmed.class,
                        not -> assertThat(not.place()).as("只说哪一处，不说是谁的什么").isEqualTo("order[1]"));
        assertThat(gathering.read(campaign).stage()).isEqualTo(CampaignStage.OPENED);
        assertThat(gathering
                        .jobs()
                        .sql("select count(*) from campaign.run where campaign_id = :id")
                        .param("id", campaign)
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(run(new Recomputation())).as("那次运行什么也没有留下").isInstanceOf(RunCampaign.Outcome.Ran.class);
    }

    @Test
    @DisplayName("全部材料是真的，公开文件却不是它的那一份：也对不上")
    void thePublicFileMustBeTheOneThatBelongsToIt() {
        var made = new AtomicReference<Result>();
        run(new Recomputation() {
            @Override
            Optional<String> objection(Result result) {
                made.set(result);
                return super.objection(result);
            }
        });
        var result = made.get();
        var other = text(result.shown()).replaceFirst("先复算的活动", "另一次的活动");
        assertThat(other).isNotEqualTo(text(result.shown()));
        assertThat(new Recomputation().objection(with(result, text(result.file()), other)))
                .hasValue("public");
    }

    /** The first two of the campaign's order change places, in the file alone. */
    private static Result swapped(Result result) {
        var file = text(result.file());
        int from = file.indexOf("\"order\":[");
        int to = file.indexOf(']', from);
        var first = result.order().get(0);
        var second = result.order().get(1);
        var order = file.substring(from, to)
                .replace(first, "-")
                .replace(second, first)
                .replace("-", second);
        return with(result, file.substring(0, from) + order + file.substring(to), text(result.shown()));
    }

    private static Result with(Result result, String file, String shown) {
        return new Result(
                result.order(),
                result.placed(),
                file.getBytes(StandardCharsets.UTF_8),
                shown.getBytes(StandardCharsets.UTF_8),
                result.head());
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private RunCampaign.Outcome run(Recomputation recomputation) {
        var act = new RunCampaign(
                bean(PlacementCampaigns.class),
                bean(PlacementPosts.class),
                bean(Candidates.class),
                bean(WishLists.class),
                bean(ScoreCascade.class),
                bean(Assembly.class),
                bean(Secrecies.class),
                recomputation,
                bean(Runs.class),
                bean(Signer.class),
                bean(CampaignStages.class),
                bean(AuditTrail.class));
        var officer = gathering.officer;
        return bean(Acts.class).perform(officer, act, new RunCampaign.Command(CommandId.fresh(officer), campaign));
    }

    private <T> T bean(Class<T> type) {
        return program.getBean(type);
    }
}
