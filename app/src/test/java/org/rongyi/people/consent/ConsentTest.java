package org.rongyi.people.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.RongyiTest;
import org.rongyi.demo.TestCounty;
import org.rongyi.people.person.Category;
import org.rongyi.people.person.RegisterPerson;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.documents.attachment.AttachmentKind;
import org.rongyi.platform.documents.attachment.Checked;
import org.rongyi.platform.documents.attachment.DraftFiles;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.CitizenId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@RongyiTest
@DisplayName("告知与同意：先告知再收集，给别人看要单独同意，随时可撤回")
class ConsentTest {

    private static final AtomicInteger SERIAL = new AtomicInteger();

    @Autowired
    private ApplicationContext program;

    @Autowired
    private Acts acts;

    @Autowired
    private Consents consents;

    @Autowired
    private ConsentFile file;

    @Autowired
    private StatementShelf statements;

    @Autowired
    private Transactions transactions;

    private Actor.Office village;
    private Actor.Office neighbour;

    @BeforeEach
    void desks() {
        village = TestCounty.office(program, "cun");
        neighbour = TestCounty.office(program, "cun2");
    }

    @Test
    @DisplayName("当面建档的记下告知了哪一版；按名册录入的，见面时再告知")
    void whoeverStandsThereIsToldAndWhoeverComesFromARosterIsToldLater() {
        var there = register(true);
        assertThat(told(there)).isTrue();
        var latest = transactions.read(village, () -> consents.history(there)).getFirst();
        assertThat(latest.way()).isEqualTo(Way.IN_PERSON);
        assertThat(latest.version()).isEqualTo(version("notice"));

        var listed = register(false);
        assertThat(told(listed)).isFalse();
        assertThat(tell(village, listed, version("notice"))).isInstanceOf(TellPerson.Outcome.Told.class);
        assertThat(told(listed)).isTrue();
    }

    @Test
    @DisplayName("看的不是现行的一版，不算告知，也不算同意")
    void anOlderVersionIsNotTold() {
        var person = register(false);
        var first = statements.notice().versions().getFirst().from();
        assertThat(first).isBefore(version("notice"));
        assertThat(tell(village, person, first)).isEqualTo(new TellPerson.Outcome.Outdated());
        assertThat(answer(village, person, "helper", version("helper").minusDays(1), true))
                .isEqualTo(new AnswerConsent.Outcome.Outdated());
        assertThat(told(person)).isFalse();
        assertThat(holds(person, "helper")).isFalse();
    }

    @Test
    @DisplayName("没问过就是没同意；同意、撤回、再同意，以最后一次为准，每次都留着")
    void theLastReplyCounts() {
        var person = register(true);
        assertThat(holds(person, "helper")).isFalse();
        assertThat(reply(answer(village, person, "helper", true))).isEqualTo(Reply.AGREED);
        assertThat(holds(person, "helper")).isTrue();
        assertThat(holds(person, "employer")).isFalse();
        assertThat(answer(village, person, "helper", true)).isEqualTo(new AnswerConsent.Outcome.SaidSo());
        assertThat(reply(answer(village, person, "helper", false))).isEqualTo(Reply.WITHDRAWN);
        assertThat(holds(person, "helper")).isFalse();
        assertThat(answer(village, person, "helper", false)).isEqualTo(new AnswerConsent.Outcome.SaidSo());
        assertThat(reply(answer(village, person, "helper", true))).isEqualTo(Reply.AGREED);
        assertThat(transactions.read(village, () -> file.history(person)))
                .extracting(Consents.Kept::reply)
                .containsExactly(Reply.AGREED, Reply.WITHDRAWN, Reply.AGREED, Reply.TOLD);
        assertThat(reply(answer(village, person, "employer", false))).isEqualTo(Reply.DECLINED);
    }

    @Test
    @DisplayName("核对授权要本人签字：没有签字件不登记，本人在手机上也不能代替；到期自行失效")
    void theAuthorisationTakesASignature() {
        var person = register(true);
        assertThat(answer(village, person, "verification", true)).isEqualTo(new AnswerConsent.Outcome.NotSigned());
        var self = new Actor.Self(UUID.randomUUID(), "本人", person);
        assertThat(answer(self, person, "verification", version("verification"), true))
                .isEqualTo(new AnswerConsent.Outcome.NotSigned());
        assertThat(holds(person, "verification")).isFalse();

        var form = CommandId.fresh(village);
        var paper = new Checked.Fit("授权书.pdf", "application/pdf", new byte[] {'%', 1}, new byte[] {1}, 1, false);
        var drafts = program.getBean(DraftFiles.class);
        transactions.write(village, () -> drafts.keep(village, form, new AttachmentKind("SIGNED", "签字件"), paper));
        var command = new AnswerConsent.Command(form, person, "verification", version("verification"), true);
        assertThat(reply(acts.perform(village, program.getBean(AnswerConsent.class), command)))
                .isEqualTo(Reply.AGREED);
        assertThat(holds(person, "verification")).isTrue();
        var kept = transactions.read(village, () -> file.history(person)).getFirst();
        assertThat(kept.way()).isEqualTo(Way.SIGNED);
        assertThat(transactions.read(village, () -> file.signed(kept.id()))).hasSize(1);
        assertThat(transactions.read(neighbour, () -> file.signed(kept.id()))).isEmpty();

        // the last day counts, the day after does not
        var last = kept.validUntil();
        assertThat(last).isEqualTo(kept.onDay().plusMonths(12).minusDays(1));
        assertThat(kept.isYes(last)).isTrue();
        assertThat(kept.isYes(last.plusDays(1))).isFalse();
    }

