package org.rongyi.platform.division.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.division.ChangeKind;
import org.rongyi.platform.division.change.DivisionChange;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.ui.FieldErrors;

/**
 * 区划变更 as typed.
 *
 * @param target the code of the unit merged into, or of the part under which records continue
 * @param parts of a split: a code and a name on each line
 * @param below of a merge or split: an old code, anything, a new code on each line
 */
public record ChangeForm(
        @Nullable String kind,
        @Nullable String on,
        @Nullable String source,
        @Nullable String name,
        @Nullable String newCode,
        @Nullable String target,
        @Nullable String parts,
        @Nullable String below) {

    private static final Pattern PART = Pattern.compile("\\s*(\\d{12})\\s+(.+)");
    private static final Pattern MOVE = Pattern.compile("\\s*(\\d{12})\\b.*?\\b(\\d{12})\\s*");
    private static final String CODE_WANTED = "请填写 12 位区划代码";

    /** What can be entered, in the order of the form. */
    static final List<ChangeKind> KINDS = List.of(
            ChangeKind.RENAMED,
            ChangeKind.RECODED,
            ChangeKind.REPARENTED,
            ChangeKind.MERGED,
            ChangeKind.SPLIT,
            ChangeKind.ADDED,
            ChangeKind.REMOVED);

    public ChangeKind chosen() {
        return KINDS.stream().filter(k -> k.name().equals(kind)).findFirst().orElse(ChangeKind.RENAMED);
    }

    public String text(@Nullable String value) {
        return Objects.requireNonNullElse(value, "").strip();
    }

    LocalDate day(FieldErrors errors) {
        try {
            return LocalDate.parse(text(on));
        } catch (DateTimeException e) {
            errors.add("on", "请填写生效日期");
            return LocalDate.EPOCH;
        }
    }

    /** The change asked for, of the unit the form was opened at; empty when there are errors. */
    Optional<DivisionChange> change(DivisionCode unit, FieldErrors errors) {
        var change = switch (chosen()) {
            case RENAMED -> new DivisionChange.Rename(unit, wantedName(errors));
            case RECODED ->
                new DivisionChange.Recode(
                        unit, code("newCode", newCode, errors), text(name).isEmpty() ? null : text(name));
            case REPARENTED -> new DivisionChange.Reparent(unit, code("newCode", newCode, errors));
            case ADDED -> new DivisionChange.Add(code("newCode", newCode, errors), wantedName(errors));
            case REMOVED -> new DivisionChange.Remove(unit);
            case MERGED -> new DivisionChange.Merge(List.of(unit), code("target", target, errors), moves(errors));
            case SPLIT ->
                new DivisionChange.Split(
                        unit,
                        parts(errors),
                        text(target).isEmpty() ? null : code("target", target, errors),
                        moves(errors));
            case ANSWERED -> throw new IllegalStateException("an answer is no change to be chosen");
        };
        errors.requireText(source, "source", "请填写依据，例如批复文号");
        return errors.isEmpty() ? Optional.of(change) : Optional.empty();
    }

    private String wantedName(FieldErrors errors) {
        errors.requireText(name, "name", "请填写名称");
        return text(name);
    }

    private DivisionCode code(String field, @Nullable String typed, FieldErrors errors) {
        var code = DivisionCode.parse(text(typed));
        errors.require(code.isPresent(), field, CODE_WANTED);
        return code.orElse(NOWHERE);
    }

    private List<DivisionChange.Part> parts(FieldErrors errors) {
        var list = new ArrayList<DivisionChange.Part>();
        for (var line : text(parts).lines().filter(l -> !l.isBlank()).toList()) {
            var part = PART.matcher(line);
            if (part.matches()) {
                list.add(new DivisionChange.Part(
                        code("parts", part.group(1), errors), part.group(2).strip()));
            } else {
                errors.add("parts", "每行写一个新单位：12 位代码、空格、名称。看不懂的一行：" + line.strip());
            }
        }
        return list;
    }

    private List<DivisionChange.Move> moves(FieldErrors errors) {
        var list = new ArrayList<DivisionChange.Move>();
        for (var line : text(below).lines().filter(l -> !l.isBlank()).toList()) {
            var move = MOVE.matcher(line);
            if (move.matches()) {
                list.add(new DivisionChange.Move(
                        code("below", move.group(1), errors), code("below", move.group(2), errors)));
            } else {
                errors.add("below", "每行以原代码开头、以新代码结尾。缺代码的一行：" + line.strip());
            }
        }
        return list;
    }

    /** Stands in while there are errors; it never leaves the form. */
    private static final DivisionCode NOWHERE = new DivisionCode(999_999_999_999L);
}
