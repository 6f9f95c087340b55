package org.rongyi.platform.division.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.rongyi.platform.division.ChangeKind;
import org.rongyi.platform.division.Division;
import org.rongyi.platform.division.DivisionTree;
import org.rongyi.platform.division.Pinyin;
import org.rongyi.platform.division.Succession;
import org.rongyi.platform.division.change.DivisionChange.Add;
import org.rongyi.platform.division.change.DivisionChange.Merge;
import org.rongyi.platform.division.change.DivisionChange.Move;
import org.rongyi.platform.division.change.DivisionChange.Part;
import org.rongyi.platform.division.change.DivisionChange.Recode;
import org.rongyi.platform.division.change.DivisionChange.Remove;
import org.rongyi.platform.division.change.DivisionChange.Rename;
import org.rongyi.platform.division.change.DivisionChange.Reparent;
import org.rongyi.platform.division.change.DivisionChange.Split;
import org.rongyi.platform.kernel.DivisionCode;

/** A small province: one city with two counties, one city without. */
class ChangePlanTest {

    private static final LocalDate DAY = LocalDate.of(2024, 7, 1);
    private static final DivisionCode TOWN_A = code(440101101000L);
    private static final DivisionCode TOWN_B = code(440101102000L);
    private static final DivisionCode A1 = code(440101101201L);
    private static final DivisionCode A2 = code(440101101202L);
    private static final DivisionCode B1 = code(440101102201L);

    private final DivisionTree tree = tree();

    @Test
    void aRecodeTakesEverythingBelowAlongWithItsLastDigits() {
        var plan = plan(new Recode(TOWN_A, code(440101001000L), "甲街道"));
        assertThat(plan.refusals()).isEmpty();
        assertThat(plan.ended()).containsExactlyInAnyOrder(TOWN_A, A1, A2);
        assertThat(plan.begun())
                .extracting(u -> u.code().value(), Unit::name)
                .containsExactly(tuple(440101001000L, "甲街道"), tuple(440101001201L, "甲一村"), tuple(440101001202L, "甲二村"));
        assertThat(plan.successions()).hasSize(3).allMatch(Succession::main);
    }

    @Test
    void aReparentedTownTakesItsVillagesToTheOtherCounty() {
        var plan = plan(new Reparent(TOWN_A, code(440102101000L)));
        assertThat(plan.refusals()).isEmpty();
        assertThat(plan.lines())
                .extracting(HistoryLine::kind)
                .containsExactly(ChangeKind.REPARENTED, ChangeKind.RECODED, ChangeKind.RECODED);
        assertThat(plan.begun())
                .extracting(Unit::parent)
                .containsExactly(code(440102000000L), code(440102101000L), code(440102101000L));
    }

    @Test
    void aMergeSaysForEveryVillageWhereItGoes() {
        var merge = new Merge(
                List.of(TOWN_A), TOWN_B, List.of(new Move(A1, code(440101102202L)), new Move(A2, code(440101102203L))));
        var plan = plan(merge);
        assertThat(plan.refusals()).isEmpty();
        assertThat(plan.ended()).containsExactlyInAnyOrder(TOWN_A, A1, A2);
        assertThat(plan.successions()).contains(new Succession(TOWN_A, TOWN_B, DAY, ChangeKind.MERGED, true));
        refused(new Merge(List.of(TOWN_A), TOWN_B, List.of(new Move(A1, code(440101102202L)))), "还有 1 个单位");
        refused(new Merge(List.of(TOWN_A), TOWN_B, List.of(new Move(A1, B1))), "已使用过");
        refused(new Merge(List.of(TOWN_A), TOWN_A, List.of()), "不能重复");
    }

    @Test
    void aSplitUnitThatStaysKeepsItsRecords() {
        var plan = plan(new Split(
                TOWN_A,
                List.of(new Part(code(440101103000L), "丙镇")),
                null,
                List.of(new Move(A2, code(440101103201L)))));
        assertThat(plan.refusals()).isEmpty();
        assertThat(plan.ended()).containsExactly(A2);
        assertThat(plan.successions())
                .contains(new Succession(TOWN_A, code(440101103000L), DAY, ChangeKind.SPLIT, false));
    }

    @Test
    void aSplitUnitThatEndsNamesThePartThatKeepsItsRecords() {
        var parts = List.of(new Part(code(440101103000L), "丙镇"), new Part(code(440101104000L), "丁镇"));
        var moves = List.of(new Move(A1, code(440101103201L)), new Move(A2, code(440101104201L)));
        var plan = plan(new Split(TOWN_A, parts, code(440101104000L), moves));
        assertThat(plan.refusals()).isEmpty();
        assertThat(plan.successions().stream().filter(s -> s.main() && s.from().equals(TOWN_A)))
                .extracting(Succession::to)
                .containsExactly(code(440101104000L));
        refused(new Split(TOWN_A, parts, code(440101105000L), moves), "主承接单位");
        refused(new Split(TOWN_A, parts, code(440101104000L), List.of(moves.getFirst())), "还有 1 个单位");
    }

