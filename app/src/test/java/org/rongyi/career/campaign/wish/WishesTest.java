package org.rongyi.career.campaign.wish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.Browser;
import org.rongyi.RongyiTest;
import org.rongyi.career.campaign.Candidate;
import org.rongyi.career.campaign.sealed.SealingKey;
import org.rongyi.demo.TestCounty;
import org.rongyi.network.oversight.FoundByPerson;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.kernel.Ids;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@RongyiTest
@DisplayName("志愿的封存和开启：三名保管人、截止的一刻、任意两份、一份也不悄悄丢掉")
class WishesTest {

    private static final Duration LATER = Duration.ofDays(3);
    private static final Duration PAST = Duration.ofSeconds(-1);

    @Autowired
    private ApplicationContext program;

    @Autowired
    private Transactions transactions;

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Test
    @DisplayName("保管人要三个人、三个单位、不在主办单位；三人都照纸输回一遍才能用；份额不对的点出来；有人交志愿以前可以另制")
    void theKeyIsMadeWithThreePeopleFromOutside() {
        var wishing = new Wishing(program, "制作密钥").posts(2);
        var office = wishing.gathering.officer.unitName();
        assertThat(wishing.make(Wishing.trustees("市公证处", office, "市财政局")))
                .isInstanceOfSatisfying(
                        MakeSealingKey.Outcome.Wanting.class,
                        wanting -> assertThat(wanting.field()).isEqualTo("body2"));
        assertThat(wishing.make(Wishing.trustees("市公证处", "市纪委监委", "市公证处")))
                .isInstanceOfSatisfying(
                        MakeSealingKey.Outcome.Wanting.class,
                        wanting -> assertThat(wanting.field()).isEqualTo("body3"));
        assertThat(wishing.make(Wishing.trustees("市公证处", "", "市财政局")))
                .isInstanceOf(MakeSealingKey.Outcome.Wanting.class);
        assertThat(wishing.make()).isInstanceOf(MakeSealingKey.Outcome.Made.class);
        assertThat(held(wishing).isReady()).isFalse();
        var shares = wishing.made.shares();
        assertThat(wishing.receive(SealingKey.make(new java.security.SecureRandom())
                        .shares()
                        .get(1)))
                .isEqualTo(new ReceiveShare.Outcome.NotOfThisKey());
        assertThat(wishing.receive(shares.get(1))).isEqualTo(new ReceiveShare.Outcome.Received(wishing.campaign, 2));
        assertThat(wishing.receive(shares.get(1))).isEqualTo(new ReceiveShare.Outcome.Already(2));
        wishing.made = SealingKey.make(new java.security.SecureRandom());
        wishing.sealed();
        assertThat(held(wishing).isReady()).isTrue();
        assertThat(held(wishing).key()).isEqualTo(wishing.made.key());
        assertThat(wishing.receive(shares.get(0))).isEqualTo(new ReceiveShare.Outcome.NotOfThisKey());
        var one = wishing.candidate("换钥", "60", 1);
        wishing.stage("WISHES", LATER);
        assertThat(wishing.handIn(one, "A-1")).isInstanceOf(HandInWishes.Outcome.HandedIn.class);
        assertThat(wishing.make()).isEqualTo(new MakeSealingKey.Outcome.NotNow());
    }

