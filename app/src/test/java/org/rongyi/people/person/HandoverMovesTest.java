package org.rongyi.people.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.RongyiTest;
import org.rongyi.platform.division.DivisionFollower;
import org.rongyi.platform.kernel.DivisionCode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@RongyiTest
@DisplayName("移交之后：地点、联系名单、户和检索都跟过去")
class HandoverMovesTest extends TwoVillages {

    @Autowired
    private List<DivisionFollower> followers;

    @Autowired
    @Qualifier("job")
    private PlatformTransactionManager jobs;

    @Test
    @DisplayName("同意之后：新地成为常住地并负责联系，旧地留作户籍地；联系名单、户、姓名检索都跟过去")
    void onceAcceptedTheNewPlaceAnswers() {
        var person = register("搬家人");
        var request = asked(person, there.unitCode(), PlaceKind.RESIDENCE);
        assertThat(accepted(there, request)).isEqualTo(new AcceptHandover.Outcome.Accepted(request));
        assertThat(files.places(person))
                .containsExactly("HUKOU " + here.unitCode(), "RESIDENCE " + there.unitCode() + " 负责");
        assertThat(files.contact(person)).isEqualTo(there.unitCode() + " 二组");
        assertThat(files.gramCodes(person))
                .containsExactlyInAnyOrder(
                        here.unitCode().toString(), there.unitCode().toString());
        assertThat(transactions.read(there, () -> file.find(person))).isPresent();
        assertThat(transactions.read(here, () -> file.find(person))).isPresent();
        assertThat(files.text(
                        "select h.code_now::text from person.household h join person.person p on p.household_id = h.id"
                                + " where p.id = :person",
                        person))
                .isEqualTo(there.unitCode().toString());
        assertThat(files.text("select before->'lines'->>0 from person.history where person_id = :person", person))
                .startsWith("负责联系：");
    }

    @Test
    @DisplayName("整个搬走：旧地从此看不到档案；当天又搬回来也行")
    void whoMovesAltogetherLeavesNothingBehind() {
        var person = register("全搬人");
        accepted(there, asked(person, there.unitCode(), PlaceKind.BOTH));
        assertThat(files.places(person)).containsExactly("BOTH " + there.unitCode() + " 负责");
        assertThat(transactions.read(here, () -> file.find(person))).isEmpty();
        assertThat(files.gramCodes(person)).containsExactly(there.unitCode().toString());
        accepted(here, ((AskHandover.Outcome.Asked) ask(there, person, here.unitCode(), PlaceKind.BOTH)).subject());
        assertThat(files.places(person)).containsExactly("BOTH " + here.unitCode() + " 负责");
    }

    @Test
    @DisplayName("户口迁走、人还住这里：旧地成为常住地")
    void whoseRegistrationMovesGoesOnLivingHere() {
        var person = register("迁户人");
        accepted(there, asked(person, there.unitCode(), PlaceKind.HUKOU));
        assertThat(files.places(person))
                .containsExactly("HUKOU " + there.unitCode() + " 负责", "RESIDENCE " + here.unitCode());
    }

    @Test
    @DisplayName("建档不能替别处揽下责任：常住地在别处的，先由建档的一地负责联系")
    void registeringMakesNobodyElseResponsible() {
        var lives = files.register(here, "外住人", Files.number(), there.unitCode());
        assertThat(files.places(lives))
                .containsExactly("HUKOU " + here.unitCode() + " 负责", "RESIDENCE " + there.unitCode());
        var both = files.register(town, "镇办人", Files.number(), there.unitCode(), here.unitCode());
        assertThat(files.places(both))
                .containsExactly("HUKOU " + here.unitCode(), "RESIDENCE " + there.unitCode() + " 负责");
    }

    @Test
    @DisplayName("一户人先后移交到同一地，仍是一户")
    void aFamilyStaysAFamily() {
        var husband = register("丈夫");
        var wife = files.registerWith(here, "妻子", Files.number(), files.household(husband));
        assertThat(files.household(wife)).isEqualTo(files.household(husband));
        accepted(there, asked(husband, there.unitCode(), PlaceKind.RESIDENCE));
        assertThat(files.household(wife)).isNotEqualTo(files.household(husband));
        accepted(there, asked(wife, there.unitCode(), PlaceKind.RESIDENCE));
        assertThat(files.household(wife)).isEqualTo(files.household(husband));
    }

    @Test
    @DisplayName("村改了代码：未答复的移交两头都跟过去，新代码的站照样能同意")
    void aRequestFollowsARecodedVillage() {
        var person = register("改码人");
        var request = asked(person, there.unitCode(), PlaceKind.RESIDENCE);
        var next = new DivisionCode(there.unitCode().value() - there.unitCode().value() % 1000 + 598);
        recode(there.unitCode(), next);
        try {
            var route = transactions
                    .read(town, () -> handovers.find(request))
                    .orElseThrow()
                    .route();
            assertThat(route).isEqualTo(new Handovers.Route(here.unitCode(), next, here.unitCode(), next));
        } finally {
            recode(next, there.unitCode());
        }
        assertThat(accepted(there, request)).isInstanceOf(AcceptHandover.Outcome.Accepted.class);
    }

    @Test
    @DisplayName("两村合并为一村：未答复的移交自动了结")
    void aMergerSettlesTheRequest() {
        var person = register("合村人");
        var request = asked(person, there.unitCode(), PlaceKind.RESIDENCE);
        new TransactionTemplate(jobs).executeWithoutResult(status -> {
            followers.forEach(f -> f.recoded(there.unitCode(), here.unitCode(), LocalDate.now(clock)));
            var state = files.text("select state from person.handover where person_id = :person", person);
            assertThat(state).isEqualTo("WITHDRAWN");
            status.setRollbackOnly();
        });
        assertThat(transactions
                        .read(here, () -> handovers.find(request))
                        .orElseThrow()
                        .isOpen())
                .isTrue();
    }

    private void recode(DivisionCode from, DivisionCode to) {
        new TransactionTemplate(jobs)
                .executeWithoutResult(
                        status -> followers.forEach(follower -> follower.recoded(from, to, LocalDate.now(clock))));
    }
}
