package org.rongyi.platform.division.change;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.division.ChangeKind;
import org.rongyi.platform.division.Division;
import org.rongyi.platform.division.DivisionTree;
import org.rongyi.platform.division.Succession;
import org.rongyi.platform.division.UnitKind;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Level;

/**
 * What a change does to the divisions, worked out without touching them; or, in words for the officer, why it cannot be.
 */
final class ChangePlan {

    private static final int NAME_LENGTH = 60;

    private final DivisionTree tree;
    private final LocalDate on;
    private final String source;
    private final Set<DivisionCode> ended = new HashSet<>();
    private final Map<DivisionCode, Unit> begun = new LinkedHashMap<>();
    private final List<HistoryLine> lines = new ArrayList<>();
    private final List<Succession> successions = new ArrayList<>();
    private final List<RemovalQuestion> questions = new ArrayList<>();
    private final List<String> refusals = new ArrayList<>();

    private ChangePlan(DivisionTree tree, LocalDate on, String source) {
        this.tree = tree;
        this.on = on;
        this.source = source;
    }

    static ChangePlan of(DivisionTree tree, DivisionChange change, LocalDate on, String source) {
        var plan = new ChangePlan(tree, on, source.strip());
        if (plan.source.isEmpty()) {
            plan.refuse("请填写依据，例如批复文号");
        }
        if (on.isBefore(Division.KNOWN_SINCE)) {
            plan.refuse("生效日期不能早于 " + Division.KNOWN_SINCE);
        }
        plan.work(change);
        return plan;
    }

    LocalDate on() {
        return on;
    }

    Collection<DivisionCode> ended() {
        return ended;
    }

    Collection<Unit> begun() {
        return begun.values();
    }

    List<HistoryLine> lines() {
        return lines;
    }

    List<Succession> successions() {
        return successions;
    }

    List<RemovalQuestion> questions() {
        return questions;
    }

    /** Every code that ends, begins, is renamed or takes over. */
    Set<DivisionCode> touched() {
        var codes = new HashSet<>(ended);
        codes.addAll(begun.keySet());
        for (var succession : successions) {
            codes.add(succession.from());
            codes.add(succession.to());
        }
        return codes;
    }

    /** Empty when the change can be made. */
    List<String> refusals() {
        return refusals;
    }

    private void work(DivisionChange change) {
        switch (change) {
            case DivisionChange.Rename c -> rename(c);
            case DivisionChange.Recode c -> recode(c);
            case DivisionChange.Reparent c -> reparent(c);
            case DivisionChange.Add c -> add(c.code(), c.name(), ChangeKind.ADDED, null);
            case DivisionChange.Remove c -> remove(c);
            case DivisionChange.Merge c -> merge(c);
            case DivisionChange.Split c -> split(c);
        }
    }

    private void rename(DivisionChange.Rename c) {
        var unit = standing(c.code());
        if (unit.isEmpty() || !isName(c.name())) {
            return;
        }
        if (unit.get().name().equals(c.name().strip())) {
            refuse("新名称与现名称相同：" + c.name());
        }
        var after = new Unit(c.code(), c.name().strip(), unit.get().parent());
        end(unit.get());
        begun.put(after.code(), after);
        line(ChangeKind.RENAMED, Unit.of(unit.get()), after);
    }

    private void recode(DivisionChange.Recode c) {
        var parent = standing(c.code()).map(Division::parent);
        if (parent.isPresent() && !parent.get().equals(parentOf(c.newCode()))) {
            refuse("新代码 " + c.newCode() + " 不在原上级 " + parent.get() + " 之下，请用“改变隶属”");
        } else if (c.newName() == null || isName(c.newName())) {
            move(new DivisionChange.Move(c.code(), c.newCode()), ChangeKind.RECODED, c.newName());
        }
    }

    private void reparent(DivisionChange.Reparent c) {
        var parent = standing(c.code()).map(Division::parent);
        if (parent.isPresent() && parent.get().equals(parentOf(c.newCode()))) {
            refuse("新代码 " + c.newCode() + " 仍在原上级 " + parent.get() + " 之下，请用“变更代码”");
        } else {
            move(new DivisionChange.Move(c.code(), c.newCode()), ChangeKind.REPARENTED, null);
        }
    }

