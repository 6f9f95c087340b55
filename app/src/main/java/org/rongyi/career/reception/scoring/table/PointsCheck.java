package org.rongyi.career.reception.scoring.table;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.placement.score.OtherDocuments;
import org.rongyi.career.placement.score.ScoreTable;
import org.rongyi.platform.policy.Parameter;
import org.rongyi.platform.policy.Policy;
import org.rongyi.platform.policy.change.NewValue;
import org.rongyi.platform.policy.change.ProposeSheet;
import org.springframework.stereotype.Component;

/** 试读: every row that cannot be, with its reason, before anything is proposed. */
@Component
public class PointsCheck {

    private final Policy policy;
    private final ProposeSheet propose;

    PointsCheck(Policy policy, ProposeSheet propose) {
        this.policy = policy;
        this.propose = propose;
    }

    /**
     * What a table comes to.
     *
     * @param table whose points they are
     * @param document and why: the same for each row
     */
    public record Wanted(ScoreTable table, String document, String reason) {}

    /**
     * @param values to be proposed; of use only where nothing is wrong
     * @param kept what is not filled in and goes on by another document, a sentence each
     * @param without items that will have no points on that day: nobody gets any for them
     */
    public record Found(List<NewValue> values, List<PointsFile.Wrong> wrong, List<String> without, List<String> kept) {

        public Found {
            values = List.copyOf(values);
            wrong = List.copyOf(wrong);
            without = List.copyOf(without);
            kept = List.copyOf(kept);
        }
    }

    public Found look(Wanted wanted, List<PointsFile.Line> lines) {
        var byName = wanted.table().parameters().stream()
                .map(policy::get)
                .collect(Collectors.toMap(Parameter::zh, parameter -> parameter));
        var values = new ArrayList<NewValue>();
        var wrong = new ArrayList<PointsFile.Wrong>();
        var seen = new HashSet<String>();
        LocalDate day = null;
        for (var line : lines) {
            var points = line.points();
            if (points == null) {
                continue;
            }
            var parameter = byName.get(line.item());
            var from = line.from();
            var reasons = objections(line, parameter, day, seen);
            if (parameter != null && from != null && reasons.isEmpty()) {
                day = from;
                var value = new NewValue(
                        parameter.id(), points, from, null, wanted.document(), line.article(), wanted.reason());
                reasons.addAll(propose.objections(value));
                values.add(value);
            }
            reasons.forEach(reason -> wrong.add(new PointsFile.Wrong(line.row(), line.item(), reason)));
        }
        if (values.isEmpty() && wrong.isEmpty()) {
            wrong.add(new PointsFile.Wrong(0, "整张表", "没有一项填了分值"));
        }
        var given = values.stream().map(NewValue::parameter).collect(Collectors.toSet());
        var without = day == null ? List.<Parameter>of() : without(wanted.table(), given, day);
        without.stream()
                .filter(parameter -> wanted.table().base().contains(parameter.id()))
                .forEach(parameter ->
                        wrong.add(new PointsFile.Wrong(0, parameter.zh(), "没有填，那天也没有别的取值：服役年限算不出来，整张表不能用")));
        return new Found(values, wrong, without.stream().map(Parameter::zh).toList(), kept(wanted, values, day));
    }

    private List<String> kept(Wanted wanted, List<NewValue> values, @Nullable LocalDate day) {
        if (day == null) {
            return List.of();
        }
        var then = policy;
        for (var value : values) {
            then = then.asIf(value.parameter(), value.value());
        }
        return OtherDocuments.of(wanted.table(), then, day, wanted.document());
    }

    private static List<String> objections(
            PointsFile.Line line, @Nullable Parameter parameter, @Nullable LocalDate day, Set<String> seen) {
        var reasons = new ArrayList<String>();
        if (parameter == null) {
            reasons.add("没有这一项：请照模板写项目的名称；模板里没有的，要等系统增加这一项");
            return reasons;
        }
        if (!seen.add(line.item())) {
            reasons.add("这一项写了两次");
        }
        if (!line.unit().isEmpty() && !line.unit().equals(parameter.unit())) {
            reasons.add("单位应为“" + parameter.unit() + "”，写的是“" + line.unit() + "”");
        }
        if (line.article().isBlank()) {
            reasons.add("请写明是办法的哪一条");
        }
        var from = line.from();
        if (from == null) {
            reasons.add("请写明生效日，如 2023-08-01");
        } else if (day != null && !day.equals(from)) {
            reasons.add("一张表一个生效日：前面是 " + day + "，这里是 " + from);
        }
        return reasons;
    }

    private List<Parameter> without(ScoreTable table, Set<String> given, LocalDate day) {
        return table.parameters().stream()
                .filter(id -> !given.contains(id))
                .map(policy::get)
                .filter(parameter -> parameter.find(day, null).isEmpty())
                .toList();
    }
}
