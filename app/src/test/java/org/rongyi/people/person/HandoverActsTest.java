package org.rongyi.people.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.RongyiTest;
import org.rongyi.demo.TestCounty;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.approval.OtherRaised;
import org.rongyi.platform.approval.Task;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.CitizenId;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;

@RongyiTest
@DisplayName("移交联系责任：须对方同意")
class HandoverActsTest extends TwoVillages {

    @Test
    @DisplayName("搬走的人：对方同意之前看不到档案，只看得到这份移交写的")
    void beforeItIsAcceptedTheOtherSideSeesTheRequestAlone() {
        var person = register("申请人");
        var request = asked(person, there.unitCode(), PlaceKind.RESIDENCE);
        assertThat(transactions.read(there, () -> file.find(person))).isEmpty();
        var seen = transactions.read(there, () -> handovers.find(request)).orElseThrow();
        assertThat(seen.subject().name()).isEqualTo("申请人");
        assertThat(seen.reason()).isEqualTo("已搬去居住");
        assertThat(seen.route())
                .isEqualTo(new Handovers.Route(here.unitCode(), there.unitCode(), here.unitCode(), there.unitCode()));
        assertThat(transactions.read(there, () -> handovers.countWaiting(there.scope())))
                .isPositive();
    }

    @Test
    @DisplayName("服务两个不相邻村的站，夹在中间的村的待办不算在它头上")
    void whatLiesBetweenTwoVillagesIsNotOurs() {
        var third = TestCounty.office(program, "cun3");
        assertThat(there.unitCode()).isBetween(here.unitCode(), third.unitCode());
        var around = new Actor.Office(
                here.account(),
                here.name(),
                here.post(),
                here.unit(),
                here.unitName(),
                here.unitCode(),
                here.role(),
                here.level(),
                Scope.of(List.of(here.unitCode(), third.unitCode())));
        long before = waiting(around);
        long theirs = waiting(there);
        asked(register("夹中人"), there.unitCode(), PlaceKind.RESIDENCE);
        assertThat(waiting(around)).isEqualTo(before);
        assertThat(waiting(there)).isEqualTo(theirs + 1);
    }

    @Test
    @DisplayName("两地本来都在档：不负责的一地也能提出，由负责的一地答复；同意后只换谁负责")
    void thePlaceThatDoesNotAnswerMayAskForHim() {
        var person = files.register(there, "两地人", Files.number(), here.unitCode());
        var outcome = ask(here, person, here.unitCode(), null);
        var request = ((AskHandover.Outcome.Asked) outcome).subject();
        assertThat(accepted(here, request)).isEqualTo(new AcceptHandover.Outcome.NotYours());
        assertThat(accepted(there, request)).isEqualTo(new AcceptHandover.Outcome.Accepted(request));
        assertThat(files.places(person))
                .containsExactly("HUKOU " + there.unitCode(), "RESIDENCE " + here.unitCode() + " 负责");
        assertThat(files.contact(person)).isEqualTo(here.unitCode() + " 一组");
    }

    @Test
    @DisplayName("人已住到本地、档案在别处：凭号码申请接收，对方同意后才看得到")
    void whoHasComeToLiveHereIsClaimedByNumber() {
        var number = Files.number();
        var person = files.register(here, "外来人", number, null);
        var request =
                ((ClaimPerson.Outcome.Asked) claim(there, number, there.unitCode(), PlaceKind.RESIDENCE)).subject();
        assertThat(transactions.read(there, () -> file.find(person))).isEmpty();
        assertThat(accepted(here, request)).isEqualTo(new AcceptHandover.Outcome.Accepted(request));
        assertThat(transactions.read(there, () -> file.find(person))).isPresent();
        assertThat(claim(there, number, there.unitCode(), PlaceKind.RESIDENCE))
                .isEqualTo(new ClaimPerson.Outcome.AlreadyHere(person));
    }

