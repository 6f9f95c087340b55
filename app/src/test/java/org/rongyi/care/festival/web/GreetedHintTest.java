package org.rongyi.care.festival.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.RongyiTest;
import org.rongyi.care.festival.Campaign;
import org.rongyi.care.festival.FestivalOffice;
import org.rongyi.care.relief.HardshipCases;
import org.rongyi.care.visit.RecordVisit;
import org.rongyi.people.person.Category;
import org.rongyi.platform.approval.CaseFile;
import org.rongyi.platform.approval.CaseHint;
import org.rongyi.platform.approval.route.Position;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Assurance;
import org.springframework.beans.factory.annotation.Autowired;

@RongyiTest
@DisplayName("得过的节日慰问：审核帮扶援助的人在办件上看得到给过什么、谁签收；还没送到的、两年以前的不算，办结了的不说，本人不看这一句")
class GreetedHintTest extends FestivalOffice {

    @Autowired
    private GreetedHint hint;

    @Test
    void whoReviewsReadsWhatHeWasGreetedWith() {
        var person = person(clerk, "慰问提示", Category.DISABLED_SOLDIER);
        var campaign = approved(Campaign.Way.CASH);
        var aid = new HardshipCases(program);
        var file = aid.read(aid.asked(person));
        assertThat(transactions.read(chief, () -> hint.of(file, chief)))
                .as("还没送到")
                .isEmpty();
        assertThat(handOver(campaign, person, "慰问提示")).isInstanceOf(RecordVisit.Outcome.Recorded.class);
        for (var reviewer : new Actor.Office[] {aid.town, chief}) {
            assertThat(before(-30, () -> transactions.read(reviewer, () -> hint.of(file, reviewer))))
                    .map(CaseHint.Hint::why)
                    .get()
                    .asString()
                    .contains(festival.zh() + "慰问", "慰问金 500 元、大米一袋", "慰问提示签收", "不影响这次申请");
        }
        assertThat(before(-800, () -> transactions.read(chief, () -> hint.of(file, chief))))
                .as("两年以前的")
                .isEmpty();
        assertThat(before(-30, () -> transactions.read(chief, () -> hint.of(closed(file), chief))))
                .as("已办结")
                .isEmpty();
        var self = new Actor.Self(UUID.randomUUID(), "慰问提示", person, Assurance.COUNTER);
        assertThat(before(-30, () -> transactions.read(self, () -> hint.of(file, self))))
                .isEmpty();
    }

    private static CaseFile closed(CaseFile file) {
        var at = file.position();
        return new CaseFile(
                file.id(),
                file.number(),
                file.service(),
                file.subject(),
                file.person(),
                file.personName(),
                file.code(),
                file.route(),
                file.filed(),
                new Position(
                        Position.State.CLOSED,
                        at.step(),
                        at.answers(),
                        at.accepted(),
                        at.supplemented(),
                        Position.Result.AGREED),
                file.round(),
                file.receivedOn(),
                file.acceptance(),
                file.decision(),
                file.version());
    }
}
