package org.rongyi.care.fund;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.care.fund.Lot.Terms;
import org.rongyi.care.fund.ledger.Posting.Share;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Money;

@DisplayName("用哪笔钱：限定了的只付它限定的，先付限定最多的")
class LotChoiceTest {

    private static final DivisionCode COUNTY = new DivisionCode(441224000000L);
    private static final DivisionCode VILLAGE = new DivisionCode(441224100201L);
    private static final DivisionCode ELSEWHERE = new DivisionCode(441223100201L);
    private static final LocalDate DAY = LocalDate.of(2021, 6, 23);

    private final Lot free = lot(1, Terms.FREE, 100);
    private final Lot forHardship = lot(2, new Terms("HARDSHIP", null, null), 100);
    private final Lot forHardshipHere = lot(3, new Terms("HARDSHIP", COUNTY, null), 100);
    private final Lot forSchool = lot(4, new Terms("EDUCATION", null, null), 100);

    @Test
    @DisplayName("限定最多的先用，不限定的留到最后")
    void theNarrowestFirst() {
        assertThat(LotChoice.choose(List.of(free, forHardship, forHardshipHere), use(250)))
                .contains(List.of(share(forHardshipHere, 100), share(forHardship, 100), share(free, 50)));
    }

    @Test
    @DisplayName("限定助学的，困难帮扶一分也用不上")
    void anotherPurposeNeverPays() {
        assertThat(LotChoice.choose(List.of(forSchool), use(1))).isEmpty();
        assertThat(LotChoice.available(List.of(forSchool, free), use(1))).isEqualTo(new Money(100));
    }

    @Test
    @DisplayName("限定本县的，外县的人用不上")
    void anotherPlaceNeverPays() {
        var far = new LotChoice.Use(new Money(1), "HARDSHIP", ELSEWHERE, DAY, false);
        assertThat(LotChoice.choose(List.of(forHardshipHere), far)).isEmpty();
    }

    @Test
    @DisplayName("约定用完的日子当天还能用，次日不能；先到期的先用")
    void untilItsLastDay() {
        var today = lot(5, new Terms(null, null, DAY), 100);
        var yesterday = lot(6, new Terms(null, null, DAY.minusDays(1)), 100);
        var later = lot(7, new Terms(null, null, DAY.plusDays(30)), 100);
        assertThat(LotChoice.choose(List.of(later, today, yesterday), use(150)))
                .contains(List.of(share(today, 100), share(later, 50)));
    }

    @Test
    @DisplayName("差一分也不行，说得出有多少")
    void oneFenShort() {
        assertThat(LotChoice.choose(List.of(free, forHardship), use(200))).isPresent();
        assertThat(LotChoice.choose(List.of(free, forHardship), use(201))).isEmpty();
        assertThat(LotChoice.available(List.of(free, forHardship), use(201))).isEqualTo(new Money(200));
    }

    @Test
    @DisplayName("物资付不了钱，钱顶不了物资")
    void goodsAreNoMoney() {
        var rice = new Lot(new UUID(0, 8), new UUID(0, 0), Lot.Source.GIFT, "大米", Terms.FREE, true, DAY, standing(100));
        assertThat(LotChoice.choose(List.of(rice), use(1))).isEmpty();
        var goods = new LotChoice.Use(new Money(1), "HARDSHIP", VILLAGE, DAY, true);
        assertThat(LotChoice.choose(List.of(free), goods)).isEmpty();
        assertThat(LotChoice.choose(List.of(rice), goods)).contains(List.of(share(rice, 1)));
    }

    private static LotChoice.Use use(long fen) {
        return new LotChoice.Use(new Money(fen), "HARDSHIP", VILLAGE, DAY, false);
    }

    private static Share share(Lot lot, long fen) {
        return new Share(lot.id(), new Money(fen));
    }

    private static Lot lot(int n, Terms terms, long fen) {
        return new Lot(
                new UUID(0, n), new UUID(0, 0), Lot.Source.GIFT, "第 " + n + " 笔", terms, false, DAY, standing(fen));
    }

    private static Lot.Standing standing(long fen) {
        return new Lot.Standing(new Money(fen), new Money(fen), Money.ZERO, Money.ZERO, Money.ZERO);
    }
}
