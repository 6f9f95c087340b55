package org.rongyi.care.fund.raising;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.care.fund.raising.DisclosureTerms.Extent;
import org.rongyi.care.fund.raising.DisclosureTerms.Kind;
import org.rongyi.care.fund.raising.DisclosureTerms.Rules;
import org.rongyi.care.fund.raising.DisclosureTerms.Subject;
import org.rongyi.care.fund.raising.DisclosureTerms.Term;

@DisplayName("公开期限：超过六个月的三个月一次，突发事件五天一次，结束后三个月内全面公开")
class DisclosureTermsTest {

    private static final Rules LAW_2023 = new Rules(6, 3, 3, 5, 10);
    private static final Rules LAW_2016 = new Rules(6, 3, 3, null, null);

    @Test
    @DisplayName("半年以内的只有结束后的一次，超过半年的每三个月一次")
    void whatIsShortIsMadePublicOnce() {
        assertThat(terms(plan("2025-01-01", "2025-07-01", false), LAW_2023)).containsExactly("结束后全面公开 2025-10-01 null");
        assertThat(terms(plan("2025-01-01", "2025-07-02", false), LAW_2023))
                .containsExactly("定期公开 2025-04-01 null", "结束后全面公开 2025-10-02 null");
    }

    @Test
    @DisplayName("从上一次公开那天起再算三个月：早公开的，下一次也早")
    void eachCountsFromTheLast() {
        assertThat(terms(plan("2025-01-01", "2025-12-31", false), LAW_2023, "2025-02-10", "2025-05-20"))
                .containsExactly(
                        "定期公开 2025-04-01 2025-02-10",
                        "定期公开 2025-05-10 2025-05-20",
                        "定期公开 2025-08-20 null",
                        "结束后全面公开 2026-03-31 null");
    }

    @Test
    @DisplayName("结束后公开一次，拖欠的定期公开和全面公开都算办了，定期的那次是迟的")
    void theLastOneEndsIt() {
        assertThat(terms(plan("2025-01-01", "2025-08-31", false), LAW_2023, "2025-09-10"))
                .containsExactly("定期公开 2025-04-01 2025-09-10", "结束后全面公开 2025-11-30 2025-09-10");
    }

    @Test
    @DisplayName("结束那天公开的，不是结束后的全面公开")
    void theLastDayIsNotAfterTheEnd() {
        assertThat(terms(plan("2025-01-01", "2025-03-31", false), LAW_2023, "2025-03-31"))
                .containsExactly("结束后全面公开 2025-06-30 null");
    }

    @Test
    @DisplayName("突发事件：五天一次，十天内补办备案；2016 年的法没有这两条")
    void anEmergencyIsMadePublicEveryFewDays() {
        assertThat(terms(plan("2025-06-01", "2025-06-12", true), LAW_2023, "2025-06-05"))
                .containsExactly(
                        "补办备案 2025-06-11 null",
                        "突发事件期间公开 2025-06-06 2025-06-05",
                        "突发事件期间公开 2025-06-10 null",
                        "结束后全面公开 2025-09-12 null");
        assertThat(terms(plan("2021-06-01", "2021-06-12", true), LAW_2016)).containsExactly("结束后全面公开 2021-09-12 null");
    }

    @Test
    @DisplayName("没有期限的基金一直三个月一次")
    void aLastingFundIsMadePublicForEver() {
        assertThat(terms(subject("2025-01-01", null, false), LAW_2023, "2025-03-01"))
                .containsExactly("定期公开 2025-04-01 2025-03-01", "定期公开 2025-06-01 null");
    }

    @Test
    @DisplayName("提前结束：全面公开从新的那天起三个月；提前到半年以内，结束以前该公开过的仍然欠着")
    void whatEndsEarly() {
        assertThat(terms(moved("2025-01-01", "2025-12-31", "2025-05-10", "2025-05-15"), LAW_2023))
                .containsExactly("定期公开 2025-04-01 null", "结束后全面公开 2025-08-15 null");
        assertThat(terms(moved("2025-01-01", "2025-12-31", "2025-02-10", "2025-02-20"), LAW_2023))
                .containsExactly("结束后全面公开 2025-05-20 null");
    }

    @Test
    @DisplayName("延长过了半年：从报延长那天起要定期公开，以前的不追欠；全面公开从新的结束日期算")
    void whatIsProlonged() {
        assertThat(terms(moved("2025-01-01", "2025-06-30", "2025-05-20", "2025-10-31"), LAW_2023))
                .containsExactly("定期公开 2025-05-20 null", "结束后全面公开 2026-01-31 null");
        assertThat(terms(moved("2025-01-01", "2025-03-31", "2025-02-20", "2025-06-30"), LAW_2023))
                .as("还在半年以内")
                .containsExactly("结束后全面公开 2025-09-30 null");
    }

    @Test
    @DisplayName("延长从核定那天起算，文件早的也不追欠以前；提前结束仍照文件的日子")
    void aProlongationCountsFromTheDayItWasConfirmed() {
        assertThat(DueDisclosures.since(published("2025-06-30", "2025-10-31", "2025-05-20", "2025-06-10")))
                .isEqualTo("2025-06-10");
        assertThat(DueDisclosures.since(published("2025-06-30", "2025-10-31", "2025-05-20", "2025-05-20")))
                .isEqualTo("2025-05-20");
        assertThat(DueDisclosures.since(published("2025-12-31", "2025-06-15", "2025-05-20", "2025-06-10")))
                .isEqualTo("2025-05-20");
    }

    private static PlanEnds.Published published(String before, String ends, String document, String decided) {
        return new PlanEnds.Published(
                UUID.randomUUID(), day(before), day(ends), "民备变更 1 号", day(document), "善款不够", day(decided));
    }

    /** One whose last day was changed, by a paper of a day. */
    private static Subject moved(String starts, String ends, String on, String to) {
        return new Subject(
                UUID.randomUUID(),
                UUID.randomUUID(),
                "助学募捐",
                day(starts),
                day(to),
                false,
                null,
                List.of(new Extent(day(starts), day(ends)), new Extent(day(on), day(to))));
    }

    @Test
    @DisplayName("没结束的不催全面公开；过了那天没办的才算逾期")
    void whatWaitsAndWhatIsLate() {
        var ends = DisclosureTerms.of(plan("2025-01-01", "2025-03-31", false), LAW_2023, List.of())
                .getFirst();
        assertThat(ends.isOpen(day("2025-03-31"))).isFalse();
        assertThat(ends.isOpen(day("2025-04-01"))).isTrue();
        assertThat(ends.isOverdue(day("2025-06-30"))).isFalse();
        assertThat(ends.isOverdue(day("2025-07-01"))).isTrue();
    }

    private static List<String> terms(Subject subject, Rules rules, String... published) {
        return DisclosureTerms.of(
                        subject,
                        rules,
                        List.of(published).stream().map(LocalDate::parse).toList())
                .stream()
                .map(DisclosureTermsTest::text)
                .toList();
    }

    private static String text(Term term) {
        assertThat(term.kind()).isIn((Object[]) Kind.values());
        return term.kind().zh() + " " + term.due() + " " + term.doneOn();
    }

    private static Subject plan(String starts, String ends, boolean emergency) {
        return subject(starts, ends, emergency);
    }

    private static Subject subject(String starts, @Nullable String ends, boolean emergency) {
        return new Subject(
                UUID.randomUUID(),
                UUID.randomUUID(),
                "助学募捐",
                day(starts),
                ends == null ? null : day(ends),
                emergency,
                null);
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}