    @Test
    @DisplayName("申请接收：没有档案的去建档；接收地不在本单位的、没有理由的、不存在的村，各有答复")
    void claimsThatCannotBe() {
        var number = Files.number();
        assertThat(claim(there, number, there.unitCode(), PlaceKind.RESIDENCE))
                .isEqualTo(new ClaimPerson.Outcome.Unknown());
        files.register(here, "在档人", number, null);
        assertThat(claim(there, number, here.unitCode(), PlaceKind.RESIDENCE))
                .isEqualTo(new ClaimPerson.Outcome.NotYourTerritory());
        assertThat(claim(there, number, there.unitCode(), PlaceKind.ASSIGNED))
                .isEqualTo(new ClaimPerson.Outcome.WrongKind());
        assertThat(claim(there, number, new DivisionCode(441284598599L), PlaceKind.RESIDENCE))
                .isEqualTo(new ClaimPerson.Outcome.UnknownDivision());
        assertThat(claim(there, number, new DivisionCode(town.unitCode().value() + 987), PlaceKind.ASSIGNED))
                .isEqualTo(new ClaimPerson.Outcome.UnknownDivision());
        var silent = new ClaimPerson.Command(
                CommandId.fresh(there), "在档人", number, Files.spot(there.unitCode()), PlaceKind.RESIDENCE, " ");
        assertThat(acts.perform(there, program.getBean(ClaimPerson.class), silent))
                .isEqualTo(new ClaimPerson.Outcome.NoReason());
        claim(there, number, there.unitCode(), PlaceKind.RESIDENCE);
        assertThat(claim(there, number, there.unitCode(), PlaceKind.BOTH))
                .isEqualTo(new ClaimPerson.Outcome.AlreadyOpen());
    }

    @Test
    @DisplayName("提出移交：没有理由、本来就由它负责、没说是什么地、没有这个村、已有一份未答复，都不受理")
    void requestsThatCannotBe() {
        var person = register("被拒人");
        var silent = new AskHandover.Command(
                CommandId.fresh(here), person, Files.spot(there.unitCode()), PlaceKind.RESIDENCE, "");
        assertThat(acts.perform(here, program.getBean(AskHandover.class), silent))
                .isEqualTo(new AskHandover.Outcome.NoReason());
        assertThat(ask(here, person, here.unitCode(), null)).isEqualTo(new AskHandover.Outcome.SamePlace());
        assertThat(ask(here, person, there.unitCode(), null)).isEqualTo(new AskHandover.Outcome.WrongKind());
        assertThat(ask(here, person, new DivisionCode(441284598599L), PlaceKind.BOTH))
                .isEqualTo(new AskHandover.Outcome.UnknownDivision());
        assertThat(ask(there, person, there.unitCode(), PlaceKind.BOTH)).isEqualTo(new AskHandover.Outcome.NotFound());
        asked(person, there.unitCode(), PlaceKind.RESIDENCE);
        assertThat(ask(here, person, there.unitCode(), PlaceKind.BOTH))
                .isEqualTo(new AskHandover.Outcome.AlreadyOpen());
    }

    @Test
    @DisplayName("号码在别处有没有档案，一个账号一天只告知这么多次；别的账号不受影响")
    void whereNumbersAreKnownIsToldSoManyTimesADay() {
        var answers = program.getBean(NumberAnswers.class);
        var curious = new Actor.Office(
                UUID.randomUUID(),
                here.name(),
                here.post(),
                here.unit(),
                here.unitName(),
                here.unitCode(),
                here.role(),
                here.level(),
                here.scope());
        for (int i = 0; i < NumberAnswers.A_DAY; i++) {
            assertThat(answers.mayTell(curious)).isTrue();
            assertThat(answers.mayTellInDryRun(curious)).isTrue();
        }
        assertThat(answers.mayTell(curious)).isFalse();
        assertThat(answers.mayTellInDryRun(curious)).isFalse();
        assertThat(answers.mayTell(there)).isTrue();
    }

    @Test
    @DisplayName("只看得到、不负责联系的一地，不能把人交给第三地")
    void onlyTheTwoSidesMayAsk() {
        var third = TestCounty.office(program, "cun3");
        var person = files.register(there, "三地人", Files.number(), here.unitCode());
        assertThat(ask(here, person, third.unitCode(), PlaceKind.RESIDENCE))
                .isEqualTo(new AskHandover.Outcome.NotYours(there.unitCode()));
        var request = asked(there, person, third.unitCode());
        assertThat(accepted(third, request)).isInstanceOf(AcceptHandover.Outcome.Accepted.class);
        assertThat(files.places(person))
                .containsExactly("HUKOU " + there.unitCode(), "RESIDENCE " + third.unitCode() + " 负责");
    }

