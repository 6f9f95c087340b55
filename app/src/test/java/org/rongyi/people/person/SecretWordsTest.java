package org.rongyi.people.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.RongyiTest;
import org.rongyi.demo.TestCounty;
import org.rongyi.network.organisation.Offices;
import org.rongyi.network.oversight.LockAccount;
import org.rongyi.network.oversight.ResetSecondFactor;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.approval.AcceptCase;
import org.rongyi.platform.approval.Cases;
import org.rongyi.platform.approval.TaskOutcome;
import org.rongyi.platform.approval.apply.Applied;
import org.rongyi.platform.approval.route.Position.State;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@RongyiTest
@DisplayName("像国家秘密的字，档案和办件都不收")
class SecretWordsTest {

    @Autowired
    private ApplicationContext program;

    @Autowired
    private Acts acts;

    @Autowired
    private Cases cases;

    @Autowired
    private PersonFile file;

    @Autowired
    private Transactions transactions;

    private Actor.Office village;
    private Actor.Office town;
    private UUID person;

    @BeforeEach
    void aPersonOfTheVillage() {
        village = TestCounty.office(program, "cun");
        town = TestCounty.office(program, "zhen");
        person = new Files(program).register(village, "张改名", Files.number(), null);
    }

    @Test
    @DisplayName("建档的门牌写了部队番号：不建档；改写成“某部”就建")
    void aFileIsNotOpenedWithADesignation() {
        var number = Files.number();
        assertThat(register(number, "原 75123 部队家属院 2 栋"))
                .isInstanceOfSatisfying(RegisterPerson.Outcome.LooksSecret.class, refused -> {
                    assertThat(refused.found().field()).isEqualTo("hukouAddress");
                    assertThat(refused.found().why()).contains("“75123 部队”像是部队代号");
                });
        assertThat(register(number, "某部家属院 2 栋")).isInstanceOf(RegisterPerson.Outcome.Registered.class);
    }

