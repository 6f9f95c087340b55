package org.rongyi.people.kin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.Browser;
import org.rongyi.RongyiTest;
import org.rongyi.demo.TestCounty;
import org.rongyi.people.consent.Consents;
import org.rongyi.people.consent.Way;
import org.rongyi.people.person.Files;
import org.rongyi.platform.access.Personas;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.NotAllowed;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.database.BusinessClock;
import org.rongyi.platform.documents.attachment.Papers;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Assurance;
import org.rongyi.platform.kernel.CitizenId;
import org.rongyi.platform.kernel.Ids;
import org.rongyi.platform.ui.Words;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@RongyiTest
@DisplayName("延长亲属委托：在用的可以改晚最后一天，别的不变；本人办，或凭签字件到窗口办")
class ExtendMandateTest {

    @Autowired
    private ApplicationContext program;

    @Autowired
    private Transactions transactions;

    @Autowired
    private Consents consents;

    @Autowired
    private KinMandates mandates;

    @Autowired
    private Clock clock;

    @LocalServerPort
    private int port;

    private Map<String, Personas.Entry> personas = Map.of();
    private Family family;
    private CitizenId kin;
    private UUID mandate;
    private LocalDate until;

    @BeforeEach
    void aMandateOfHalfAYear() {
        personas = TestCounty.ensure(program);
        family = new Family(program, "周延期");
        kin = Files.number();
        mandate = family.give(kin, "CORRECTION");
        until = family.today().plusMonths(6);
    }

    @Test
    @DisplayName("本人延长以后，代办人不用再到窗口，原来的日子过了还能办，新的最后一天也能办；事项不变，不发消息")
    void hisOwnWord() {
        var wife = family.open(mandate, kin);
        assertThat(inForce(wife, until.plusDays(1))).isFalse();
        assertThat(extending(family.self, until.plusDays(40)))
                .isEqualTo(new ExtendMandate.Outcome.Extended(family.person));
        assertThat(inForce(wife, until.plusDays(1))).isTrue();
        assertThat(inForce(wife, until.plusDays(40))).isTrue();
        assertThat(inForce(wife, until.plusDays(41))).isFalse();
        assertThat(family.actor(mandate)).contains(wife);
        assertThat(told()).isEmpty();
        assertThat(trail()).singleElement().asString().contains(day(until), day(until.plusDays(40)));
    }

    @Test
    @DisplayName("窗口延长要有签字件；延长了本人收到消息，写着原来的日子和新的日子；撤回过的同意，签字就是又同意")
    void onSignedPaper() {
        transactions.write(family.self, () -> {
            consents.keep(family.self, family.person, "family", false, Way.OWN);
            return true;
        });
        assertThat(extending(family.village, until.plusDays(1))).isEqualTo(new ExtendMandate.Outcome.NotSigned());
        assertThat(lastDay()).isEqualTo(until);

        assertThat(extendingOnPaper(until.plusDays(1))).isInstanceOf(ExtendMandate.Outcome.Extended.class);
        assertThat(lastDay()).isEqualTo(until.plusDays(1));
        assertThat(told())
                .singleElement()
                .asString()
                .contains("配偶王秀英", day(until), day(until.plusDays(1)), family.village.unitName());
        assertThat(extendingOnPaper(until.plusDays(2))).isInstanceOf(ExtendMandate.Outcome.Extended.class);
        assertThat(told())
                .as("再延长一次，再告诉一次")
                .hasSize(2)
                .anySatisfy(body -> assertThat(body).contains(day(until.plusDays(1)), day(until.plusDays(2))));
        assertThat(agreed()).isTrue();
    }

    @Test
    @DisplayName("凭监护证明的，本人在手机上延长不了；窗口凭证明延长，不算本人同意")
    void aGuardiansDocument() {
        var form = CommandId.fresh(family.village);
        family.sign(form);
        var guardian = new GiveMandate.Command(
                form,
                family.person,
                "周监护",
                Files.number().value(),
                Relation.GUARDIAN,
                List.of("CORRECTION"),
                until,
                true);
        assertThat((Object) family.perform(family.village, guardian)).isInstanceOf(GiveMandate.Outcome.Given.class);
        perform(family.self, new EndMandate.Command(CommandId.fresh(family.self), mandate, ""));
        mandate = form.value();

        assertThat(extending(family.self, until.plusDays(1))).isEqualTo(new ExtendMandate.Outcome.ByGuardian());
        assertThat(extendingOnPaper(until.plusDays(1))).isInstanceOf(ExtendMandate.Outcome.Extended.class);
        assertThat(agreed()).isFalse();
    }

