package org.rongyi.people.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.RongyiTest;
import org.rongyi.demo.TestCounty;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.CitizenId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@RongyiTest
@DisplayName("更正档案：原来的样子和理由留下")
class CorrectPersonTest {

    @Autowired
    private ApplicationContext program;

    @Autowired
    private Acts acts;

    @Autowired
    private CorrectPerson correct;

    @Autowired
    private AskHandover ask;

    @Autowired
    private Handovers handovers;

    @Autowired
    private PersonFile file;

    @Autowired
    private People people;

    @Autowired
    private Transactions transactions;

    private Files files;
    private Actor.Office here;
    private Actor.Office there;

    @BeforeEach
    void twoVillages() {
        here = TestCounty.office(program, "cun");
        there = TestCounty.office(program, "cun2");
        files = new Files(program);
    }

    @Test
    @DisplayName("改姓名、电话、类别、住处：档案写新的，历史写旧的，版本加一，联系名单的小组跟着改")
    void theFileSaysTheNewAndHistoryTheOld() {
        var person = files.register(here, "王小名", Files.number(), null);
        var content = new CorrectPerson.Content(
                "王晓明",
                null,
                "13800001111",
                Set.of(Category.DISABLED_SOLDIER),
                List.of(new CorrectPerson.Spot(PlaceKind.BOTH, "9号", "三组")),
                CorrectPerson.Home.SAME,
                null);
        assertThat(corrected(here, person, 1, content)).isEqualTo(new CorrectPerson.Outcome.Corrected(person));
        var view = view(here, person);
        assertThat(view.name()).isEqualTo("王晓明");
        assertThat(view.phone()).isEqualTo("138****1111");
        assertThat(view.categories()).containsExactly(Category.DISABLED_SOLDIER);
        assertThat(view.version()).isEqualTo(2);
        assertThat(files.contact(person)).isEqualTo(here.unitCode() + " 三组");
        var change = transactions.read(here, () -> file.history(person, 5)).getFirst();
        assertThat(change.reason()).isEqualTo("核对证件");
        assertThat(change.lines()).containsExactly("姓名：王小名", "电话：139****0000", "类别：退役士兵", "户籍地和常住地住处：一组 1号");
        assertThat(files.text("select before::text from person.history where person_id = :person", person))
                .doesNotContain("13900000000");
    }

    @Test
    @DisplayName("改名之后，两地按新名都找得到，按旧名都找不到；未答复的移交也写新名")
    void bothPlacesFindTheNewName() {
        var person = files.register(here, "李旧名", Files.number(), there.unitCode());
        acts.perform(
                here,
                ask,
                new AskHandover.Command(CommandId.fresh(here), person, Files.spot(there.unitCode()), null, "搬走了"));
        assertThat(corrected(here, person, 1, named("李新名"))).isInstanceOf(CorrectPerson.Outcome.Corrected.class);
        assertThat(grams(person, "李新")).isEqualTo("2");
        assertThat(grams(person, "李旧")).isEqualTo("0");
        assertThat(transactions
                        .read(there, () -> handovers.findOpen(person))
                        .orElseThrow()
                        .subject()
                        .name())
                .isEqualTo("李新名");
    }

    @Test
    @DisplayName("改号码：按新号找得到，性别、出生年跟着号码，旧号空出来")
    void theNumberIsExchanged() {
        var old = Files.number();
        var next = Files.number();
        var person = files.register(here, "改号人", old, null);
        assertThat(corrected(here, person, 1, numbered(next))).isInstanceOf(CorrectPerson.Outcome.Corrected.class);
        assertThat(transactions.read(here, () -> people.findByNumber(next.value())))
                .contains(person);
        assertThat(transactions.read(here, () -> people.findByNumber(old.value())))
                .isEmpty();
        assertThat(view(here, person).citizenId()).isEqualTo(next.masked());
        assertThat(view(here, person).bornYear()).isEqualTo(next.bornOn().getYear());
    }

    @Test
    @DisplayName("号码另有档案：看得到的给出那份档案，看不到的只告诉由谁负责")
    void aNumberThatIsKnown() {
        var near = Files.number();
        var nearPerson = files.register(here, "近处人", near, null);
        var far = Files.number();
        files.register(there, "远处人", far, null);
        var person = files.register(here, "错号人", Files.number(), null);
        assertThat(corrected(here, person, 1, numbered(near)))
                .isEqualTo(new CorrectPerson.Outcome.NumberHere(nearPerson));
        assertThat(corrected(here, person, 1, numbered(far)))
                .isEqualTo(new CorrectPerson.Outcome.NumberElsewhere(there.unitCode()));
        assertThat(view(here, person).version()).isEqualTo(1);
    }

