package org.rongyi.career.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.Browser;
import org.rongyi.RongyiTest;
import org.rongyi.demo.TestCounty;
import org.rongyi.network.oversight.FoundByPerson;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@RongyiTest
@DisplayName("谁看过我的档案：安置活动里看他的那一页也算")
class CampaignReadingsTest {

    @Autowired
    private ApplicationContext program;

    @Autowired
    @Qualifier("job")
    private JdbcClient everything;

    @LocalServerPort
    private int port;

    private record Taken(UUID id, UUID person) {}

    @Test
    @DisplayName("县局打开参加人的页面，他看得到有人打开过")
    void whoOpensACandidateIsSeenByHim() {
        var gathering = new Gathering(program);
        var campaign = gathering.drafted(gathering.plan("有人看的活动"));
        gathering.add(campaign, gathering.settled("钱被看", 1));
        var taken = gathering
                .jobs()
                .sql("select id, person_id as person from campaign.candidate where campaign_id = :id")
                .param("id", campaign)
                .query(Taken.class)
                .single();
        assertThat(FoundByPerson.records(program, gathering.officer, taken.person()))
                .as("按他的姓名查留痕")
                .contains(taken.id());
        var officer = Browser.signedIn(port, TestCounty.ensure(program).get("xian"));
        assertThat(officer.get("/campaigns/" + campaign + "/candidates/" + taken.id())
                        .statusCode())
                .isEqualTo(200);
        assertThat(everything
                        .sql("select purpose from audit.trail where subject = :id and act = 'ReadRecord'")
                        .param("id", taken.person())
                        .query(String.class)
                        .list())
                .containsOnlyOnce("打开安置活动里的个人页");
    }
}