    @Test
    @DisplayName("更正的理由写了番号：档案一个字不变")
    void aFileIsNotCorrectedWithADesignation() {
        var before = transactions.read(village, () -> file.find(person)).orElseThrow();
        var content = new CorrectPerson.Content(
                "张新名", null, null, EnumSet.copyOf(before.categories()), List.of(), CorrectPerson.Home.SAME, null);
        var outcome = acts.perform(
                village,
                program.getBean(CorrectPerson.class),
                new CorrectPerson.Command(CommandId.fresh(village), person, before.version(), content, "退役证上写第 372 团"));
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        CorrectPerson.Outcome.LooksSecret.class,
                        refused -> assertThat(refused.found().field()).isEqualTo("reason"));
        assertThat(transactions.read(village, () -> file.find(person)).orElseThrow())
                .isEqualTo(before);
    }

    @Test
    @DisplayName("住址里早有的话（放行过的），更正别处照样过；改写的、写到别处的还是拦下")
    void whatStandsInTheFileStays() {
        new Files(program)
                .text(
                        "with told as (update person.place set address = '91234部队饭店楼上' where person_id = :person returning 1) "
                                + "select count(*)::text from told",
                        person);
        assertThat(corrected(1, "91234部队饭店楼上", "新组")).isInstanceOf(CorrectPerson.Outcome.Corrected.class);
        assertThat(corrected(2, "91234部队饭店 3 楼", "新组")).isInstanceOf(CorrectPerson.Outcome.LooksSecret.class);
        assertThat(corrected(2, "91234部队饭店楼上", "91234部队饭店楼上")).isInstanceOf(CorrectPerson.Outcome.LooksSecret.class);
    }

    private CorrectPerson.Outcome corrected(int version, String address, String group) {
        var before = transactions.read(village, () -> file.find(person)).orElseThrow();
        var content = new CorrectPerson.Content(
                before.name(),
                null,
                null,
                EnumSet.copyOf(before.categories()),
                List.of(new CorrectPerson.Spot(PlaceKind.BOTH, address, group)),
                CorrectPerson.Home.SAME,
                null);
        return acts.perform(
                village,
                program.getBean(CorrectPerson.class),
                new CorrectPerson.Command(CommandId.fresh(village), person, version, content, "核对"));
    }

    @Test
    @DisplayName("申请理由、代办缘由写了番号：不收申请；办理意见写了密级标志：办件原地不动")
    void aCaseTakesNoSuchWords() {
        assertThat(ask("名字错了，当年在第 372 团", "本人不会用手机")).isEqualTo("ground");
        assertThat(ask("名字错了", "本人在 75123 部队")).isEqualTo("agentGround");
        assertThat(ask("名字错了", "本人不会用手机")).isNull();
        var id = transactions.read(town, () -> cases.of(person, 1)).getFirst().id();
        var task = transactions.read(town, () -> cases.tasks(id)).getFirst().id();
        assertThat(accept(task, "附件标有机密★长期"))
                .isInstanceOfSatisfying(
                        TaskOutcome.Missing.class,
                        refused -> assertThat(refused.why()).contains("“机密★”像是文件密级标志"));
        assertThat(transactions.read(town, () -> cases.find(id)).orElseThrow().state())
                .isEqualTo(State.RECEIVED);
        assertThat(accept(task, "材料齐全")).isInstanceOf(TaskOutcome.Done.class);
    }

    @Test
    @DisplayName("移交的理由、核实的依据写了番号，也不保存")
    void neitherAHandoverNorASettlementCarriesIt() {
        var files = new Files(program);
        var moved = files.register(village, "移交人", Files.number(), null);
        var ask = new AskHandover.Command(
                CommandId.fresh(village),
                moved,
                Files.spot(TestCounty.office(program, "cun2").unitCode()),
                PlaceKind.RESIDENCE,
                "他是372团的，搬到了邻村");
        assertThat(acts.perform(village, program.getBean(AskHandover.class), ask))
                .isInstanceOfSatisfying(
                        AskHandover.Outcome.LooksSecret.class,
                        refused -> assertThat(refused.found().field()).isEqualTo("reason"));
        var settle = new SettleStatus.Command(
                CommandId.fresh(village), moved, 1, PersonStatus.DECEASED, LocalDate.of(2021, 1, 1), "战友（372团）来电告知");
        assertThat(acts.perform(village, program.getBean(SettleStatus.class), settle))
                .isInstanceOf(SettleStatus.Outcome.LooksSecret.class);
    }

    @Test
    @DisplayName("进留痕的理由写了番号，也不保存：看号码、窗口开通、锁定账号、重设验证码")
    void theTrailCarriesItNeither() {
        var look = new OpenNumber.Command(
                CommandId.fresh(village), person, OpenNumber.Which.PHONE, OpenNumber.Purpose.OTHER, "核对372团的事");
        assertThat(acts.perform(village, program.getBean(OpenNumber.class), look))
                .isInstanceOf(OpenNumber.Outcome.LooksSecret.class);
        var counter = new OpenAtCounter.Command(
                CommandId.fresh(village), person, OpenAtCounter.Card.IDENTITY_CARD, "他是372团的，来办事");
        assertThat(acts.perform(village, program.getBean(OpenAtCounter.class), counter))
                .isInstanceOf(OpenAtCounter.Outcome.LooksSecret.class);
        var guard = Offices.of(Role.SECURITY_ADMIN, 440000000000L);
        var lock = new LockAccount.Command(CommandId.fresh(guard), UUID.randomUUID(), "372团来函");
        assertThat(acts.perform(guard, program.getBean(LockAccount.class), lock))
                .isInstanceOf(LockAccount.Outcome.LooksSecret.class);
        var reset = new ResetSecondFactor.Command(CommandId.fresh(guard), UUID.randomUUID(), "372团来函");
        assertThat(acts.perform(guard, program.getBean(ResetSecondFactor.class), reset))
                .isInstanceOf(ResetSecondFactor.Outcome.LooksSecret.class);
    }

    private TaskOutcome accept(UUID task, String opinion) {
        return acts.perform(
                town, program.getBean(AcceptCase.class), new AcceptCase.Command(CommandId.fresh(town), task, opinion));
    }

    /** The field that was refused; none when it was taken. */
    private @Nullable String ask(String ground, String agentGround) {
        var request = new CorrectionRequest("张新名", null, null, null, null, null, ground);
        var outcome = acts.perform(
                village,
                program.getBean(AskCorrection.class),
                new AskCorrection.Command(CommandId.fresh(village), person, request, agentGround));
        return outcome instanceof Applied.LooksSecret(var found) ? found.field() : null;
    }

    private RegisterPerson.Outcome register(org.rongyi.platform.kernel.CitizenId number, String address) {
        return acts.perform(
                village,
                program.getBean(RegisterPerson.class),
                new RegisterPerson.Command(
                        CommandId.fresh(village),
                        "李某部",
                        number,
                        "",
                        Set.of(Category.DISCHARGED_SOLDIER),
                        new RegisterPerson.Spot(village.unitCode(), address, ""),
                        null,
                        null));
    }
}