    @Test
    @DisplayName("镇街管着两地：可以替任何一方答复，但自己提出的自己不能同意")
    void theTownMayAnswerForEitherButNotItself() {
        var first = register("镇内甲");
        var request = asked(first, there.unitCode(), PlaceKind.RESIDENCE);
        assertThat(accepted(town, request)).isInstanceOf(AcceptHandover.Outcome.Accepted.class);
        var second = register("镇内乙");
        var own = ((AskHandover.Outcome.Asked) ask(town, second, there.unitCode(), PlaceKind.RESIDENCE)).subject();
        assertThat(accepted(town, own)).isEqualTo(new AcceptHandover.Outcome.OwnRequest());
        assertThat(accepted(there, own)).isInstanceOf(AcceptHandover.Outcome.Accepted.class);
    }

    @Test
    @DisplayName("不同意要写理由，档案原样不动；答复过的不再答复；别处的村连这份移交也找不到")
    void aDeclinedRequestChangesNothing() {
        var person = register("不收人");
        var request = asked(person, there.unitCode(), PlaceKind.RESIDENCE);
        assertThat(declined(TestCounty.office(program, "cun3"), request, "不认识"))
                .isEqualTo(new DeclineHandover.Outcome.NotFound());
        assertThat(declined(here, request, "不认识")).isEqualTo(new DeclineHandover.Outcome.NotYours());
        assertThat(declined(there, request, " ")).isEqualTo(new DeclineHandover.Outcome.NoReason());
        assertThat(declined(there, request, "此人不住本村")).isEqualTo(new DeclineHandover.Outcome.Declined(request));
        assertThat(files.places(person)).containsExactly("BOTH " + here.unitCode() + " 负责");
        assertThat(accepted(there, request))
                .isEqualTo(new AcceptHandover.Outcome.AlreadyAnswered(HandoverState.DECLINED));
        assertThat(declined(there, request, "再说一次"))
                .isEqualTo(new DeclineHandover.Outcome.AlreadyAnswered(HandoverState.DECLINED));
        assertThat(accepted(TestCounty.office(program, "cun3"), request))
                .isEqualTo(new AcceptHandover.Outcome.NotFound());
    }

    @Test
    @DisplayName("提出的一方可以撤回，另一方不能；撤回后可以再提")
    void theAskerMayTakeItBack() {
        var person = register("撤回人");
        var request = asked(person, there.unitCode(), PlaceKind.RESIDENCE);
        assertThat(withdrawn(there, request)).isEqualTo(new WithdrawHandover.Outcome.NotYours());
        assertThat(withdrawn(TestCounty.office(program, "cun3"), request))
                .isEqualTo(new WithdrawHandover.Outcome.NotFound());
        assertThat(withdrawn(here, request)).isEqualTo(new WithdrawHandover.Outcome.Withdrawn(request));
        assertThat(withdrawn(here, request))
                .isEqualTo(new WithdrawHandover.Outcome.AlreadyAnswered(HandoverState.WITHDRAWN));
        asked(person, there.unitCode(), PlaceKind.RESIDENCE);
    }

    @Test
    @DisplayName("凭号码申请的人其实已故：不能同意，档案不动")
    void nobodyWhoHasDiedIsHandedOver() {
        var number = Files.number();
        var person = files.register(here, "已故人", number, null);
        acts.perform(
                here,
                program.getBean(SettleStatus.class),
                new SettleStatus.Command(
                        CommandId.fresh(here), person, 1, PersonStatus.DECEASED, LocalDate.now(clock), "户口注销证明"));
        var request =
                ((ClaimPerson.Outcome.Asked) claim(there, number, there.unitCode(), PlaceKind.RESIDENCE)).subject();
        assertThat(accepted(here, request)).isEqualTo(new AcceptHandover.Outcome.NotActive());
        assertThat(files.places(person)).containsExactly("BOTH " + here.unitCode() + " 负责");
    }

    @Test
    @DisplayName("接收的村在答复前撤销了：不能同意")
    void nobodyIsHandedOverToAVillageThatIsGone() {
        var request = asked(register("撤村人"), there.unitCode(), PlaceKind.RESIDENCE);
        program.getBean("jobJdbc", JdbcClient.class)
                .sql("update person.handover set to_code = :gone where id = :id")
                .param("gone", town.unitCode().value() + 596)
                .param("id", request)
                .update();
        assertThat(accepted(town, request)).isEqualTo(new AcceptHandover.Outcome.UnknownDivision());
    }