    @Test
    @DisplayName("不比原来晚的不行；从今天算起最长期限的最后一天可以，多一天不行；到了最长的那天不能再延长")
    void withinTheLongestTerm() {
        var latest = family.today().plusMonths(24).minusDays(1);
        assertThat(extending(family.self, until)).isEqualTo(new ExtendMandate.Outcome.NotLater(until));
        assertThat(extending(family.self, until.minusDays(1))).isEqualTo(new ExtendMandate.Outcome.NotLater(until));
        assertThat(extending(family.self, latest.plusDays(1))).isEqualTo(new ExtendMandate.Outcome.BadTerm(latest));
        assertThat(extending(family.self, latest)).isInstanceOf(ExtendMandate.Outcome.Extended.class);
        assertThat(extending(family.self, latest)).isEqualTo(new ExtendMandate.Outcome.NotLater(latest));
    }

    @Test
    @DisplayName("已撤回的、已到期的不能延长，要重新委托；当天到期的还能")
    void onlyWhatIsInUse() {
        perform(family.self, new EndMandate.Command(CommandId.fresh(family.self), mandate, ""));
        assertThat(extending(family.self, until.plusDays(1))).isEqualTo(new ExtendMandate.Outcome.NotInUse());

        mandate = givenTenDaysAgo(family.today().minusDays(1));
        assertThat(extending(family.self, until)).isEqualTo(new ExtendMandate.Outcome.NotInUse());
        mandate = givenTenDaysAgo(family.today());
        assertThat(extending(family.self, until)).isInstanceOf(ExtendMandate.Outcome.Extended.class);
    }

    @Test
    @DisplayName("本人实名等级不够的不行；委托里有当地没有的事项，不行")
    void nobodyGivesWhatHeMayNotDo() {
        var unknown = new Actor.Self(UUID.randomUUID(), "周延期", family.person, Assurance.DECLARED);
        assertThat(extending(unknown, until.plusDays(1)))
                .isEqualTo(new ExtendMandate.Outcome.NotIdentified(Assurance.CHECKED));
        mandate = Ids.next();
        transactions.write(family.self, () -> {
            mandates.add(new KinMandates.Given(
                    mandate,
                    family.person,
                    Family.NAME,
                    Files.number(),
                    Relation.SPOUSE,
                    List.of("CORRECTION", "GONE"),
                    MandateBasis.OWN,
                    until,
                    "本人",
                    null));
            return true;
        });
        assertThat(extending(family.self, until.plusDays(1))).isEqualTo(new ExtendMandate.Outcome.NoService());
    }

    @Test
    @DisplayName("别人的委托谁也延长不了：邻村、另一位老兵找不到，换一个人员编号也找不到")
    void nobodyExtendsAnothersMandate() {
        var gone = new ExtendMandate.Outcome.NotFound();
        var other = new Family(program, "周旁人");
        assertThat(extending(TestCounty.office(program, "cun2"), until.plusDays(1)))
                .isEqualTo(gone);
        assertThat(extending(other.self, until.plusDays(1))).isEqualTo(gone);
        for (var actor : List.of(other.self, family.village)) {
            var command = new ExtendMandate.Command(CommandId.fresh(actor), other.person, mandate, until.plusDays(1));
            assertThat((Object) family.perform(actor, command)).isEqualTo(gone);
        }
        assertThat(lastDay()).isEqualTo(until);
    }

