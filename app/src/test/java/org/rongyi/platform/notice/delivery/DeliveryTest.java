package org.rongyi.platform.notice.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.RongyiTest;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Ids;
import org.rongyi.platform.notice.Channel;

@RongyiTest
@DisplayName("短信投递：不丢、不重，对方怎样都行")
class DeliveryTest extends PostOffice {

    @Test
    @DisplayName("发出一次，签名对得上；正文随即清空，管理员只看到掩码")
    void anSmsGoesOnce() {
        var record = decided(Ids.next());
        assertThat(worker().run()).isOne();
        assertThat(worker().run()).isZero();
        assertThat(gateway.taken()).hasSize(1);
        var sms = gateway.taken().get(row(record).get("id").toString());
        assertThat(sms.get("phone")).isEqualTo(PHONE);
        assertThat(sms.get("text")).isEqualTo("您于5月1日提交的申请已办结，结果请到燕崀村服务站领取，咨询电话0758-3300001。");
        assertThat(row(record))
                .containsEntry("state", "SENT")
                .containsEntry("text_sealed", null)
                .containsEntry("shown_as", "139****0000");
    }

    @Test
    @DisplayName("网关出错：隔一会儿再试，越隔越久；好了就发出")
    void aFailureIsTriedAgainLaterAndLater() {
        var record = decided(Ids.next());
        gateway.behave(sms -> Gateway.Answer.FAIL);
        worker().run();
        assertThat(row(record)).containsEntry("state", "WAITING").containsEntry("attempts", 1);
        assertThat(row(record).get("trouble")).isEqualTo("短信网关出错（503）");
        worker().run();
        assertThat(gateway.asked()).hasSize(1);
        now = now.plus(Delivery.pause(1));
        worker().run();
        now = now.plus(Delivery.pause(1));
        worker().run();
        assertThat(gateway.asked()).as("the second pause is longer").hasSize(2);
        gateway.behave(sms -> Gateway.Answer.TAKE);
        now = now.plus(Delivery.pause(2));
        worker().run();
        assertThat(state(record)).isEqualTo("SENT");
        assertThat(new HashSet<>(gateway.asked())).as("the same key each time").hasSize(1);
    }

    @Test
    @DisplayName("时钟快了一天时排下的、试过的，拨回来以后照发，一条一次，不等到那一天")
    void aClockThatIsPutBackKeepsNothingWaiting() {
        now = now.plus(Duration.ofDays(1));
        var tried = decided(Ids.next());
        gateway.behave(sms -> Gateway.Answer.FAIL);
        worker().run();
        var fresh = decided(Ids.next());
        now = now.minus(Duration.ofDays(1));
        gateway.behave(sms -> Gateway.Answer.TAKE);
        worker().run();
        worker().run();
        assertThat(List.of(state(tried), state(fresh))).containsOnly("SENT");
        assertThat(gateway.taken()).hasSize(2);
    }

    @Test
    @DisplayName("试满次数即停发，看得见原因，正文还在；网关说不收的，一次就停")
    void whatCannotBeSentIsGivenUp() {
        var record = decided(Ids.next(), true);
        gateway.behave(sms -> Gateway.Answer.MISTAKE);
        for (int attempt = 1; attempt <= 10; attempt++) {
            assertThat(state(record)).isEqualTo("WAITING");
            worker().run();
            now = now.plus(Delivery.pause(attempt));
        }
        assertThat(row(record)).containsEntry("state", "GIVEN_UP").containsEntry("attempts", 10);
        assertThat((String) row(record).get("trouble")).contains("没有这一条的编号");
        assertThat(row(record).get("text_sealed")).isNotNull();
        gateway.behave(sms -> Gateway.Answer.REFUSE);
        var refused = decided(Ids.next(), true);
        worker().run();
        assertThat(row(refused)).containsEntry("state", "GIVEN_UP").containsEntry("attempts", 1);
    }

