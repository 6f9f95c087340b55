package org.rongyi.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.rongyi.RongyiTest;
import org.rongyi.career.reception.AskForPapers;
import org.rongyi.career.reception.EndKind;
import org.rongyi.career.reception.Handed;
import org.rongyi.career.reception.ending.ProposeEnd;
import org.rongyi.career.reception.scoring.EnterScore;
import org.rongyi.career.reception.scoring.EnteredAs;
import org.rongyi.career.reception.scoring.Entry;
import org.rongyi.demo.TestCounty;
import org.rongyi.platform.access.Personas;
import org.rongyi.platform.act.Act.Outcome;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.kernel.Actor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** People handed over, each at another point of the way, as the office and one of them have it before them. */
@RongyiTest
@Tag("browser")
@DisplayName("移交接收：登记、审档、评分、补助、终止，办事的人和本人看到的每一页都无障碍、不比屏幕宽")
class ReceptionSceneTest {

    private static final LocalDate LEFT = LocalDate.of(2022, 9, 1);

    @Autowired
    private ApplicationContext program;

    @LocalServerPort
    private int port;

    private Map<String, Personas.Entry> personas = Map.of();
    private Handed handed;
    private Sight sight;

    @BeforeEach
    void county() {
        personas = TestCounty.ensure(program);
        handed = new Handed(program);
        sight = new Sight(program, port, "ReceptionSceneTest");
    }

    @AfterEach
    void goHome() {
        sight.close();
    }

    @Test
    @DisplayName("缺材料等着的、两边不一致的、公示着的、拟终止的")
    void eachAtAnotherPoint() {
        var officer = sight.of(Objects.requireNonNull(personas.get("xian")));
        waits(officer);
        scored(officer);
        ends(officer);
        assertThat(sight.barriers()).isEmpty();
    }

    /** Reported, with papers missing that were asked for; and others, for long lists. */
    private void waits(Page officer) {
        var left = handed.today.minusDays(75);
        UUID waiting = UUID.randomUUID();
        for (int i = 0; i < 4; i++) {
            waiting = handed.received(
                    handed.person("邓卫国梁振华黎少明冼国强".substring(3 * i, 3 * i + 3)),
                    Handed.sergeant(left.minusYears(13), left));
            done(handed.report(waiting, left.plusDays(15), ""));
            done(handed.perform(
                    handed.officer,
                    AskForPapers.class,
                    new AskForPapers.Command(CommandId.fresh(handed.officer), waiting)));
        }
        sight.see(officer, "/receptions/" + waiting, "reception");
        sight.see(officer, "/receptions/" + waiting + "/papers", "papers");
        sight.see(officer, "/receptions/missing", "missing");
        sight.see(officer, "/receptions/allowances", "allowances");
    }

    private void scored(Page officer) {
        var differing = sergeant(handed.person("麦志坚"));
        enter(handed.officer, differing, EnteredAs.ARMY, 3, "63.5");
        sight.see(officer, "/receptions/" + differing + "/score/entry?as=OFFICE", "score-entry");
        enter(handed.colleague, differing, EnteredAs.OFFICE, 2, null);
        sight.see(officer, "/receptions/" + differing + "/score", "score");
        officer.click("text=上传这一页：平时奖励：嘉奖 >> nth=0");
        officer.setInputFiles("input[name=pages]", OnBoth.scan("奖励登记（报告）表第 2 页.jpg"));
        officer.click("button:has-text('上传')");
        officer.click("text=再传、撤下：平时奖励：嘉奖 >> nth=0");
        assertThat(officer.content()).contains("奖励登记（报告）表第 2 页.jpg", "传错了，撤下");
        sight.see(officer, "score-item");
        sight.see(officer, "/receptions/scores", "scores");
        var person = handed.person("欧阳振华");
        var shown = sergeant(person);
        enter(handed.officer, shown, EnteredAs.ARMY, 3, "63.5");
        enter(handed.colleague, shown, EnteredAs.OFFICE, 3, null);
        var village = TestCounty.office(program, "cun").unitCode();
        var own = sight.of(TestCounty.himself(program, person, "欧阳振华", village));
        sight.see(own, "/me/receptions", "own");
    }

    /** Sixteen years. */
    private UUID sergeant(UUID person) {
        var id = handed.received(person, Handed.sergeant(LEFT.minusYears(16), LEFT));
        done(handed.report(id, LEFT.plusDays(12), ""));
        return id;
    }

    private void enter(Actor.Office by, UUID reception, EnteredAs as, int praise, @Nullable String stated) {
        var lines = Map.of(
                "placement.score.peace.third", new Entry.Line(1, "奖励登记（报告）表第 1 页"),
                "placement.score.peace.praise", new Entry.Line(praise, "奖励登记（报告）表第 2 页"));
        done(handed.perform(
                by,
                EnterScore.class,
                new EnterScore.Command(
                        CommandId.fresh(by), reception, as, lines, stated == null ? null : new BigDecimal(stated))));
    }

    private void ends(Page officer) {
        var left = handed.today.minusDays(120);
        var absent = handed.received(handed.person("简国雄"), Handed.conscript(left.minusYears(2), left));
        sight.again(officer, "/receptions/" + absent + "/ending", "ending-none");
        done(handed.perform(
                handed.officer,
                ProposeEnd.class,
                new ProposeEnd.Command(
                        CommandId.fresh(handed.officer),
                        absent,
                        EndKind.FORFEITED,
                        "超过报到期限 60 天没有来，也没有说明原因",
                        handed.today.minusDays(5),
                        "电话里说在外省务工，不打算回来报到；已告知后果")));
        sight.see(
                sight.of(Objects.requireNonNull(personas.get("juzhang"))),
                "/receptions/" + absent + "/ending",
                "ending");
        sight.see(officer, "/receptions/endings", "endings");
    }

    private static void done(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
    }
}
