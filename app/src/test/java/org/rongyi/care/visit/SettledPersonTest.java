package org.rongyi.care.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.RongyiTest;
import org.rongyi.demo.TestCounty;
import org.rongyi.people.person.AcceptHandover;
import org.rongyi.people.person.AskHandover;
import org.rongyi.people.person.Category;
import org.rongyi.people.person.Handovers;
import org.rongyi.people.person.PersonFile;
import org.rongyi.people.person.PersonStatus;
import org.rongyi.people.person.PlaceKind;
import org.rongyi.people.person.RegisterPerson;
import org.rongyi.people.person.SettleStatus;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.CitizenId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@RongyiTest
@DisplayName("走访得知已故、迁出的，核实后才定；移交后照旧知道上次何时联系")
class SettledPersonTest {

    private static final AtomicInteger SERIAL = new AtomicInteger();

    @Autowired
    private ApplicationContext program;

    @Autowired
    private Acts acts;

    @Autowired
    private RegisterPerson registerPerson;

    @Autowired
    private RecordVisit recordVisit;

    @Autowired
    private SetAttention setAttention;

    @Autowired
    private SettleStatus settle;

    @Autowired
    private AskHandover ask;

    @Autowired
    private AcceptHandover accept;

    @Autowired
    private Handovers handovers;

    @Autowired
    private ContactFile contacts;

    @Autowired
    private PersonFile file;

    @Autowired
    private Transactions transactions;

    @Autowired
    private Clock clock;

    private Actor.Office here;
    private Actor.Office there;
    private LocalDate today;

    @BeforeEach
    void twoVillages() {
        here = TestCounty.office(program, "cun");
        there = TestCounty.office(program, "cun2");
        today = LocalDate.now(clock);
    }

    @Test
    @DisplayName("核实已故：退出联系名单，仍在名册，写明日期和依据；以后的补记不再使他待核实")
    void whoHasDiedLeavesTheListAndStaysOnTheRegister() {
        var person = register(here);
        visited(here, person, Result.DECEASED);
        assertThat(line(here, person).held()).isEqualTo(Result.DECEASED);
        assertThat(settled(here, person, PersonStatus.DECEASED, today))
                .isEqualTo(new SettleStatus.Outcome.Settled(person));
        assertThat(line(here, person).active()).isFalse();
        assertThat(line(here, person).held()).isNull();
        var view = view(here, person);
        assertThat(view.status()).isEqualTo(PersonStatus.DECEASED);
        assertThat(view.statusOn()).isEqualTo(today);
        assertThat(view.statusGround()).isEqualTo("户口注销证明");
    }

    @Test
    @DisplayName("已故的：去世当天和以前的走访可以补记，以后的不受理")
    void whoHasDiedIsNotVisitedAfterwards() {
        var person = register(here);
        var died = today.minusDays(3);
        settled(here, person, PersonStatus.DECEASED, died);
        assertThat(visit(here, person, Result.MET, died.plusDays(1)))
                .isInstanceOfSatisfying(
                        RecordVisit.Outcome.Objected.class,
                        refused -> assertThat(refused.objection().reason()).contains("只能补记以前的走访"));
        assertThat(visit(here, person, Result.MET, died)).isInstanceOf(RecordVisit.Outcome.Recorded.class);
        assertThat(line(here, person).active()).isFalse();
    }

    @Test
    @DisplayName("查无此事：照旧列入应联系，那次记录不再使他待核实；再次听说才又待核实")
    void whatIsNotSoHoldsHimNoLonger() {
        var person = register(here);
        visited(here, person, Result.MOVED_OUT);
        settled(here, person, PersonStatus.ACTIVE, null);
        assertThat(line(here, person).held()).isNull();
        acts.perform(here, setAttention, new SetAttention.Command(CommandId.fresh(here), person, "HARDSHIP"));
        assertThat(line(here, person).held()).isNull();
        visited(here, person, Result.DECEASED);
        assertThat(line(here, person).held()).isEqualTo(Result.DECEASED);
        assertThat(transactions
                        .read(here, () -> file.history(person, 5))
                        .getFirst()
                        .reason())
                .isEqualTo("查无此事：户口注销证明");
    }

    @Test
    @DisplayName("登记有误的恢复在册：重新列入联系名单，日期和依据清掉，历史留着")
    void whoWasWronglySettledIsBroughtBack() {
        var person = register(here);
        settled(here, person, PersonStatus.MOVED_OUT, today);
        assertThat(settled(here, person, PersonStatus.ACTIVE, null))
                .isEqualTo(new SettleStatus.Outcome.Settled(person));
        assertThat(line(here, person).active()).isTrue();
        assertThat(view(here, person).statusOn()).isNull();
        assertThat(transactions.read(here, () -> file.history(person, 5)))
                .extracting(PersonFile.Change::reason)
                .containsExactly("恢复在册：户口注销证明", "户口注销证明");
    }

