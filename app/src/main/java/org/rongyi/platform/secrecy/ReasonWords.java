package org.rongyi.platform.secrecy;

import java.util.Optional;
import org.rongyi.platform.act.WordsCheck;
import org.springframework.stereotype.Component;

/** 理由里的疑似国家秘密: the net below the acts that look at their own words and say by which field. */
@Component
class ReasonWords implements WordsCheck {

    private final Secrets secrets;

    ReasonWords(Secrets secrets) {
        this.secrets = secrets;
    }

    @Override
    public Optional<String> objection(String text) {
        return secrets.look("reason", text).map(Secrets.Found::why);
    }
}
