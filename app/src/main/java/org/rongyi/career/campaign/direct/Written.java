package org.rongyi.career.campaign.direct;

import java.util.Optional;
import org.rongyi.platform.secrecy.Secrets;
import org.springframework.stereotype.Component;

/** What is asked of everything that somebody types here: it is there, not too long, and no state secret. */
@Component
class Written {

    static final int SHORT = 60;
    static final int LONG = 200;

    private final Secrets secrets;

    Written(Secrets secrets) {
        this.secrets = secrets;
    }

    /** Why a text is not taken, and in which field. */
    record Wrong(String field, String why) {}

    /** @param please what is to be written */
    Optional<Wrong> wrong(String field, String text, int longest, String please) {
        if (text.isBlank() || text.strip().length() > longest) {
            return Optional.of(new Wrong(field, please + "，不超过 " + longest + " 字"));
        }
        return secrets.look(field, text).map(found -> new Wrong(field, found.why()));
    }
}