    @Test
    @DisplayName("网关不应声：只有试过的几条算一次，其余原样等着；恢复后一条不少、一条不多")
    void aGatewayThatHangsHoldsNobodyUp() {
        var records = IntStream.range(0, 30).mapToObj(i -> decided(Ids.next())).toList();
        gateway.behave(sms -> Gateway.Answer.HANG);
        worker().run();
        assertThat(records.stream().filter(record -> row(record).get("attempts").equals(1)))
                .hasSizeBetween(1, Delivery.LINES);
        gateway.behave(sms -> Gateway.Answer.HALF);
        worker().run();
        gateway.behave(sms -> Gateway.Answer.TAKE);
        now = now.plus(Delivery.pause(3));
        worker().run();
        assertThat(records).allSatisfy(record -> assertThat(state(record)).isEqualTo("SENT"));
        assertThat(gateway.taken()).hasSize(30);
    }

    @Test
    @DisplayName("网关收下了却不应声，或答两遍：再问时同一个编号，短信只有一条")
    void takenAndNotSaidIsNotSentTwice() {
        var record = decided(Ids.next());
        gateway.behave(sms -> Gateway.Answer.TAKE_AND_HANG);
        worker().run();
        assertThat(state(record)).isEqualTo("WAITING");
        gateway.behave(sms -> Gateway.Answer.TAKE_TWICE);
        var others = IntStream.range(0, 12).mapToObj(i -> decided(Ids.next())).toList();
        now = now.plus(Delivery.pause(1));
        for (int run = 0; run < 4; run++) { // a second answer may cost a line, and then the try counts
            worker().run();
            now = now.plus(Delivery.pause(4));
        }
        assertThat(state(record)).isEqualTo("SENT");
        assertThat(others).allSatisfy(other -> assertThat(state(other)).isEqualTo("SENT"));
        assertThat(gateway.taken()).hasSize(13);
    }

    @Test
    @DisplayName("对方关着门：什么也没丢，开门后都发出")
    void aPeerThatIsGone() {
        var records = IntStream.range(0, 5).mapToObj(i -> decided(Ids.next())).toList();
        var closed = new Gateway();
        closed.close();
        worker(
                        Channel.SMS,
                        new SmsGateway(
                                new org.rongyi.platform.notice.Settings.Sms(
                                        closed.url(), "rongyi", Gateway.KEY, TIMEOUT),
                                clock()))
                .run();
        assertThat(records).allSatisfy(record -> assertThat(state(record)).isEqualTo("WAITING"));
        now = now.plus(Delivery.pause(1));
        assertThat(worker().run()).isEqualTo(5);
    }

    @Test
    @DisplayName("程序在对方收下之后、记账之前死掉：到时由别人接手，同一个编号，短信只有一条")
    void killedBetweenAcceptAndCommit() {
        var record = decided(Ids.next());
        worker(Channel.SMS, dying(new SmsGateway(sms(), clock()), true)).run();
        assertThat(gateway.taken()).hasSize(1);
        assertThat(state(record)).isEqualTo("WAITING");
        worker().run();
        assertThat(gateway.asked()).as("held by the lease").hasSize(1);
        now = now.plus(Delivery.LEASE);
        worker().run();
        assertThat(state(record)).isEqualTo("SENT");
        assertThat(gateway.asked()).hasSize(2);
        assertThat(gateway.taken()).hasSize(1);
    }

    @Test
    @DisplayName("程序在发之前死掉：到时由别人发出；慢的一个回来也改不了别人的账")
    void killedBeforeSending() {
        var record = decided(Ids.next());
        worker(Channel.SMS, dying(new SmsGateway(sms(), clock()), false)).run();
        assertThat(gateway.asked()).isEmpty();
        now = now.plus(Delivery.LEASE);
        assertThat(worker().run()).isOne();
        var late = (UUID) row(record).get("id");
        parcels.giveUp(Ids.next(), late, "迟到的", null, now);
        assertThat(state(record)).isEqualTo("SENT");
    }

    @Test
    @DisplayName("一件打不开（密文被动过）：记下原因过后再试，别的照发")
    void oneThatIsBrokenHoldsNobodyUp() {
        var broken = decided(Ids.next());
        var sound = decided(Ids.next());
        everything
                .sql("update notice.outbox set text_sealed = set_byte(text_sealed, 20, get_byte(text_sealed, 20) # 1)"
                        + " where record_id = :record")
                .param("record", broken)
                .update();
        worker().run();
        assertThat(state(sound)).isEqualTo("SENT");
        assertThat(row(broken)).containsEntry("state", "WAITING").containsEntry("attempts", 1);
        assertThat((String) row(broken).get("trouble")).isEqualTo("正文或地址打不开");
    }

