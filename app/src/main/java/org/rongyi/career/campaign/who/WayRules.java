package org.rongyi.career.campaign.who;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.rongyi.career.placement.proof.Way;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.policy.Choice;
import org.rongyi.platform.policy.Policy;
import org.rongyi.platform.ui.Words;
import org.springframework.stereotype.Component;

/**
 * 哪一类人可以用哪种安置方式, by the rule in force at the campaign's place on the day its wishes open; what stands in the way is said with the document
 * it is written in. A city that has rules of its own goes by them alone.
 */
@Component
public class WayRules {

    /** 考试考核 is no way of its own in a plan: its points go into the order. */
    public static final String EXAM = "EXAM";

    /** 直通安置 goes beside the plan. */
    private static final String DIRECT = "DIRECT";

    /** The names of 退役军人安置条例 第 15 条. */
    private static final LocalDate NEW_NAMES = LocalDate.of(2024, 9, 1);

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Policy policy;

    WayRules(Policy policy) {
        this.policy = policy;
    }

    /**
     * What a campaign uses, where and when.
     *
     * @param opens when wishes open: on that day's rules it rests
     */
    public record Used(List<Way> ways, boolean exam, DivisionCode where, Instant opens) {

        public Used {
            ways = List.copyOf(ways);
        }

        LocalDate day() {
            return LocalDate.ofInstant(opens, ZONE);
        }

        /** By code, as the lists have them. */
        List<String> codes() {
            var codes = new ArrayList<String>();
            if (exam) {
                codes.add(EXAM);
            }
            ways.forEach(way -> codes.add(way.name()));
            return codes;
        }
    }

    /** Why this kind of people takes no part in it; empty where nothing is in the way. */
    public Optional<String> objection(CandidateKind kind, Used used) {
        return objection(kind, used, used.codes());
    }

    /** Why this kind of people goes no 直通安置 besides; empty where nothing is in the way. */
    public Optional<String> direct(CandidateKind kind, Used used) {
        return objection(kind, used, List.of(DIRECT));
    }

    private Optional<String> objection(CandidateKind kind, Used used, List<String> codes) {
        var open = policy.choices(kind.ways(), used.day(), used.where());
        var closed = codes.stream()
                .filter(code -> open.stream().noneMatch(choice -> choice.code().equals(code)))
                .map(code -> "“" + name(code, used.day()) + "”")
                .collect(Collectors.joining("、"));
        return closed.isEmpty()
                ? Optional.empty()
                : Optional.of(kind.zh() + "在这里不能用" + closed + "：" + Words.day(used.day()) + "可以用的有" + said(open));
    }

    /** Why a plan fits nobody: no kind of people may use all its ways. */
    public Optional<String> objection(Used used) {
        var kinds = CandidateKind.values();
        return Arrays.stream(kinds).anyMatch(kind -> objection(kind, used).isEmpty())
                ? Optional.empty()
                : Optional.of("没有哪一类人在这里可以用这几种方式。"
                        + Arrays.stream(kinds)
                                .flatMap(kind -> objection(kind, used).stream())
                                .collect(Collectors.joining("；")));
    }

    /** Whom a plan is open to. */
    public List<CandidateKind> open(Used used) {
        return Arrays.stream(CandidateKind.values())
                .filter(kind -> objection(kind, used).isEmpty())
                .toList();
    }

    /** 指令性分配（粤军转组〔2012〕3号…）、…; what is ours says so. */
    private static String said(List<Choice> open) {
        return open.isEmpty()
                ? "——那天没有规定"
                : open.stream()
                        .map(choice -> choice.zh() + "（" + choice.source().inWords() + "）")
                        .collect(Collectors.joining("、"));
    }

    private static String name(String code, LocalDate day) {
        boolean old = day.isBefore(NEW_NAMES);
        return switch (code) {
            case EXAM -> "考试考核";
            case DIRECT -> old ? "直通车" : "直通安置";
            default -> old ? Way.valueOf(code).zh() : Way.valueOf(code).since2024();
        };
    }
}