    /** Page and answer, where the list is not settled in time. */
    private void unsettledIsSaidAlike(Wishing wishing, Candidate one) {
        var sentence = "到了填报志愿的时间，但名单还没有定下来，现在不能填报，请过一会儿再来";
        var officer = Browser.signedIn(port, TestCounty.ensure(program).get("xian"));
        var path = "/campaigns/" + wishing.campaign + "/wishes/" + one.id();
        assertThat(officer.get(path).body()).contains(sentence);
        var list = wishing.list(wishing.gathering.officer, one, "A-1");
        var answer = officer.post(
                path,
                Map.of(
                        "_command", Ids.next().toString(),
                        "_post", wishing.gathering.officer.post().toString(),
                        "do", "hand-in",
                        "sealed", list.sealed(),
                        "commitment", list.commitment()));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body().split(sentence, -1)).as("页上一次，答复里一次").hasSizeGreaterThan(2);
    }

    @Test
    @DisplayName("时间没到不收，密钥没齐不收，截止以后不收；别人的交不了；同一次交两遍只记一次；重新交以最后一次为准")
    void listsAreTakenBetweenTwoInstants() {
        var wishing = new Wishing(program, "什么时候收").posts(3);
        var one = wishing.candidate("准时", "60", 1);
        var other = wishing.candidate("旁人", "50", 1);
        wishing.stage("NOTICE", Duration.ofDays(20));
        assertThat(wishing.handIn(one, "A-1")).isEqualTo(new HandInWishes.Outcome.NotOpenYet());
        wishing.stage("WISHES", Duration.ofDays(8));
        assertThat(wishing.handIn(one, "A-1")).isEqualTo(new HandInWishes.Outcome.NotOpenYet());
        wishing.stage("NOTICE", LATER);
        assertThat(wishing.handIn(one, "A-1")).isEqualTo(new HandInWishes.Outcome.ListNotSettled());
        unsettledIsSaidAlike(wishing, one);
        wishing.stage("WISHES", LATER);
        assertThat(wishing.handIn(one, "A-1")).isEqualTo(new HandInWishes.Outcome.NoKey());
        wishing.sealed();
        var himself = wishing.himself(one);
        var command = wishing.list(himself, one, "A-1");
        var acts = program.getBean(Acts.class);
        var handIn = program.getBean(HandInWishes.class);
        var first = acts.perform(himself, handIn, command);
        assertThat(first).isInstanceOf(HandInWishes.Outcome.HandedIn.class);
        assertThat(acts.perform(himself, handIn, command)).isEqualTo(first);
        assertThat(rows(one.id())).isEqualTo(1);
        assertThat(acts.perform(himself, handIn, wishing.list(himself, other, "A-1")))
                .isEqualTo(new HandInWishes.Outcome.NotFound());
        assertThat(acts.perform(
                        himself,
                        handIn,
                        new HandInWishes.Command(CommandId.fresh(himself), one.id(), "A-1,A-2", "0".repeat(64), true)))
                .isEqualTo(new HandInWishes.Outcome.NotSealed());
        var last = (HandInWishes.Outcome.HandedIn) wishing.handIn(one, "A-2", "A-1");
        assertThat(transactions
                        .read(himself, () -> program.getBean(SealedLists.class).last(one.id()))
                        .orElseThrow())
                .satisfies(handed -> assertThat(handed.commitment()).isEqualTo(last.commitment()));
        assertThat(rows(one.id())).isEqualTo(2);
        assertThat(FoundByPerson.records(program, TestCounty.office(program, "xian"), one.person()))
                .as("按他的姓名查留痕")
                .contains(last.subject());
        wishing.stage("WISHES", PAST);
        assertThat(wishing.handIn(one, "A-1")).isEqualTo(new HandInWishes.Outcome.Closed());
    }

    @Test
    @DisplayName("窗口替没交过的人代填，记着是代填的；本人自己交过的，窗口不能代替；别处的窗口找不到人")
    void theCounterHelpsAndDoesNotReplace() {
        var wishing = new Wishing(program, "窗口").posts(2).sealed();
        var one = wishing.candidate("没手机", "60", 1);
        wishing.stage("WISHES", LATER);
        var village = TestCounty.office(program, "cun");
        assertThat(wishing.gathering.perform(village, HandInWishes.class, wishing.list(village, one, "A-1")))
                .isInstanceOf(HandInWishes.Outcome.HandedIn.class);
        assertThat(wishing.gathering.perform(village, HandInWishes.class, wishing.list(village, one, "A-2")))
                .isInstanceOf(HandInWishes.Outcome.HandedIn.class);
        assertThat(transactions.read(
                        wishing.himself(one),
                        () -> program.getBean(SealedLists.class).last(one.id())))
                .hasValueSatisfying(last -> {
                    assertThat(last.how()).isEqualTo(How.COUNTER);
                    assertThat(last.by()).contains(village.name());
                });
        assertThat(wishing.handIn(one, "A-2", "A-1")).isInstanceOf(HandInWishes.Outcome.HandedIn.class);
        assertThat(wishing.gathering.perform(village, HandInWishes.class, wishing.list(village, one, "A-1")))
                .isEqualTo(new HandInWishes.Outcome.HisOwnStands());
        var next = TestCounty.office(program, "cun2");
        assertThat(wishing.gathering.perform(next, HandInWishes.class, wishing.list(next, one, "A-1")))
                .isEqualTo(new HandInWishes.Outcome.NotFound());
    }

    @Test
    @DisplayName("截止以前谁也开不了；假份额点名、什么也没开；开出来一字不差；挪用别人的、与承诺不符的、个数不对的都列出原因；只开一次")
    void openedByTwoAfterTheInstant() {
        var wishing = new Wishing(program, "开启").posts(6).sealed();
        var shares = wishing.made.shares();
        var good = wishing.candidate("好人", "60", 1);
        var copier = wishing.candidate("抄的", "59", 1);
        var liar = wishing.candidate("假话", "58", 1);
        var many = wishing.candidate("太多", "57", 1);
        var none = wishing.candidate("没交", "56", 1);
        wishing.stage("WISHES", LATER);
        wishing.handIn(good, "A-2");
        wishing.handIn(good, "A-3", "A-1");
        var copied = wishing.list(wishing.himself(copier), good, "A-3", "A-1");
        send(wishing, copier, copied.sealed(), copied.commitment());
        send(wishing, liar, wishing.list(wishing.himself(liar), liar, "A-1").sealed(), "a".repeat(64));
        wishing.handIn(many, "A-1", "A-2", "A-3", "A-4", "A-5", "A-6");
        assertThat(wishing.open(shares.get(0), shares.get(1))).isEqualTo(new OpenWishes.Outcome.TooEarly());
        wishing.stage("WISHES", PAST);
        var foreign = SealingKey.make(new java.security.SecureRandom()).shares().get(1);
        assertThat(wishing.open(shares.get(0), foreign))
                .isInstanceOfSatisfying(
                        OpenWishes.Outcome.WrongShare.class,
                        wrong -> assertThat(wrong.number()).isEqualTo(2));
        assertThat(wishing.open(shares.get(2), shares.get(2))).isInstanceOf(OpenWishes.Outcome.WrongShare.class);
        assertThat(wishing.opened(wishing.gathering.officer)).isEmpty();
        assertThat(wishing.open(shares.get(2), shares.get(0)))
                .isEqualTo(new OpenWishes.Outcome.Opened(wishing.campaign, 4, 3));
        assertThat(wishing.open(shares.get(1), shares.get(0))).isEqualTo(new OpenWishes.Outcome.AlreadyOpened());

        var opened = wishing.opened(wishing.gathering.officer).stream()
                .collect(Collectors.toMap(OpenedWishes.One::candidate, Function.identity()));
        assertThat(opened).hasSize(4).doesNotContainKey(none.id());
        assertThat(opened.get(good.id()).wishes()).containsExactly("A-3", "A-1");
        assertThat(opened.get(good.id()).counts()).isTrue();
        assertThat(opened.get(copier.id()).trouble()).contains("另一个人的志愿表");
        assertThat(opened.get(copier.id()).detail()).isEqualTo(good.pseudonym());
        assertThat(opened.get(liar.id()).trouble()).contains("承诺不符");
        assertThat(opened.get(many.id()).trouble()).contains("个数");
        assertThat(wishing.opened(wishing.himself(good)))
                .singleElement()
                .satisfies(one -> assertThat(one.wishes()).containsExactly("A-3", "A-1"));
        assertThat(wishing.opened(wishing.himself(none))).isEmpty();
        assertThat(wishing.opened(TestCounty.office(program, "cun2")))
                .noneMatch(one -> one.candidate().equals(good.id()));
        assertThat(wishing.handIn(none, "A-1")).isEqualTo(new HandInWishes.Outcome.Closed());
    }

    @Test
    @DisplayName("绕过程序也不行：本人的连接读不到别人的封存件，插不进别人名下，改不了已经交的")
    void theDatabaseRefusesWhatTheProgramWouldNotAsk() {
        var wishing = new Wishing(program, "绕过").posts(2).sealed();
        var one = wishing.candidate("张三", "60", 1);
        var other = wishing.candidate("李四", "50", 1);
        wishing.stage("WISHES", LATER);
        wishing.handIn(one, "A-1");
        wishing.handIn(other, "A-2");
        var himself = wishing.himself(one);
        assertThat(transactions.read(
                        himself,
                        () -> jdbc.sql("select distinct s.candidate_id from campaign.sealed_list s")
                                .query(UUID.class)
                                .list()))
                .containsExactly(one.id());
        assertThatThrownBy(() -> transactions.write(
                        himself,
                        () -> jdbc.sql("""
                                insert into campaign.sealed_list
                                select gen_random_uuid(), s.campaign_id, :other, :person, s.code_now, s.key_id, s.sealed,
                                       s.commitment, s.how, s.handed_at, s.handed_by
                                from campaign.sealed_list s where s.candidate_id = :own
                                """)
                                .param("other", other.id())
                                .param("person", one.person())
                                .param("own", one.id())
                                .update()))
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> transactions.write(
                        himself,
                        () -> jdbc.sql("update campaign.sealed_list set handed_by = '别人'")
                                .update()))
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    @DisplayName("名次：前面有几人、完全相同的有几人，本人只知道数；名单没有定下来以前没有名次")
    void heLearnsHisPlaceAndNobodyElses() {
        var wishing = new Wishing(program, "名次").posts(2);
        var first = wishing.candidate("第一", "70", 1);
        var alike = List.of(wishing.candidate("同一", "60", 5), wishing.candidate("同二", "60", 5));
        var last = wishing.candidate("末位", "60", 4);
        wishing.stage("NOTICE", LATER);
        var standings = program.getBean(Standings.class);
        assertThat(transactions.read(wishing.himself(first), () -> standings.of(first.id())))
                .isEmpty();
        wishing.stage("WISHES", LATER);
        assertThat(transactions.read(wishing.himself(first), () -> standings.of(first.id())))
                .contains(new Standings.Standing(1, 0, 4));
        assertThat(transactions.read(
                        wishing.himself(alike.get(1)),
                        () -> standings.of(alike.get(1).id())))
                .contains(new Standings.Standing(2, 1, 4));
        assertThat(transactions.read(wishing.himself(last), () -> standings.of(last.id())))
                .contains(new Standings.Standing(4, 0, 4));
        assertThat(transactions.read(wishing.himself(last), () -> standings.of(first.id())))
                .isEmpty();
    }

    private void send(Wishing wishing, org.rongyi.career.campaign.Candidate as, String sealed, String commitment) {
        var himself = wishing.himself(as);
        assertThat(wishing.gathering.perform(
                        himself,
                        HandInWishes.class,
                        new HandInWishes.Command(CommandId.fresh(himself), as.id(), sealed, commitment, true)))
                .isInstanceOf(HandInWishes.Outcome.HandedIn.class);
    }

    private SealingKeys.Held held(Wishing wishing) {
        return transactions.read(
                wishing.gathering.officer,
                () -> program.getBean(SealingKeys.class).of(wishing.campaign).orElseThrow());
    }

    private int rows(UUID candidate) {
        return program.getBean("jobJdbc", JdbcClient.class)
                .sql("select count(*) from campaign.sealed_list s where s.candidate_id = :id")
                .param("id", candidate)
                .query(Integer.class)
                .single();
    }
}
