package org.rongyi.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.rongyi.RongyiTest;
import org.rongyi.career.campaign.Candidate;
import org.rongyi.career.campaign.Candidates;
import org.rongyi.career.campaign.live.LiveOffice;
import org.rongyi.career.campaign.live.OnTimeout;
import org.rongyi.career.campaign.live.choice.LiveOutcome;
import org.rongyi.career.campaign.mutual.ApplyOutcome;
import org.rongyi.career.campaign.mutual.Phase;
import org.rongyi.career.campaign.mutual.Selecting;
import org.rongyi.career.campaign.mutual.TakeOutcome;
import org.rongyi.demo.TestCounty;
import org.rongyi.platform.access.Personas;
import org.rongyi.platform.act.Transactions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** 现场选岗 and 网上双选: whose turn it is, who looks on, who applies, who takes. */
@RongyiTest
@Tag("browser")
@DisplayName("现场选岗和网上双选：本人、窗口、接收单位和路人看到的每一页都无障碍、不比屏幕宽")
class ChoosingSceneTest {

    @Autowired
    private ApplicationContext program;

    @Autowired
    private Transactions transactions;

    @LocalServerPort
    private int port;

    private Map<String, Personas.Entry> personas = Map.of();
    private Sight sight;

    @BeforeEach
    void county() {
        personas = TestCounty.ensure(program);
        sight = new Sight(program, port, "ChoosingSceneTest");
    }

    @AfterEach
    void goHome() {
        sight.close();
    }

    @Test
    @DisplayName("现场：一位选过了，轮到他；网上：申请、看申请、选定")
    void bothWays() {
        live();
        online();
        assertThat(sight.barriers()).isEmpty();
    }

    private void live() {
        var office = new LiveOffice(program);
        var campaign = office.started("四会市退役士兵现场选岗", OnTimeout.PASS, 5, 1, 2, 1);
        var turns = office.turns(campaign);
        assertThat(office.choose(turns.getFirst(), office.posts(campaign).getFirst()))
                .isEqualTo(new LiveOutcome.Chosen(campaign));
        var next = transactions
                .read(
                        office.gathering.officer,
                        () -> program.getBean(Candidates.class)
                                .find(turns.get(1).candidate()))
                .orElseThrow();
        sight.see(sight.of(himself(next)), "/me/campaigns/" + campaign + "/live", "own-live");
        sight.see(sight.of(xian()), "/campaigns/" + campaign + "/live", "live");
        var number = office.gathering.read(campaign).number();
        sight.see(sight.ofAnybody(), "/sunshine/" + number + "/live", "watch");
    }

    private void online() {
        var selecting = new Selecting(program, "2026 年县直机关接收退役士兵网上双选").settled(5, 1, 2, 2, 1, 1);
        selecting.at(Phase.APPLYING);
        var post = selecting.organs().getFirst();
        var employer = selecting.employer(post);
        for (var who : selecting.people()) {
            assertThat(selecting.apply(who, post)).isInstanceOf(ApplyOutcome.Applied.class);
        }
        var own = sight.of(himself(selecting.people().getLast()));
        var applying = "/me/campaigns/" + selecting.campaign + "/online";
        sight.see(own, applying, "own-online");
        selecting.at(Phase.DECIDING);
        var unit =
                sight.of(new Personas.Entry(employer.username(), Selecting.PASSWORD, "接收单位经办", "", 3, "单位经办人", "双选单位"));
        sight.see(unit, "/recruiting", "recruiting");
        var first = selecting.seen(employer, post).getFirst();
        assertThat(selecting.take(employer, post, first.application())).isInstanceOf(TakeOutcome.Taken.class);
        sight.see(unit, "/recruiting/" + post.id(), "recruit");
        sight.see(sight.of(xian()), "/campaigns/" + selecting.campaign + "/online", "online");
        var number = selecting.gathering.read(selecting.campaign).number();
        sight.see(sight.ofAnybody(), "/sunshine/" + number + "/online", "street-online");
        sight.again(own, applying, "own-online-closed");
    }

    private Personas.Entry xian() {
        return Objects.requireNonNull(personas.get("xian"));
    }

    private Personas.Entry himself(Candidate who) {
        var village = TestCounty.office(program, "cun").unitCode();
        return TestCounty.himself(program, who.person(), who.name(), village);
    }
}
