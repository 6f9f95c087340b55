package org.rongyi.care.relief.rule;

import java.util.List;
import java.util.Optional;
import org.rongyi.care.relief.rule.Evaluation.Finding;

/**
 * What the rule of a service says of an application, line by line, and how much it suggests.
 *
 * @param <L> a line, with the points the service looks at
 */
public interface Findings<L extends Findings.Line> {

    List<L> lines();

    /** Nothing where it suggests none. */
    long suggestedFen();

    /** Of the amount, or why there is none. */
    String reason();

    /** 对象和户籍（第十条）：符合，退役军人，户籍在本省. */
    interface Line {

        Point point();

        Finding finding();

        String words();
    }

    /** 要点. */
    interface Point {

        String zh();

        /** Where the rule says so; empty where it has no articles. */
        default String article() {
            return "";
        }

        /** Whether nothing can be granted against it. At the others whoever decides may deviate, with a reason. */
        boolean isStrict();
    }

    /** Why nothing may be granted; none when it may. */
    default Optional<L> hindrance() {
        return lines().stream()
                .filter(line -> line.point().isStrict() && line.finding() == Finding.NOT_MET)
                .findFirst();
    }

    /** What somebody has to say, because the facts do not. */
    default List<L> open() {
        return lines().stream()
                .filter(line -> line.finding() == Finding.UNKNOWN
                        || line.finding() == Finding.NOT_MET && !line.point().isStrict())
                .toList();
    }
}
