package org.rongyi.care.fund.purpose;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.care.fund.FundKind;
import org.rongyi.care.fund.Lot;

@DisplayName("匿名捐赠没有人可以同意：期限过了、用途不变才能改；早先限定在资金付不了的用途上的，随时可以改到付得了的")
class LeftOverGiftTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);
    private static final Lot.Terms AID = new Lot.Terms("HARDSHIP", null, null);

    @Test
    @DisplayName("资金付得了的：期限过了、用途一样才行")
    void whatCanBePaidWaitsForItsDay() {
        var school = new Lot.Terms("EDUCATION", null, TODAY.minusDays(1));
        assertThat(ProposePurpose.isLeftOver(school, new Lot.Terms("EDUCATION", null, null), FundKind.CARE, TODAY))
                .isTrue();
        assertThat(ProposePurpose.isLeftOver(school, AID, FundKind.CARE, TODAY)).isFalse();
        var today = new Lot.Terms("EDUCATION", null, TODAY);
        assertThat(ProposePurpose.isLeftOver(today, new Lot.Terms("EDUCATION", null, null), FundKind.CARE, TODAY))
                .isFalse();
    }

    @Test
    @DisplayName("资金永远付不了的：没有期限、期限没过，也能改到这项资金的用途上")
    void whatCanNeverBePaidNeedNotWait() {
        var volunteering = new Lot.Terms("VOLUNTEER", null, null);
        assertThat(ProposePurpose.isLeftOver(AID, volunteering, FundKind.VOLUNTEER, TODAY))
                .isTrue();
        var later = new Lot.Terms("HARDSHIP", null, TODAY.plusDays(1));
        assertThat(ProposePurpose.isLeftOver(later, volunteering, FundKind.VOLUNTEER, TODAY))
                .isTrue();
    }
}