    @Test
    @DisplayName("提出后，对方站的人收到消息；答复后，提出的人收到消息；撤回的不打扰")
    void bothSidesAreTold() {
        var request = asked(register("告知人"), there.unitCode(), PlaceKind.RESIDENCE);
        assertThat(told(there, request)).containsExactly("有一件移交等您这边答复");
        assertThat(told(here, request)).isEmpty();
        accepted(there, request);
        assertThat(told(here, request)).containsExactly("移交已答复");
        var taken = asked(register("撤回告知人"), there.unitCode(), PlaceKind.RESIDENCE);
        withdrawn(here, taken);
        assertThat(told(here, taken)).isEmpty();
    }

    private java.util.List<String> told(Actor.Office reader, UUID request) {
        var messages = program.getBean(org.rongyi.platform.notice.Messages.class);
        return transactions.read(reader, () -> messages.page(reader, null)).rows().stream()
                .filter(message -> ("/handovers/" + request).equals(message.path()))
                .map(org.rongyi.platform.notice.Messages.Message::title)
                .toList();
    }

    private long waiting(Actor.Office reader) {
        return transactions.read(reader, () -> handovers.countWaiting(reader.scope()));
    }

    private ClaimPerson.Outcome claim(Actor.Office by, CitizenId number, DivisionCode to, PlaceKind kind) {
        return acts.perform(
                by,
                program.getBean(ClaimPerson.class),
                new ClaimPerson.Command(CommandId.fresh(by), "外来人", number, Files.spot(to), kind, "已在本村居住半年"));
    }

    private DeclineHandover.Outcome declined(Actor.Office by, UUID request, String reason) {
        return acts.perform(
                by,
                program.getBean(DeclineHandover.class),
                new DeclineHandover.Command(CommandId.fresh(by), request, reason));
    }

    @Test
    @DisplayName("移交过了答复期限没有人答复的，列在要答复的村上面镇里的督办清单；没到期的、答复了的不列")
    void whatNobodyAnswersInTimeIsRaised() {
        var fresh = asked(register("刚提移交"), there.unitCode(), PlaceKind.RESIDENCE);
        var late = asked(register("久未答复"), there.unitCode(), PlaceKind.RESIDENCE);
        program.getBean("jobJdbc", JdbcClient.class)
                .sql("update person.handover set asked_at = asked_at - interval '40 days' where id = :id")
                .param("id", late)
                .update();
        assertThat(raised())
                .anyMatch(line ->
                        line.path().endsWith(late.toString()) && line.what().equals("没有答复移交：久未答复"))
                .noneMatch(line -> line.path().endsWith(fresh.toString()));
        accepted(there, late);
        assertThat(raised()).noneMatch(line -> line.path().endsWith(late.toString()));
    }

    @Test
    @DisplayName("要答复的村没有人在岗：当天就列在镇里，不等过期限；镇里也没有人，列在县里")
    void whereNobodyCouldAnswer() {
        var county = TestCounty.office(program, "juzhang");
        var request = "/handovers/" + asked(register("没人接"), there.unitCode(), PlaceKind.RESIDENCE);
        assertThat(raised()).noneMatch(line -> line.path().equals(request));
        assertThat(without(town, there)).anySatisfy(line -> {
            assertThat(line.path()).isEqualTo(request);
            assertThat(line.ground()).isEqualTo(Task.Ground.UNMANNED);
        });
        assertThat(without(county, there)).noneMatch(line -> line.path().equals(request));
        assertThat(without(county, there, town))
                .anyMatch(line -> line.path().equals(request) && line.ground() == Task.Ground.UNMANNED);
    }

    private List<OtherRaised.Line> raised() {
        return raised(town);
    }

    private List<OtherRaised.Line> raised(Actor.Office reader) {
        return transactions.read(
                reader, () -> program.getBean(RaisedHandovers.class).raised(reader));
    }

    /** As if nobody were at these units any more. */
    private List<OtherRaised.Line> without(Actor.Office reader, Actor.Office... gone) {
        var found = new ArrayList<OtherRaised.Line>();
        transactions.write(reader, () -> {
            transactions.undone(() -> {
                for (var one : gone) {
                    program.getBean(JdbcClient.class)
                            .sql("""
                                    update access.account set disabled = true
                                    where id in (select account_id from access.post where unit_id = :unit)
                                    """)
                            .param("unit", one.unit())
                            .update();
                }
                found.addAll(program.getBean(RaisedHandovers.class).raised(reader));
            });
            return true;
        });
        return found;
    }
}
