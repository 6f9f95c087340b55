package org.rongyi.people.kin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.RongyiTest;
import org.rongyi.demo.TestCounty;
import org.rongyi.people.consent.Consents;
import org.rongyi.people.person.Files;
import org.rongyi.people.person.OpenAtCounter;
import org.rongyi.people.person.PersonStatus;
import org.rongyi.people.person.SettleStatus;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.approval.apply.Applied;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Assurance;
import org.rongyi.platform.kernel.CitizenId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@RongyiTest
@DisplayName("亲属委托：本人给、窗口核对、到期或撤回即止")
class MandateTest {

    @Autowired
    private ApplicationContext program;

    @Autowired
    private Transactions transactions;

    @Autowired
    private Consents consents;

    private Family family;
    private CitizenId kin;

    @BeforeEach
    void aVeteranAndHisWife() {
        family = new Family(program, "李委托");
        kin = Files.number();
    }

    @Test
    @DisplayName("本人委托以后，代办人带身份证到窗口核对，号码对得上才能办")
    void itWorksOnceTheCardWasSeen() {
        var mandate = family.give(kin, "CORRECTION");
        assertThat(family.actor(mandate)).isEmpty();
        assertThat(opening(mandate, Files.number())).isEqualTo(new OpenForFamily.Outcome.OtherNumber());
        assertThat(family.actor(mandate)).isEmpty();
        var wife = family.open(mandate, kin);
        assertThat(wife.name()).isEqualTo("王秀英（代李委托）");
        assertThat(wife.services()).containsExactly("CORRECTION");
        assertThat(told("kin.opened")).isOne();
    }

    @Test
    @DisplayName("同一个人给两位老兵代办，只有一个账号；自己有档案的，用自己的账号")
    void oneAccountForOneFamilyMember() {
        var first = family.open(family.give(kin, "CORRECTION"), kin);
        var other = new Family(program, "李兄弟");
        assertThat(other.open(other.give(kin, "CORRECTION"), kin).account()).isEqualTo(first.account());

        var veteran = Files.number();
        var himself = new Files(program).register(family.village, "王老兵", veteran, null);
        var own = family.open(family.give(veteran, "CORRECTION"), veteran);
        assertThat(family.jdbc()
                        .sql("select person_id from access.account where id = :id")
                        .param("id", own.account())
                        .query(UUID.class)
                        .single())
                .isEqualTo(himself);
        assertThat(opening(own.mandate(), veteran)).isEqualTo(new OpenForFamily.Outcome.HasOwn());
        assertThat(opening(first.mandate(), kin)).isEqualTo(new OpenForFamily.Outcome.Opened(first.account()));
    }

    @Test
    @DisplayName("最后一天还能办，过了那一天不能")
    void theLastDayCounts() {
        var wife = family.open(family.give(kin, "CORRECTION"), kin);
        assertThat(inForce(wife, family.today().plusMonths(6))).isEqualTo(1);
        assertThat(inForce(wife, family.today().plusMonths(6).plusDays(1))).isZero();
        assertThat(inForce(wife, family.today().minusDays(1))).isZero();
    }

    @Test
    @DisplayName("本人一撤回马上不能办，同意也一并撤回；窗口撤回要写明谁提出，本人收到消息；代办人也可以不再代办")
    void endedAtOnce() {
        var mandate = family.give(kin, "CORRECTION");
        family.open(mandate, kin);
        assertThat(agreed()).isTrue();
        assertThat(ending(family.self, mandate, "")).isEqualTo(new EndMandate.Outcome.Ended(family.person));
        assertThat(family.actor(mandate)).isEmpty();
        assertThat(agreed()).isFalse();
        assertThat(ending(family.self, mandate, "")).isEqualTo(new EndMandate.Outcome.Over());

        var second = family.give(kin, "CORRECTION");
        assertThat(agreed()).isTrue();
        assertThat(ending(family.village, second, " ")).isEqualTo(new EndMandate.Outcome.NoReason());
        assertThat(ending(family.village, second, "本人到站提出")).isInstanceOf(EndMandate.Outcome.Ended.class);
        assertThat(told("kin.ended")).isOne();
        assertThat(opening(second, kin)).isEqualTo(new OpenForFamily.Outcome.Over());

        var third = family.give(kin, "CORRECTION");
        var wife = family.open(third, kin);
        assertThat(ending(wife, third, "")).isInstanceOf(EndMandate.Outcome.Ended.class);
        assertThat(family.actor(third)).isEmpty();
        assertThat(told("kin.given-up")).isOne();
    }