    @Test
    @DisplayName("没有依据、日期不对、被人改过、邻村的人、不由本地负责，都不受理")
    void whatCannotBeSettled() {
        var person = register(here);
        assertThat(settled(here, person, PersonStatus.DECEASED, null)).isEqualTo(new SettleStatus.Outcome.WrongDay());
        assertThat(settled(here, person, PersonStatus.DECEASED, today.plusDays(1)))
                .isEqualTo(new SettleStatus.Outcome.WrongDay());
        assertThat(settled(here, person, PersonStatus.DECEASED, LocalDate.of(1900, 1, 1)))
                .isEqualTo(new SettleStatus.Outcome.WrongDay());
        var silent = new SettleStatus.Command(CommandId.fresh(here), person, 1, PersonStatus.DECEASED, today, " ");
        assertThat(acts.perform(here, settle, silent)).isEqualTo(new SettleStatus.Outcome.NoGround());
        var stale = new SettleStatus.Command(CommandId.fresh(here), person, 7, PersonStatus.DECEASED, today, "依据");
        assertThat(acts.perform(here, settle, stale)).isEqualTo(new SettleStatus.Outcome.Stale());
        var stranger = new SettleStatus.Command(CommandId.fresh(there), person, 1, PersonStatus.DECEASED, today, "依据");
        assertThat(acts.perform(there, settle, stranger)).isEqualTo(new SettleStatus.Outcome.NotFound());
        accepted(asked(person, PlaceKind.RESIDENCE));
        assertThat(settled(here, person, PersonStatus.DECEASED, today))
                .isEqualTo(new SettleStatus.Outcome.NotResponsible(there.unitCode()));
    }

    @Test
    @DisplayName("登记为已故，未答复的移交随之作罢；已故的人不能再移交")
    void settlingEndsTheHandover() {
        var person = register(here);
        var request = asked(person, PlaceKind.RESIDENCE);
        settled(here, person, PersonStatus.DECEASED, today);
        assertThat(accepted(request)).isInstanceOf(AcceptHandover.Outcome.AlreadyAnswered.class);
        assertThat(transactions
                        .read(there, () -> handovers.find(request))
                        .orElseThrow()
                        .answer())
                .satisfies(answer -> assertThat(answer.text()).contains("已故"));
        assertThat(ask(person, PlaceKind.RESIDENCE)).isEqualTo(new AskHandover.Outcome.NotActive());
    }

    @Test
    @DisplayName("移交以后，新地看不到旧记录，仍按上次联系算应联系日；确定类别不会把它抹掉")
    void theNewPlaceKnowsWhenHeWasSeenLast() {
        var person = register(here);
        visited(here, person, Result.MET);
        var before = line(here, person);
        accepted(asked(person, PlaceKind.RESIDENCE));
        assertThat(line(there, person).lastContactOn()).isEqualTo(today);
        acts.perform(there, setAttention, new SetAttention.Command(CommandId.fresh(there), person, "HARDSHIP"));
        var after = line(there, person);
        assertThat(after.lastContactOn()).isEqualTo(today);
        assertThat(after.dueOn()).isEqualTo(before.dueIfKey()).isEqualTo(after.dueIfKey());
        assertThat(transactions.read(here, () -> contacts.find(person))).isEmpty();
    }

    private UUID register(Actor.Office clerk) {
        int serial = SERIAL.incrementAndGet();
        var seventeen = "441284195%d0816%03d".formatted(serial % 10, 200 + serial);
        var outcome = acts.perform(
                clerk,
                registerPerson,
                new RegisterPerson.Command(
                        CommandId.fresh(clerk),
                        "待核人",
                        new CitizenId(seventeen + CitizenId.checkCharacter(seventeen)),
                        "",
                        Set.of(Category.DEMOBILISED),
                        new RegisterPerson.Spot(clerk.unitCode(), "", ""),
                        null,
                        null));
        return ((RegisterPerson.Outcome.Registered) outcome).subject();
    }

    private void visited(Actor.Office clerk, UUID person, Result result) {
        assertThat(visit(clerk, person, result, today)).isInstanceOf(RecordVisit.Outcome.Recorded.class);
    }

    private RecordVisit.Outcome visit(Actor.Office clerk, UUID person, Result result, LocalDate on) {
        var content =
                new VisitContent(Map.of(person, result), on, "REGULAR", "HOME", Set.of(Sent.HELP), "", "", List.of());
        return acts.perform(
                clerk, recordVisit, new RecordVisit.Command(CommandId.fresh(clerk), content, List.of(), false, true));
    }

    private SettleStatus.Outcome settled(Actor.Office by, UUID person, PersonStatus status, @Nullable LocalDate on) {
        int version = view(by, person).version();
        return acts.perform(
                by, settle, new SettleStatus.Command(CommandId.fresh(by), person, version, status, on, "户口注销证明"));
    }

    private AskHandover.Outcome ask(UUID person, PlaceKind kind) {
        return acts.perform(
                here,
                ask,
                new AskHandover.Command(
                        CommandId.fresh(here), person, new RegisterPerson.Spot(there.unitCode(), "", ""), kind, "搬走了"));
    }

    private UUID asked(UUID person, PlaceKind kind) {
        return ((AskHandover.Outcome.Asked) ask(person, kind)).subject();
    }

    private AcceptHandover.Outcome accepted(UUID request) {
        return acts.perform(there, accept, new AcceptHandover.Command(CommandId.fresh(there), request));
    }

    private ContactFile.View line(Actor.Office reader, UUID person) {
        return transactions.read(reader, () -> contacts.find(person)).orElseThrow();
    }

    private PersonFile.View view(Actor.Office reader, UUID person) {
        return transactions.read(reader, () -> file.find(person)).orElseThrow();
    }
}
