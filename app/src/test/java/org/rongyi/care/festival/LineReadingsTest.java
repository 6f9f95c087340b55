package org.rongyi.care.festival;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.Browser;
import org.rongyi.RongyiTest;
import org.rongyi.demo.TestCounty;
import org.rongyi.people.person.Category;
import org.springframework.boot.test.web.server.LocalServerPort;

@RongyiTest
@DisplayName("谁看过我的档案：慰问名单里看他的那一行也算")
class LineReadingsTest extends FestivalOffice {

    @LocalServerPort
    private int port;

    @Test
    @DisplayName("村里打开他的那一行，他看得到；邻村打不开，也没有记")
    void whoOpensALineIsSeenByHim() {
        var person = person(clerk, "有人看", Category.MARTYR_FAMILY);
        var campaign = opened(fund(1_000_000, 100_000), Campaign.Way.CASH, BEREAVED);
        var path = "/festivals/lines/" + line(campaign, person).id();
        var personas = TestCounty.ensure(program);
        assertThat(Browser.signedIn(port, personas.get("cun2")).get(path).statusCode())
                .isEqualTo(404);
        assertThat(everything
                        .sql("select count(*) from audit.trail where subject = :id and act = 'ReadRecord'")
                        .param("id", person)
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(Browser.signedIn(port, personas.get("cun")).get(path).statusCode())
                .isEqualTo(200);
        assertThat(everything
                        .sql("select purpose from audit.trail where subject = :id and act = 'ReadRecord'")
                        .param("id", person)
                        .query(String.class)
                        .list())
                .containsExactly("打开节日慰问名单里的一行");
    }
}