    @Test
    @DisplayName("别人的委托，谁也撤回不了：邻村、另一位老兵、另一位代办人都找不到")
    void nobodyEndsAnothersMandate() {
        var mandate = family.give(kin, "CORRECTION");
        var other = new Family(program, "李旁人");
        var hers = other.open(other.give(kin, "CORRECTION"), kin);
        var gone = new EndMandate.Outcome.NotFound();
        assertThat(ending(other.self, mandate, "")).isEqualTo(gone);
        assertThat(ending(hers, mandate, "")).isEqualTo(gone);
        var neighbour = TestCounty.office(program, "cun2");
        assertThat(ending(neighbour, mandate, "试试")).isEqualTo(gone);
        var command = new OpenForFamily.Command(
                CommandId.fresh(neighbour), mandate, OpenAtCounter.Card.IDENTITY_CARD, kin.value());
        assertThat((Object) family.perform(neighbour, command)).isEqualTo(new OpenForFamily.Outcome.NotFound());
        var form = CommandId.fresh(neighbour);
        assertThat((Object) family.perform(neighbour, family.command(form, kin, "CORRECTION")))
                .isEqualTo(new GiveMandate.Outcome.NotFound());
    }

    @Test
    @DisplayName("窗口登记要有签字件；监护人凭证明，不算本人同意；登记了本人收到消息")
    void atTheCounterOnPaper() {
        var unsigned = CommandId.fresh(family.village);
        assertThat((Object) family.perform(family.village, family.command(unsigned, kin, "CORRECTION")))
                .isEqualTo(new GiveMandate.Outcome.NotSigned());

        var form = CommandId.fresh(family.village);
        family.sign(form);
        var guardian = new GiveMandate.Command(
                form,
                family.person,
                "王监护",
                kin.value(),
                Relation.GUARDIAN,
                List.of("CORRECTION"),
                family.today(),
                true);
        assertThat((Object) family.perform(family.village, guardian)).isInstanceOf(GiveMandate.Outcome.Given.class);
        assertThat(agreed()).isFalse();
        assertThat(told("kin.given")).isOne();
        family.open(form.value(), kin);

        var signed = CommandId.fresh(family.village);
        family.sign(signed);
        assertThat((Object) family.perform(family.village, family.command(signed, Files.number(), "CORRECTION")))
                .isInstanceOf(GiveMandate.Outcome.Given.class);
        assertThat(agreed()).isTrue();
    }

