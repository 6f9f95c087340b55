package org.rongyi.care.festival.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.rongyi.care.festival.Greetings;
import org.rongyi.care.relief.AskAid;
import org.rongyi.platform.approval.CaseFile;
import org.rongyi.platform.approval.CaseHint;
import org.rongyi.platform.kernel.Actor;
import org.springframework.stereotype.Component;

/**
 * 得过的慰问: whoever handles an application for aid reads on it what the applicant was greeted with at the festivals of two years, by
 * hand or through the bank. It is no aid and counts against none; without it the desk asks him what the office knows.
 */
@Component
class GreetedHint implements CaseHint {

    private static final Set<String> SERVICES = Set.of(AskAid.SERVICE, "EMERGENCY");

    /** 春节 and 八一 of two years. */
    private static final int MOST = 4;

    private static final int YEARS = 2;

    private final Greetings greetings;
    private final Clock clock;

    GreetedHint(Greetings greetings, Clock clock) {
        this.greetings = greetings;
        this.clock = clock;
    }

    @Override
    public Optional<Hint> of(CaseFile file, Actor reader) {
        if (!(reader instanceof Actor.Office)
                || !SERVICES.contains(file.service())
                || file.state().isOver()) {
            return Optional.empty();
        }
        var from = LocalDate.now(clock).minusYears(YEARS);
        var given = greetings.of(file.person()).stream()
                .filter(one -> one.isReceived() && !one.day().isBefore(from))
                .limit(MOST)
                .map(one -> one.title() + "：" + one.words())
                .collect(Collectors.joining("；"));
        return given.isEmpty()
                ? Optional.empty()
                : Optional.of(new Hint("得过的节日慰问", given + "。慰问不算援助，不影响这次申请。", "看他的档案", "/persons/" + file.person()));
    }
}
