package org.rongyi.care.festival.web;

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
 * 得过的慰问: whoever handles an application for aid reads on it what the applicant was greeted with at the last festivals. It is no
 * aid and counts against none; without it the desk asks him what the office knows.
 */
@Component
class GreetedHint implements CaseHint {

    private static final Set<String> SERVICES = Set.of(AskAid.SERVICE, "EMERGENCY");

    /** Two years of 春节 and 八一. */
    private static final int MOST = 4;

    private final Greetings greetings;

    GreetedHint(Greetings greetings) {
        this.greetings = greetings;
    }

    @Override
    public Optional<Hint> of(CaseFile file, Actor reader) {
        if (!(reader instanceof Actor.Office) || !SERVICES.contains(file.service())) {
            return Optional.empty();
        }
        var given = greetings.of(file.person()).stream()
                .filter(one -> one.givenOn() != null)
                .limit(MOST)
                .map(one -> one.title() + "：" + one.words())
                .collect(Collectors.joining("；"));
        return given.isEmpty()
                ? Optional.empty()
                : Optional.of(new Hint("得过的节日慰问", given + "。慰问不算援助，不影响这次申请。", "看他的档案", "/persons/" + file.person()));
    }
}