    private void remove(DivisionChange.Remove c) {
        standing(c.code()).ifPresent(unit -> {
            endEmpty(unit);
            line(ChangeKind.REMOVED, Unit.of(unit), null);
            questions.add(new RemovalQuestion(unit.code(), unit.name(), on, null));
        });
    }

    private void merge(DivisionChange.Merge c) {
        var into = standing(c.into());
        if (c.codes().isEmpty()) {
            refuse("请选择被合并的单位");
        }
        if (c.codes().contains(c.into())
                || new HashSet<>(c.codes()).size() < c.codes().size()) {
            refuse("被合并的单位不能重复，也不能是并入的单位");
        }
        moveBelow(c.below(), c.codes(), Set.of(c.into()));
        for (var code : c.codes()) {
            var unit = standing(code);
            if (unit.isPresent() && into.isPresent()) {
                if (code.level() != c.into().level()) {
                    refuse(label(unit.get()) + "与" + label(into.get()) + "级别不同，不能合并");
                }
                endEmpty(unit.get());
                line(ChangeKind.MERGED, Unit.of(unit.get()), Unit.of(into.get()));
                successions.add(new Succession(code, c.into(), on, ChangeKind.MERGED, true));
            }
        }
    }

    private void split(DivisionChange.Split c) {
        var unit = standing(c.code());
        var codes = c.parts().stream().map(DivisionChange.Part::code).toList();
        boolean stays = c.main() == null;
        if (codes.size() < (stays ? 1 : 2)) {
            refuse(stays ? "原单位保留时，至少拆出一个新单位" : "原单位撤销时，至少拆成两个新单位");
        }
        if (!stays && !codes.contains(c.main())) {
            refuse("主承接单位应是拆出的单位之一");
        }
        if (unit.isEmpty()) {
            return;
        }
        for (var part : c.parts()) {
            if (part.code().level() != c.code().level()) {
                refuse("拆出的单位 " + part.code() + " 与原单位级别不同");
            }
            add(part.code(), part.name(), ChangeKind.SPLIT, Unit.of(unit.get()));
            successions.add(new Succession(
                    c.code(), part.code(), on, ChangeKind.SPLIT, part.code().equals(c.main())));
        }
        moveBelow(c.below(), List.of(c.code()), new HashSet<>(codes));
        if (!stays) {
            endEmpty(unit.get());
        }
    }

    private void moveBelow(List<DivisionChange.Move> moves, Collection<DivisionCode> from, Set<DivisionCode> to) {
        for (var move : moves) {
            var oldParent = tree.find(move.from(), on).map(Division::parent);
            if (oldParent.isEmpty() || !from.contains(oldParent.get())) {
                refuse(move.from() + " 不是被变更单位的直接下级");
            } else if (!to.contains(parentOf(move.to()))) {
                refuse("新代码 " + move.to() + " 不在承接单位之下");
            } else {
                move(move, ChangeKind.REPARENTED, null);
            }
        }
    }

    /** Gives a unit another code, and all below it codes that begin with the new one. */
    private void move(DivisionChange.Move move, ChangeKind kind, @Nullable String newName) {
        var unit = standing(move.from());
        if (unit.isEmpty()) {
            return;
        }
        if (move.from().level() != move.to().level()) {
            refuse("新代码 " + move.to() + " 与 " + label(unit.get()) + "级别不同");
            return;
        }
        var name = Optional.ofNullable(newName).orElse(unit.get().name()).strip();
        if (!begin(move.to(), name)) {
            return;
        }
        end(unit.get());
        line(kind, Unit.of(unit.get()), get(move.to()));
        successions.add(new Succession(move.from(), move.to(), on, kind, true));
        for (var child : below(move.from())) {
            var to = move.to().value() + child.code().value() - move.from().value();
            move(new DivisionChange.Move(child.code(), new DivisionCode(to)), ChangeKind.RECODED, null);
        }
    }