    @Test
    @DisplayName("委托自己、未成年人、没有的事项、过长的期限、重复委托、实名等级不够，都不行")
    void whatCannotBeGiven() {
        var own = Files.number();
        var veteran = new Files(program).register(family.village, "李本人", own, null);
        var self = new Actor.Self(UUID.randomUUID(), "李本人", veteran, Assurance.CHECKED);
        assertThat(given(self, veteran, own, "CORRECTION", family.today()))
                .isEqualTo(new GiveMandate.Outcome.Himself());
        var child = born(family.today().minusYears(18).plusDays(1));
        assertThat(given(self, veteran, child, "CORRECTION", family.today()))
                .isEqualTo(new GiveMandate.Outcome.TooYoung());
        assertThat(given(self, veteran, kin, "NO_SUCH", family.today())).isEqualTo(new GiveMandate.Outcome.NoService());
        var latest = family.today().plusMonths(24).minusDays(1);
        assertThat(given(self, veteran, kin, "CORRECTION", latest.plusDays(1)))
                .isEqualTo(new GiveMandate.Outcome.BadTerm(latest));
        assertThat(given(self, veteran, kin, "CORRECTION", family.today().minusDays(1)))
                .isEqualTo(new GiveMandate.Outcome.BadTerm(latest));
        var unknown = new Actor.Self(UUID.randomUUID(), "李本人", veteran, Assurance.DECLARED);
        assertThat(given(unknown, veteran, kin, "CORRECTION", latest))
                .isEqualTo(new GiveMandate.Outcome.NotIdentified(Assurance.CHECKED));
        assertThat(given(self, veteran, kin, "CORRECTION", latest)).isInstanceOf(GiveMandate.Outcome.Given.class);
        assertThat(given(self, veteran, kin, "CORRECTION", latest)).isEqualTo(new GiveMandate.Outcome.AlreadyGiven());
        var adult = born(family.today().minusYears(18));
        assertThat(given(self, veteran, adult, "CORRECTION", latest)).isInstanceOf(GiveMandate.Outcome.Given.class);
    }

    @Test
    @DisplayName("本人去世，委托终止，谁也不能再替他办")
    void itEndsWithHisDeath() {
        var mandate = family.give(kin, "CORRECTION");
        var wife = family.open(mandate, kin);
        assertThat(family.ask(wife, family.person)).isInstanceOf(Applied.Asked.class);
        var settled = new SettleStatus.Command(
                CommandId.fresh(family.village),
                family.person,
                version(),
                PersonStatus.DECEASED,
                family.today(),
                "户口注销");
        assertThat((Object) family.perform(family.village, settled)).isInstanceOf(SettleStatus.Outcome.Settled.class);
        assertThat(family.actor(mandate)).isEmpty();
        assertThat(family.jdbc()
                        .sql("select ended_why from kin.mandate where id = :id")
                        .param("id", mandate)
                        .query(String.class)
                        .single())
                .isEqualTo(PersonStatus.DECEASED.zh());
    }

    private GiveMandate.Outcome given(Actor actor, UUID person, CitizenId whom, String service, LocalDate until) {
        return family.perform(
                actor,
                new GiveMandate.Command(
                        CommandId.fresh(actor),
                        person,
                        "王代办",
                        whom.value(),
                        Relation.OTHER,
                        List.of(service),
                        until,
                        false));
    }

    private static CitizenId born(LocalDate day) {
        var seventeen = "441284%04d%02d%02d777".formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
        return new CitizenId(seventeen + CitizenId.checkCharacter(seventeen));
    }

    private EndMandate.Outcome ending(Actor actor, UUID mandate, String reason) {
        return family.perform(actor, new EndMandate.Command(CommandId.fresh(actor), mandate, reason));
    }

    private OpenForFamily.Outcome opening(UUID mandate, CitizenId number) {
        return family.perform(
                family.village,
                new OpenForFamily.Command(
                        CommandId.fresh(family.village), mandate, OpenAtCounter.Card.IDENTITY_CARD, number.value()));
    }

    private boolean agreed() {
        return transactions.read(family.village, () -> consents.holds(family.person, "family"));
    }

    private int version() {
        return family.jdbc()
                .sql("select version from person.person where id = :id")
                .param("id", family.person)
                .query(Integer.class)
                .single();
    }

    private long inForce(Actor.Kin kin, LocalDate day) {
        return transactions.read(
                new Actor.Visitor(),
                () -> program.getBean(org.springframework.jdbc.core.simple.JdbcClient.class)
                        .sql("select count(*) from kin.in_force(:account, :day)")
                        .param("account", kin.account())
                        .param("day", day)
                        .query(Long.class)
                        .single());
    }

    private long told(String topic) {
        return family.jdbc()
                .sql("select count(*) from notice.message where person_id = :person and topic = :topic")
                .param("person", family.person)
                .param("topic", topic)
                .query(Long.class)
                .single();
    }
}