    @Test
    @DisplayName("两份档案同时改成同一个号码：只有一份成")
    void twoFilesAtOnceDoNotGetOneNumber() throws Exception {
        for (int round = 0; round < 5; round++) {
            var number = Files.number();
            var one = files.register(here, "抢号甲", Files.number(), null);
            var other = files.register(there, "抢号乙", Files.number(), null);
            var outcomes = atOnce(
                    () -> corrected(here, one, 1, numbered(number)),
                    () -> corrected(there, other, 1, numbered(number)));
            assertThat(outcomes)
                    .filteredOn(CorrectPerson.Outcome.Corrected.class::isInstance)
                    .hasSize(1);
            assertThat(outcomes)
                    .filteredOn(o -> !(o instanceof CorrectPerson.Outcome.Corrected))
                    .singleElement()
                    .isInstanceOfAny(
                            CorrectPerson.Outcome.NumberTaken.class, CorrectPerson.Outcome.NumberElsewhere.class);
        }
    }

    @Test
    @DisplayName("后改的人得知已被改过；没有理由、没有改动、邻村的人，都不受理")
    void correctionsThatCannotBe() {
        var person = files.register(here, "难改人", Files.number(), null);
        assertThat(corrected(here, person, 1, named("好改人"))).isInstanceOf(CorrectPerson.Outcome.Corrected.class);
        assertThat(corrected(here, person, 1, named("再改人"))).isEqualTo(new CorrectPerson.Outcome.Stale());
        assertThat(corrected(here, person, 2, named("好改人"))).isEqualTo(new CorrectPerson.Outcome.NothingChanged());
        assertThat(corrected(there, person, 2, named("邻村改"))).isEqualTo(new CorrectPerson.Outcome.NotFound());
        var silent = new CorrectPerson.Command(CommandId.fresh(here), person, 2, named("无由人"), " ");
        assertThat(acts.perform(here, correct, silent)).isEqualTo(new CorrectPerson.Outcome.NoReason());
    }

    @Test
    @DisplayName("分户、并户：只能并入同一个村负责联系的人；不负责联系的一地不能改")
    void householdsAreJoinedAndLeft() {
        var host = files.register(here, "户主", Files.number(), null);
        var guest = files.register(here, "来客", Files.number(), null);
        assertThat(corrected(here, guest, 1, home(guest, CorrectPerson.Home.WITH, host)))
                .isInstanceOf(CorrectPerson.Outcome.Corrected.class);
        assertThat(files.household(guest)).isEqualTo(files.household(host));
        assertThat(corrected(here, guest, 2, home(guest, CorrectPerson.Home.ALONE, null)))
                .isInstanceOf(CorrectPerson.Outcome.Corrected.class);
        assertThat(files.household(guest)).isNotEqualTo(files.household(host));
        var neighbour = files.register(there, "邻人", Files.number(), here.unitCode());
        assertThat(corrected(here, guest, 3, home(guest, CorrectPerson.Home.WITH, neighbour)))
                .isEqualTo(new CorrectPerson.Outcome.UnknownHousemate());
        assertThat(corrected(here, guest, 3, home(guest, CorrectPerson.Home.WITH, guest)))
                .isEqualTo(new CorrectPerson.Outcome.UnknownHousemate());
        assertThat(corrected(here, neighbour, 1, home(neighbour, CorrectPerson.Home.ALONE, null)))
                .isEqualTo(new CorrectPerson.Outcome.NotResponsible());
    }

    private CorrectPerson.Outcome corrected(Actor.Office by, UUID person, int version, CorrectPerson.Content content) {
        return acts.perform(
                by, correct, new CorrectPerson.Command(CommandId.fresh(by), person, version, content, "核对证件"));
    }

    private static CorrectPerson.Content named(String name) {
        return new CorrectPerson.Content(
                name, null, null, Set.of(Category.DISCHARGED_SOLDIER), List.of(), CorrectPerson.Home.SAME, null);
    }

    private static CorrectPerson.Content numbered(CitizenId number) {
        return new CorrectPerson.Content(
                "改号人", number, null, Set.of(Category.DISCHARGED_SOLDIER), List.of(), CorrectPerson.Home.SAME, null);
    }

    private CorrectPerson.Content home(UUID person, CorrectPerson.Home home, @Nullable UUID with) {
        return new CorrectPerson.Content(
                view(here, person).name(), null, null, Set.of(Category.DISCHARGED_SOLDIER), List.of(), home, with);
    }

    private PersonFile.View view(Actor.Office reader, UUID person) {
        return transactions.read(reader, () -> file.find(person)).orElseThrow();
    }

    private String grams(UUID person, String gram) {
        return files.text(
                "select count(*)::text from person.name_gram where person_id = :person and gram = '" + gram + "'",
                person);
    }

    private static List<Object> atOnce(Callable<Object> one, Callable<Object> other) throws Exception {
        try (var both = Executors.newFixedThreadPool(2)) {
            var first = both.submit(one);
            var second = both.submit(other);
            return List.of(first.get(), second.get());
        }
    }
}