    private void add(DivisionCode code, String name, ChangeKind kind, @Nullable Unit from) {
        if (isName(name) && begin(code, name.strip())) {
            line(kind, from, get(code));
        }
    }

    /** Whether the code is free, well formed and stands below a unit that is there that day. */
    private boolean begin(DivisionCode code, String name) {
        if (!tree.history(code).isEmpty() || begun.containsKey(code)) {
            return refuse("代码 " + code + " 已使用过，区划代码不重复使用");
        }
        try {
            UnitKind.of(code);
        } catch (IllegalArgumentException e) {
            return refuse(String.valueOf(e.getMessage()));
        }
        var parent = parentOf(code);
        if (parent == null) {
            return refuse("省级单位不能新设");
        }
        if (!begun.containsKey(parent)
                && tree.find(parent, on).filter(p -> p.validTo() == null).isEmpty()) {
            return refuse("代码 " + code + " 的上级 " + parent + " 在 " + on + " 不存在");
        }
        if (!begun.containsKey(parent) && tree.childLevel(parent) != code.level()) {
            return refuse("代码 " + code + " 的级别不对：" + parent + " 之下应为"
                    + tree.childLevel(parent).zh() + "级");
        }
        if (ended.contains(parent) && !begun.containsKey(parent)) {
            return refuse("代码 " + code + " 的上级 " + parent + " 同时被撤销");
        }
        begun.put(code, new Unit(code, name, parent));
        return true;
    }

    private Unit get(DivisionCode code) {
        return Optional.ofNullable(begun.get(code)).orElseThrow();
    }

    /** The unit, if it is there on the day and nothing later is already known of it. */
    private Optional<Division> standing(DivisionCode code) {
        var history = tree.history(code);
        if (history.isEmpty()) {
            refuse("没有代码为 " + code + " 的区划");
            return Optional.empty();
        }
        var last = history.getLast();
        if (last.validTo() != null) {
            refuse(label(last) + "已于 " + last.validTo() + " 失效");
            return Optional.empty();
        }
        if (!on.isAfter(last.validFrom())) {
            refuse("生效日期应晚于" + label(last) + "的上次变更 " + last.validFrom());
            return Optional.empty();
        }
        return Optional.of(last);
    }

    private void endEmpty(Division unit) {
        var left = below(unit.code());
        if (!left.isEmpty()) {
            refuse(label(unit) + "之下还有 " + left.size() + " 个单位，例如"
                    + left.getFirst().name() + "，请先安排去向");
        }
        end(unit);
    }

    private void end(Division unit) {
        ended.add(unit.code());
    }

    private List<Division> below(DivisionCode code) {
        return Stream.of(tree.children(code, on), tree.childrenAfter(code, on))
                .flatMap(List::stream)
                .filter(child -> !ended.contains(child.code()))
                .toList();
    }

    private void line(ChangeKind kind, @Nullable Unit before, @Nullable Unit after) {
        lines.add(new HistoryLine(on, kind, before, after, source));
    }

    private boolean isName(String name) {
        var text = name.strip();
        return !text.isEmpty()
                        && text.length() <= NAME_LENGTH
                        && text.codePoints().noneMatch(Character::isISOControl)
                || refuse("名称应为 1 到 " + NAME_LENGTH + " 个字");
    }

    private boolean refuse(String reason) {
        refusals.add(reason);
        return false;
    }

    private static String label(Division unit) {
        return unit.name() + "（" + unit.code() + "）";
    }

    /** A town below 东莞 or 中山 has zeros for the county, and so the city itself for parent. */
    private static @Nullable DivisionCode parentOf(DivisionCode code) {
        return switch (code.level()) {
            case PROVINCE -> null;
            case CITY -> code.at(Level.PROVINCE);
            case COUNTY -> code.at(Level.CITY);
            case TOWN -> code.at(Level.COUNTY);
            case VILLAGE -> code.at(Level.TOWN);
        };
    }
}
