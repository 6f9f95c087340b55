package org.rongyi.care.need;

import java.util.UUID;
import org.rongyi.platform.vault.Vault;
import org.springframework.stereotype.Component;

/** The words of a need, opened for the unit that answers it. */
@Component
public class NeedText {

    private final Vault vault;

    NeedText(Vault vault) {
        this.vault = vault;
    }

    public String open(UUID need, byte[] content) {
        return vault.open(Needs.TEXT, need, content);
    }
}
