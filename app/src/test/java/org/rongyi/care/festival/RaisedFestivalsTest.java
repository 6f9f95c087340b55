package org.rongyi.care.festival;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.RongyiTest;
import org.rongyi.demo.TestCounty;
import org.rongyi.people.person.Category;
import org.rongyi.platform.approval.OtherRaised;
import org.rongyi.platform.kernel.Actor;
import org.springframework.beans.factory.annotation.Autowired;

@RongyiTest
@DisplayName("没有批准、没有结束的慰问：到了来不及的时候，列在上一级的督办清单")
class RaisedFestivalsTest extends FestivalOffice {

    private static final int MONTH = -30;

    @Autowired
    private RaisedFestivals raised;

    private Actor.Office city;

    @BeforeEach
    void theCityWatches() {
        city = TestCounty.office(program, "shi");
        festival = Festival.ARMY_DAY;
        day = LocalDate.of(RAISED_YEAR, 8, 1); // when somebody is at the city's bureau
    }

    @Test
    @DisplayName("名单可以开着几周；离节日不到五个工作日还没批准，市里看到；批准了就下去；节过了没结束，又列出来，结束了才下去")
    void aListThatNobodyApproves() {
        person(clerk, "慰问人", Category.MARTYR_FAMILY);
        var campaign = opened(fund(10_000_000, 1_000_000), Campaign.Way.CASH, BEREAVED);
        assertThat(at(18, city, campaign)).as("还来得及").isEmpty();
        assertThat(at(2, city, campaign)).singleElement().satisfies(line -> {
            assertThat(line.what()).startsWith("没有批准慰问名单");
            assertThat(line.waits()).isEqualTo(officer.unitName());
        });
        assertThat(at(2, chief, campaign)).as("县里自己").isEmpty();
        assertThat(at(2, TestCounty.office(program, "shengling"), campaign))
                .as("省里不越级")
                .isEmpty();
        assertThat(approve(chief, campaign)).isInstanceOf(ApproveCampaign.Outcome.Approved.class);
        assertThat(at(2, city, campaign)).isEmpty();
        assertThat(at(MONTH, city, campaign))
                .singleElement()
                .satisfies(line -> assertThat(line.what()).startsWith("节已过，没有结束"));
        int open = ((CloseCampaign.Outcome.OtherCount) close(campaign, -1)).now();
        assertThat(close(campaign, open)).isInstanceOf(CloseCampaign.Outcome.Closed.class);
        assertThat(at(MONTH, city, campaign)).isEmpty();
    }

    private List<OtherRaised.Line> at(int daysBefore, Actor.Office reader, UUID campaign) {
        return before(
                daysBefore,
                () -> transactions.read(
                        reader,
                        () -> raised.raised(reader).stream()
                                .filter(line -> line.path().equals("/festivals/" + campaign))
                                .toList()));
    }
}