    @Test
    @DisplayName("站里替他登记的，他收到消息；他自己撤回，邻村看不到也改不了")
    void heIsToldOfWhatWasRecordedInHisName() {
        var person = register(true);
        answer(village, person, "helper", true);
        assertThat(messages(person)).isEqualTo(1);

        assertThat(answer(neighbour, person, "helper", version("helper"), false))
                .isEqualTo(new AnswerConsent.Outcome.NotFound());
        assertThat(tell(neighbour, person, version("notice"))).isEqualTo(new TellPerson.Outcome.NotFound());
        assertThat(transactions.read(neighbour, () -> file.history(person))).isEmpty();

        var self = new Actor.Self(UUID.randomUUID(), "本人", person);
        assertThat(reply(answer(self, person, "helper", version("helper"), false)))
                .isEqualTo(Reply.WITHDRAWN);
        assertThat(holds(person, "helper")).isFalse();
        assertThat(messages(person)).isEqualTo(1);
        var stranger = new Actor.Self(UUID.randomUUID(), "别人", register(false));
        assertThat(answer(stranger, person, "helper", version("helper"), true))
                .isEqualTo(new AnswerConsent.Outcome.NotFound());
    }

    @Test
    @DisplayName("没有这项同意的，问不出来；告知书不是同意")
    void onlyWhatIsThereIsAsked() {
        var person = register(true);
        assertThat(answer(village, person, "no-such", LocalDate.of(2021, 11, 1), true))
                .isEqualTo(new AnswerConsent.Outcome.NotFound());
        assertThat(answer(village, person, "notice", true)).isEqualTo(new AnswerConsent.Outcome.NotFound());
        assertThatThrownBy(() -> holds(person, "notice")).isInstanceOf(IllegalArgumentException.class);
    }

    private UUID register(boolean told) {
        int serial = SERIAL.incrementAndGet();
        var seventeen = "441284%04d0918%03d".formatted(1930 + serial / 900, 100 + serial % 900);
        var command = new RegisterPerson.Command(
                CommandId.fresh(village),
                "告知人",
                new CitizenId(seventeen + CitizenId.checkCharacter(seventeen)),
                "13900000000",
                Set.of(Category.DISCHARGED_SOLDIER),
                new RegisterPerson.Spot(village.unitCode(), "1号", "一组"),
                null,
                null,
                told);
        var outcome = acts.perform(village, program.getBean(RegisterPerson.class), command);
        return ((RegisterPerson.Outcome.Registered) outcome).subject();
    }

    private LocalDate version(String statement) {
        return statements
                .find(statement)
                .orElseThrow()
                .on(LocalDate.now(program.getBean(java.time.Clock.class)))
                .orElseThrow()
                .from();
    }

    private boolean told(UUID person) {
        return transactions.read(village, () -> consents.isTold(person));
    }

    private boolean holds(UUID person, String statement) {
        return transactions.read(village, () -> consents.holds(person, statement));
    }

    private TellPerson.Outcome tell(Actor actor, UUID person, LocalDate version) {
        return acts.perform(
                actor,
                program.getBean(TellPerson.class),
                new TellPerson.Command(CommandId.fresh(actor), person, version));
    }

    private AnswerConsent.Outcome answer(Actor actor, UUID person, String statement, boolean agrees) {
        return answer(actor, person, statement, version(statement), agrees);
    }

    private AnswerConsent.Outcome answer(
            Actor actor, UUID person, String statement, LocalDate version, boolean agrees) {
        return acts.perform(
                actor,
                program.getBean(AnswerConsent.class),
                new AnswerConsent.Command(CommandId.fresh(actor), person, statement, version, agrees));
    }

    private static Reply reply(AnswerConsent.Outcome outcome) {
        return ((AnswerConsent.Outcome.Answered) outcome).reply();
    }

    private long messages(UUID person) {
        return program.getBean("jobJdbc", JdbcClient.class)
                .sql("select count(*) from notice.message where person_id = :person and topic = 'consent.recorded'")
                .param("person", person)
                .query(Long.class)
                .single();
    }
}