    @Test
    @DisplayName("代办人自己延长不了：岗位规则不许，数据库也不许；他仍能不再代办")
    void notTheFamilyMember() {
        var wife = family.open(mandate, kin);
        assertThatThrownBy(() -> extending(wife, until.plusDays(1))).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> transactions.write(wife, () -> mandates.extend(mandate, until.plusDays(1))))
                .rootCause()
                .hasMessageContaining("row-level security");
        assertThat(lastDay()).isEqualTo(until);
        assertThat((Object) family.perform(wife, new EndMandate.Command(CommandId.fresh(wife), mandate, "")))
                .isInstanceOf(EndMandate.Outcome.Ended.class);
    }

    @Test
    @DisplayName("窗口的页：没附签字件退回来，日子还在；附上就延长，签字件挂在委托上；邻村打不开")
    void atTheCounter() {
        var desk = Browser.signedIn(port, personas.get("cun"));
        var list = "/persons/" + family.person + "/kin";
        var path = list + "/" + mandate + "/extend";
        assertThat(desk.get(list).body()).contains(path);
        assertThat(Browser.signedIn(port, personas.get("cun2")).get(path).statusCode())
                .isEqualTo(404);
        assertThat(desk.get(list + "/" + UUID.randomUUID() + "/extend").statusCode())
                .isEqualTo(404);
        var form = Map.of(
                "_command", Ids.next().toString(),
                "_post", desk.postOf(path),
                "until", until.plusDays(9).toString());
        var unsigned = desk.post(path, form);
        assertThat(unsigned.statusCode()).isEqualTo(422);
        assertThat(unsigned.body()).contains("请附上本人签了字的委托书", "value=\"" + until.plusDays(9) + "\"");
        var done = desk.upload(path, form, "signed", "延长.pdf", Papers.pdf(1));
        assertThat(done.statusCode()).isEqualTo(303);
        assertThat(desk.get(list).body()).contains("延长.pdf", "至" + day(until.plusDays(9)));

        perform(family.self, new EndMandate.Command(CommandId.fresh(family.self), mandate, ""));
        assertThat(desk.get(list).body()).doesNotContain(path);
        assertThat(desk.get(path).body()).contains("已经结束或到期", "请重新委托").doesNotContain("登记延长");
    }

    private UUID givenTenDaysAgo(LocalDate last) {
        var id = CommandId.fresh(family.self);
        var command = new GiveMandate.Command(
                id,
                family.person,
                Family.NAME,
                Files.number().value(),
                Relation.SPOUSE,
                List.of("CORRECTION"),
                last,
                false);
        BusinessClock.at(
                clock.instant().minus(Duration.ofDays(10)),
                () -> assertThat((Object) family.perform(family.self, command))
                        .isInstanceOf(GiveMandate.Outcome.Given.class));
        return id.value();
    }

    private ExtendMandate.Outcome extending(Actor actor, LocalDate day) {
        return family.perform(actor, new ExtendMandate.Command(CommandId.fresh(actor), family.person, mandate, day));
    }

    private ExtendMandate.Outcome extendingOnPaper(LocalDate day) {
        var form = CommandId.fresh(family.village);
        family.sign(form);
        return family.perform(family.village, new ExtendMandate.Command(form, family.person, mandate, day));
    }

    private void perform(Actor actor, EndMandate.Command command) {
        assertThat((Object) family.perform(actor, command)).isInstanceOf(EndMandate.Outcome.Ended.class);
    }

    private LocalDate lastDay() {
        return transactions.read(family.village, () -> mandates.of(family.person)).stream()
                .filter(one -> one.id().equals(mandate))
                .findFirst()
                .orElseThrow()
                .until();
    }

    private boolean inForce(Actor.Kin wife, LocalDate day) {
        return transactions.read(
                new Actor.Visitor(),
                () -> program.getBean(JdbcClient.class)
                        .sql("select exists (select from kin.in_force(:account, :day))")
                        .param("account", wife.account())
                        .param("day", day)
                        .query(Boolean.class)
                        .single());
    }

    private boolean agreed() {
        return transactions.read(family.village, () -> consents.holds(family.person, "family"));
    }

    private List<String> told() {
        return family.jdbc()
                .sql("select body from notice.message where person_id = :person and template = 'kin.extended'")
                .param("person", family.person)
                .query(String.class)
                .list();
    }

    private List<String> trail() {
        return family.jdbc()
                .sql(
                        "select before || after from audit.trail where subject = :person and act = 'ExtendMandate' and done")
                .param("person", family.person)
                .query(String.class)
                .list();
    }

    private static String day(LocalDate day) {
        return Words.day(day);
    }
}