    @Test
    void aRemovalAsksWhoTakesOverAndNeverGuesses() {
        var plan = plan(new Remove(A1));
        assertThat(plan.questions()).containsExactly(new RemovalQuestion(A1, "甲一村", DAY, null));
        assertThat(plan.successions()).isEmpty();
        refused(new Remove(TOWN_A), "还有 2 个单位");
    }

    @Test
    void aRenameKeepsCodeAndParent() {
        var plan = plan(new Rename(TOWN_A, " 新甲镇 "));
        assertThat(plan.begun()).containsExactly(new Unit(TOWN_A, "新甲镇", code(440101000000L)));
        assertThat(plan.ended()).containsExactly(TOWN_A);
        refused(new Rename(TOWN_A, "甲镇"), "与现名称相同");
        refused(new Rename(TOWN_A, "  "), "名称应为");
    }

    @Test
    void aNewUnitNeedsAFreeCodeOfTheRightLevelBelowAStandingParent() {
        assertThat(plan(new Add(code(440101102301L), "乙三村")).refusals()).isEmpty();
        assertThat(plan(new Add(code(441900103000L), "戊镇")).refusals()).isEmpty();
        refused(new Add(A1, "又一村"), "已使用过");
        refused(new Add(code(440101109201L), "无镇村"), "不存在");
        refused(new Add(code(440100103000L), "直属镇"), "级别不对");
        refused(new Add(code(440101900000L), "怪镇"), "第 7 至 9 位");
    }

    @Test
    void whatIsUnknownOrEndedOrChangedLaterCannotBeChanged() {
        refused(new Remove(code(449999999999L)), "没有代码为");
        refused(new Remove(code(440101101209L)), "失效");
        var early = ChangePlan.of(tree, new Remove(A1), Division.KNOWN_SINCE, "粤府函〔2024〕1 号");
        assertThat(early.refusals()).singleElement().asString().contains("上次变更");
        assertThat(ChangePlan.of(tree, new Remove(A1), DAY, " ").refusals()).containsExactly("请填写依据，例如批复文号");
    }

    @Test
    void aParentOnTheWrongSideIsPointedToTheRightChange() {
        refused(new Recode(TOWN_A, code(440102101000L), null), "请用“改变隶属”");
        refused(new Reparent(TOWN_A, code(440101105000L)), "请用“变更代码”");
        refused(new Reparent(TOWN_A, code(440102101201L)), "级别不同");
    }

    private ChangePlan plan(DivisionChange change) {
        return ChangePlan.of(tree, change, DAY, "粤府函〔2024〕1 号");
    }

    private void refused(DivisionChange change, String why) {
        assertThat(plan(change).refusals())
                .anySatisfy(reason -> assertThat(reason).contains(why));
    }

    private static DivisionTree tree() {
        var units = new ArrayList<DivisionTree.Entry>();
        units.add(unit(440000000000L, "南省", null));
        units.add(unit(440100000000L, "东市", 440000000000L));
        units.add(unit(440101000000L, "一区", 440100000000L));
        units.add(unit(440102000000L, "二区", 440100000000L));
        units.add(unit(440101101000L, "甲镇", 440101000000L));
        units.add(unit(440101101201L, "甲一村", 440101101000L));
        units.add(unit(440101101202L, "甲二村", 440101101000L));
        units.add(unit(440101102000L, "乙镇", 440101000000L));
        units.add(unit(440101102201L, "乙一村", 440101102000L));
        units.add(unit(441900000000L, "西市", 440000000000L));
        units.add(unit(441900101000L, "西镇", 441900000000L));
        var gone = new Unit(code(440101101209L), "旧村", TOWN_A).from(Division.KNOWN_SINCE);
        units.add(new DivisionTree.Entry(
                new Division(
                        gone.code(),
                        gone.name(),
                        gone.level(),
                        gone.kind(),
                        gone.parent(),
                        gone.validFrom(),
                        LocalDate.of(2020, 6, 30)),
                "jc"));
        return new DivisionTree(units, List.of());
    }

    private static DivisionTree.Entry unit(long code, String name, @Nullable Long parent) {
        var unit = new Unit(code(code), name, parent == null ? null : code(parent));
        return new DivisionTree.Entry(unit.from(Division.KNOWN_SINCE), Pinyin.ofPlace(name));
    }

    private static DivisionCode code(long value) {
        return new DivisionCode(value);
    }
}
