package org.rongyi.care.festival;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.rongyi.care.festival.rule.Ground;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.policy.Choice;
import org.rongyi.platform.policy.Parameter;
import org.rongyi.platform.policy.Policy;
import org.rongyi.platform.policy.PolicyReader;
import org.rongyi.platform.ui.Words;
import org.springframework.stereotype.Component;

/** What is suggested for a list, as it holds on its day at its place; whoever makes the list may change it. */
@Component
public class FestivalTerms implements PolicyReader {

    static final String AID_MONTHS = "festival.aid.months";
    static final String GROUNDS = "festival.ground";

    private static final Set<String> PARAMETERS = Set.of(
            AID_MONTHS,
            "festival.money.red",
            "festival.money.bereaved",
            "festival.money.demobilised",
            "festival.money.disabled",
            "festival.money.hardship",
            "festival.money.key");

    private final Policy policy;

    FestivalTerms(Policy policy) {
        this.policy = policy;
    }

    /** How far aid is looked back for. */
    int aidMonths(LocalDate on) {
        return policy.number(AID_MONTHS, on);
    }

    /** The groups that may be greeted on a day. */
    public List<Ground> grounds(LocalDate on) {
        return policy.choices(GROUNDS, on).stream()
                .map(Choice::code)
                .map(Ground::valueOf)
                .toList();
    }

    public String label(Ground ground) {
        return policy.label(GROUNDS, ground.name());
    }

    public String labels(List<Ground> grounds) {
        return grounds.stream().map(this::label).collect(Collectors.joining("；"));
    }

    /** 慰问金 for a group, in fen. */
    public long suggested(Ground ground, LocalDate on, DivisionCode where) {
        return policy.amount(money(ground), on, where)
                .multiply(BigDecimal.valueOf(100))
                .longValueExact();
    }

    private static String money(Ground ground) {
        return switch (ground) {
            case RED -> "festival.money.red";
            case BEREAVED -> "festival.money.bereaved";
            case DEMOBILISED -> "festival.money.demobilised";
            case DISABLED -> "festival.money.disabled";
            case HARDSHIP -> "festival.money.hardship";
            case KEY -> "festival.money.key";
        };
    }

    public boolean proposed(LocalDate on) {
        return policy.isProposed(on, reads().toArray(String[]::new));
    }

    @Override
    public String room() {
        return "节日慰问";
    }

    @Override
    public Set<String> reads() {
        return PARAMETERS;
    }

    @Override
    public List<String> touched(String id, Parameter.Value changed, Policy now, Policy then) {
        return List.of(Words.day(changed.from()) + "起新开的慰问照新的建议；已经列出的名单不变。");
    }
}