    @Test
    @DisplayName("两个程序同时投递：各取各的，二百条一条不重")
    void twoWorkersAtOnce() throws Exception {
        var records = IntStream.range(0, 200).mapToObj(i -> decided(Ids.next())).toList();
        try (var two = Executors.newFixedThreadPool(2)) {
            List<Callable<Integer>> work = List.of(() -> worker().run(), () -> worker().run());
            int sent = 0;
            for (var one : two.invokeAll(work)) {
                sent += one.get();
            }
            assertThat(sent).isEqualTo(200);
        }
        assertThat(gateway.asked()).hasSize(200).doesNotHaveDuplicates();
        assertThat(records).allSatisfy(record -> assertThat(state(record)).isEqualTo("SENT"));
    }

    @Test
    @DisplayName("免打扰时段：一般的等到早上，紧急的、验证码照发")
    void nobodyIsWokenForWhatCanWait() {
        now = at(21);
        var ordinary = decided(Ids.next());
        var urgent = decided(Ids.next(), true);
        var code = code("482913");
        worker().run();
        assertThat(List.of(state(ordinary), state(urgent), state(code))).containsExactly("WAITING", "SENT", "SENT");
        now = now.plusHours(10); // 7 in the morning
        worker().run();
        assertThat(state(ordinary)).isEqualTo("WAITING");
        now = now.plusHours(1);
        worker().run();
        assertThat(state(ordinary)).isEqualTo("SENT");
    }

    @Test
    @DisplayName("验证码：先于一切，不进站内消息，发出后号码和正文都不留；过时不发")
    void aCodeLeavesNothingBehind() {
        var ordinary = IntStream.range(0, Delivery.BATCH + 5)
                .mapToObj(i -> decided(Ids.next()))
                .toList();
        var code = code("482913");
        worker().run();
        assertThat(gateway.asked().subList(0, Delivery.BATCH))
                .as("with the first batch, though it came last")
                .contains(row(code).get("id").toString());
        assertThat((String) gateway.taken().get(row(code).get("id").toString()).get("text"))
                .contains("482913");
        assertThat(row(code))
                .containsEntry("text_sealed", null)
                .containsEntry("address_sealed", null)
                .containsEntry("shown_as", "139****0000");
        assertThat(everything
                        .sql("select count(*) from notice.message where record_id = :record")
                        .param("record", code)
                        .query(Long.class)
                        .single())
                .isZero();
        var late = code("777777");
        now = now.plusMinutes(6);
        worker().run();
        assertThat(row(late)).containsEntry("state", "DROPPED").containsEntry("text_sealed", null);
        assertThat(gateway.asked()).hasSize(ordinary.size() + 1);
        assertThat(ordinary).allSatisfy(record -> assertThat(state(record)).isEqualTo("SENT"));
    }

    @Test
    @DisplayName("本人不要这类短信：排上了也不发，站内仍看得到")
    void whoDeclinedIsNotWritten() {
        var person = Ids.next();
        var record = decided(person);
        var self = new Actor.Self(Ids.next(), "本人", person);
        transactions.write(
                self,
                () -> jdbc.sql("insert into notice.opt_out (person_id, kind, at) values (:person, 'RESULT', :at)")
                        .param("person", person)
                        .param("at", now)
                        .update());
        worker().run();
        assertThat(row(record)).containsEntry("state", "DROPPED").containsEntry("trouble", "本人选择不接收这类短信");
        assertThat(gateway.asked()).isEmpty();
    }

    private UUID code(String digits) {
        var key = Ids.next();
        var fields = Map.of("code", digits, "minutes", "5", "station", "燕崀村服务站", "stationPhone", "0758-3300001");
        assertThat(transactions.<Boolean>write(
                        new Actor.Visitor(),
                        () -> notices().sendCode("code.sign-in", key, PHONE, fields, Duration.ofMinutes(5))))
                .isTrue();
        return key;
    }

    /** The program dies in the middle: before the peer was asked, or after it took the message. */
    static Peer dying(Peer peer, boolean afterwards) {
        return () -> {
            var line = peer.open();
            return new Peer.Line() {
                @Override
                public Peer.Result send(Parcel parcel) {
                    if (afterwards) {
                        line.send(parcel);
                    }
                    throw new AssertionError("killed");
                }

                @Override
                public void close() {
                    line.close();
                }
            };
        };
    }
}
